/** What can be chosen. */
package org.knime.node.parameters.widget.choices;
