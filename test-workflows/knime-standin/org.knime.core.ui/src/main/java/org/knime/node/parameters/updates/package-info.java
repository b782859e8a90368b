/** What changes in a dialog while it is used. */
package org.knime.node.parameters.updates;
