/** How settings are written. */
package org.knime.node.parameters.persistence;
