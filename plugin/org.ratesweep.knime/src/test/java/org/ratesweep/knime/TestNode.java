/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.node.parameters.NodeParameters;
import org.ratesweep.standin.parameters.PersistedParameters;
import org.ratesweep.workflow.NodeInstance;

/** Steps that the tests of all nodes take. */
public final class TestNode {
    private TestNode() {}

    /** Returns a node with parameters, which were written and read on the way as in a saved workflow. */
    public static NodeInstance with(
            final NodeFactory<NodeModel> factory, final NodeParameters parameters, final String... ports)
            throws InvalidSettingsException {
        final NodeSettings settings = new NodeSettings("model");
        PersistedParameters.save(parameters, settings);
        return NodeInstance.withPorts(factory, ports).load(settings);
    }

    /** Returns a table that can be given to a node. */
    public static BufferedDataTable table(final NodeFactory<NodeModel> factory, final DataTable rows) {
        final ExecutionContext exec =
                new ExecutionContext(new DefaultNodeProgressMonitor(), new org.knime.core.node.Node(factory));
        try {
            return exec.createBufferedDataTable(rows, exec);
        } catch (final CanceledExecutionException nobodyCancels) {
            throw new IllegalStateException(nobodyCancels);
        }
    }

    /** Returns the cells of a column as text, behind the row's key: {@code "JRC2_0 ok"}. */
    public static List<String> column(final PortObject table, final String name) {
        final DataTable rows = (BufferedDataTable) table;
        final int column = rows.getDataTableSpec().findColumnIndex(name);
        final List<String> cells = new ArrayList<>();
        for (final DataRow row : rows) {
            cells.add(row.getKey().getString() + " " + row.getCell(column));
        }
        return cells;
    }

    /** Returns the rows of a table as text: {@code "JRC2_0 | 68.0 | ok"}. */
    public static List<String> rows(final PortObject table) {
        final List<String> rows = new ArrayList<>();
        for (final DataRow row : (BufferedDataTable) table) {
            final StringBuilder cells = new StringBuilder(row.getKey().getString());
            row.forEach(cell -> cells.append(" | ").append(cell));
            rows.add(cells.toString());
        }
        return rows;
    }

    /** Returns the names of a table's columns. */
    public static List<String> columns(final PortObject table) {
        return Arrays.asList(((BufferedDataTable) table).getDataTableSpec().getColumnNames());
    }
}
