/** Settings of nodes and their dialogs. */
package org.knime.node.parameters;
