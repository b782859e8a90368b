/** The order of a dialog. */
package org.knime.node.parameters.layout;
