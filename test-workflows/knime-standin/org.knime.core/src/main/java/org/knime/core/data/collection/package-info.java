/** Cells that hold other cells. */
package org.knime.core.data.collection;
