/** What a widget checks. */
package org.knime.node.parameters.validation;
