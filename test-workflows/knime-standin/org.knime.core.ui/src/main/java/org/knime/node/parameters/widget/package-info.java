/** Widgets of optional settings. */
package org.knime.node.parameters.widget;
