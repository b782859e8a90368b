/** Fields for text. */
package org.knime.node.parameters.widget.text;
