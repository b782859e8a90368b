/** Which ports a node has. */
package org.knime.core.node.context.ports;
