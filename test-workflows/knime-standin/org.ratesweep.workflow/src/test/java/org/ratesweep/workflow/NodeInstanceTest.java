/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ConfigurableNodeFactory.PortsConfigurationBuilder;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEConstants;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.util.ThreadPool;
import org.ratesweep.standin.parameters.PersistedParameters;
import org.ratesweep.workflow.demo.Demo;

/** Nodes in tests behave as in KNIME. */
class NodeInstanceTest {
    @Test
    void settingsReadBackAsWritten() throws Exception {
        final NodeSettings settings = NodeInstance.of(Demo.points()).settings();
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        settings.saveToXML(bytes);
        assertEquals(settings, NodeSettings.loadFromXML(new ByteArrayInputStream(bytes.toByteArray())));
        assertEquals(settings, NodeInstance.of(Demo.points()).load(settings).settings());
    }

    @Test
    void absentSettingsAreRefusedUnlessMigrated() throws Exception {
        final NodeSettings settings = without("pause");
        NodeInstance.of(Demo.points()).load(settings);
        assertThrows(
                InvalidSettingsException.class,
                () -> NodeInstance.of(Demo.points()).load(without("column")));
    }

    private static NodeSettings without(final String missing) throws InvalidSettingsException {
        final NodeSettings all = NodeInstance.of(Demo.points()).settings();
        final NodeSettings some = new NodeSettings("model");
        for (final String key : all.keySet()) {
            if (key.equals(missing)) {
                continue;
            }
            if (all.hasChild(key)) {
                some.addNodeSettings(all.getNodeSettings(key));
            } else {
                switch (all.typeOf(key).orElseThrow()) {
                    case "xstring" -> some.addString(key, all.getString(key));
                    case "xdouble" -> some.addDouble(key, all.getDouble(key));
                    case "xint" -> some.addInt(key, all.getInt(key));
                    default -> some.addBoolean(key, all.getBoolean(key));
                }
            }
        }
        return some;
    }

    @Test
    void cancelsWithinASecond() throws Exception {
        final NodeInstance node = NodeInstance.of(Demo.points());
        final NodeSettings settings = node.settings();
        settings.addInt("pause", 100);
        for (int i = 0; i < 100; i++) {
            settings.getNodeSettings("points").addNodeSettings(Demo.point(i));
        }
        node.load(settings);
        final PortObject line = Demo.line();
        final Future<PortObject[]> run = KNIMEConstants.GLOBAL_THREAD_POOL.enqueue(() -> node.execute(line));
        while (node.monitor().getProgress() == null) {
            Thread.sleep(5);
        }
        final long start = System.nanoTime();
        node.monitor().setExecuteCanceled();
        final ExecutionException failure = assertThrows(ExecutionException.class, run::get);
        assertInstanceOf(CanceledExecutionException.class, failure.getCause());
        assertTrue(System.nanoTime() - start < 1_000_000_000L);
    }

    @Test
    void anOptionalPortIsThereOnceAdded() {
        assertEquals(1, NodeInstance.of(Demo.points()).inputs());
        assertEquals(2, NodeInstance.withPorts(Demo.points(), "shifts").inputs());
    }

    @Test
    void twoPortsOfTheSameNameAreRefused() {
        final PortsConfigurationBuilder ports = new PortsConfigurationBuilder();
        ports.addFixedInputPortGroup("Points", BufferedDataTable.TYPE);
        assertThrows(
                IllegalArgumentException.class, () -> ports.addFixedOutputPortGroup("Points", BufferedDataTable.TYPE));
    }

    @Test
    void dialogsOpenWithNothingConnected() {
        final NodeInstance node = NodeInstance.of(Demo.points());
        final Demo.Opened nothing = Demo.dialog(node, false);
        assertEquals(List.of(), nothing.dialog().choices(nothing.parameters(), "m_column"));
        assertEquals(
                "2 points",
                nothing.dialog()
                        .message(nothing.parameters(), "m_count")
                        .orElseThrow()
                        .title());
        assertTrue(nothing.dialog().isActive(nothing.parameters(), "m_column"));
        final Demo.Opened line = Demo.dialog(node, true);
        assertEquals(List.of("y"), line.dialog().choices(line.parameters(), "m_column"));
    }

    @Test
    void waitingInAPoolGivesUpThePlace() throws Exception {
        final ThreadPool pool = new ThreadPool(1);
        final Future<String> outer = pool.enqueue((Callable<String>)
                () -> pool.enqueue((Callable<String>) () -> "inner").get());
        assertEquals("inner", outer.get());
        assertFalse(KNIMEConstants.VERSION.isEmpty());
        pool.waitForTermination();
        assertThrows(IllegalThreadStateException.class, () -> pool.runInvisible(() -> "no thread of the pool"));
        assertEquals(Map.of(0, 0), Map.of(pool.getRunningThreads(), pool.getQueueSize()));
    }

    @Test
    void parametersAreWrittenAsKnimeDoes() throws Exception {
        final NodeSettings settings = new NodeSettings("model");
        PersistedParameters.save(new Persisted(), settings);
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        settings.saveToXML(bytes);
        final String expected;
        try (var in = NodeInstanceTest.class.getResourceAsStream("/parameters.xml")) {
            expected = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        assertEquals(lines(expected), lines(bytes.toString(java.nio.charset.StandardCharsets.UTF_8)));
        final NodeSettings again = new NodeSettings("model");
        PersistedParameters.save(PersistedParameters.load(Persisted.class, settings), again);
        assertEquals(settings, again);
    }

    private static List<String> lines(final String xml) {
        return xml.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("<entry") || line.startsWith("<config key") || line.equals("</config>"))
                .toList();
    }
}
