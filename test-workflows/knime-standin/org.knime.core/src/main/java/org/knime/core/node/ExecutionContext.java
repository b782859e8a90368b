/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainerSettings;

/** What a node needs to make tables while it runs. */
public class ExecutionContext extends ExecutionMonitor {
    /** Creates the context in which a node runs. */
    @SuppressWarnings("UnusedVariable")
    public ExecutionContext(final NodeProgressMonitor monitor, final Node node) {
        super(monitor);
    }

    private ExecutionContext(final NodeProgressMonitor monitor) {
        super(monitor);
    }

    /** Begins a table. */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec) {
        return createDataContainer(spec, DataContainerSettings.getDefault());
    }

    /** Begins a table, and says whether its domain begins as the spec says. */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec, final boolean initDomain) {
        return createDataContainer(
                spec,
                DataContainerSettings.builder()
                        .withInitializedDomain(initDomain)
                        .build());
    }

    /** Begins a table. */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec, final DataContainerSettings settings) {
        return new BufferedDataContainer(spec, settings);
    }

    /** Copies a table. */
    public BufferedDataTable createBufferedDataTable(final DataTable table, final ExecutionMonitor monitor)
            throws CanceledExecutionException {
        final BufferedDataContainer container = createDataContainer(table.getDataTableSpec(), true);
        for (final DataRow row : table) {
            monitor.checkCanceled();
            container.addRowToTable(row);
        }
        container.close();
        return container.getTable();
    }

    /** Returns a context for a part of the work. */
    public ExecutionContext createSubExecutionContext(final double part) {
        return new ExecutionContext(new SubProgressMonitor(getProgressMonitor(), part));
    }
}
