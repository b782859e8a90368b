/** Nodes, their settings and what they are handed when they run. */
package org.knime.core.node;
