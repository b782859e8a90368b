/** Settings of which there are any number. */
package org.knime.node.parameters.array;
