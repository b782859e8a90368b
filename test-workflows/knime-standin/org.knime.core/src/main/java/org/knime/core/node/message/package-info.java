/** Messages of nodes to users. */
package org.knime.core.node.message;
