/** References of common types. */
package org.knime.node.parameters.updates.util;
