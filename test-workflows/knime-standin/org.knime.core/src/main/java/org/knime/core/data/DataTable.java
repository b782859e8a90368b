/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data;

/** Rows of the same columns. */
public interface DataTable extends Iterable<DataRow> {
    /** Returns the columns. */
    DataTableSpec getDataTableSpec();

    @Override
    RowIterator iterator();
}
