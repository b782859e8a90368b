/** Cells of the common types. */
package org.knime.core.data.def;
