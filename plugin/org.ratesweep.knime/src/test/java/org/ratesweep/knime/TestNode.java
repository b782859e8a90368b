/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
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

    /** Returns the settings that lie beside a test, as an earlier version saved them. */
    public static NodeSettingsRO saved(final Class<?> test, final String file) throws IOException {
        try (InputStream settings = test.getResourceAsStream(file)) {
            return NodeSettings.loadFromXML(settings);
        }
    }

    /** Checks that a node reads the settings beside its test as they are, and has defaults for those that are not there. */
    public static void assertReadsSaved(final NodeFactory<NodeModel> factory, final Class<?> test)
            throws IOException, InvalidSettingsException {
        final NodeSettingsRO saved = saved(test, "settings-0.1.xml");
        assertEquals(saved, NodeInstance.of(factory).load(saved).settings());
        assertEquals(
                NodeInstance.of(factory).settings(),
                NodeInstance.of(factory).load(new NodeSettings("model")).settings());
    }

    /** Returns why a node cannot be configured. */
    public static String refusal(final NodeInstance node, final PortObjectSpec... inputs) {
        return assertThrows(InvalidSettingsException.class, () -> node.configure(inputs))
                .getMessage();
    }

    /** Returns why the execution of a node fails. */
    public static String failure(final NodeInstance node, final PortObject... inputs) {
        return assertThrows(KNIMEException.class, () -> node.execute(inputs)).getMessage();
    }

    /**
     * Cancels a node once it is under way, and waits until it has stopped, which must take less than a second; a good
     * deal longer is allowed to machines that are busy with other things.
     */
    public static void assertStopsWhenCancelled(final NodeInstance node, final PortObject... inputs)
            throws InterruptedException {
        final FutureTask<PortObject[]> run = new FutureTask<>(() -> node.execute(inputs));
        final Thread thread = new Thread(run, "run to be cancelled");
        thread.start();
        while (node.monitor().getProgress() == null && !run.isDone()) {
            Thread.sleep(1);
        }
        assertFalse(run.isDone(), "the run is too short to be cancelled");
        node.monitor().setExecuteCanceled();
        final ExecutionException end = assertThrows(ExecutionException.class, () -> run.get(20, TimeUnit.SECONDS));
        assertInstanceOf(CanceledExecutionException.class, end.getCause());
    }
}
