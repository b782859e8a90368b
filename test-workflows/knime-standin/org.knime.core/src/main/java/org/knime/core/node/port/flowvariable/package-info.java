/** The port that every node has for flow variables. */
package org.knime.core.node.port.flowvariable;
