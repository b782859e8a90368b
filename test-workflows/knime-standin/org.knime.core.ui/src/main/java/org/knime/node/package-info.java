/** Nodes described in code. */
package org.knime.node;
