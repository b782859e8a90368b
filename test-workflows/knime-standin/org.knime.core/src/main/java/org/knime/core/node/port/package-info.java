/** Ports and what passes through them. */
package org.knime.core.node.port;
