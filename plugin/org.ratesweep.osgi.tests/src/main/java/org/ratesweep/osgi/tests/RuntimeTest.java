/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Test;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.ratesweep.core.results.Results;
import org.ratesweep.core.sweep.ParameterGrid;
import org.ratesweep.core.sweep.ParameterTarget.NodeVariables;
import org.ratesweep.core.sweep.RunOptions;
import org.ratesweep.core.sweep.Sweep;
import org.ratesweep.core.template.TemplateLibrary;

/** The bundles start, and all that plugin.xml says is found. */
class RuntimeTest {
    private static final String NODES = "org.ratesweep.knime";
    private static final String COLUMN = "model_templates.neural_mass_models.jansenrit.JRC2";

    @Test
    void theBundlesStart() throws BundleException {
        for (final String name : List.of("org.ratesweep.core", NODES)) {
            final Bundle bundle = Platform.getBundle(name);
            assertNotNull(bundle, name);
            bundle.start();
            assertEquals(Bundle.ACTIVE, bundle.getState(), name);
        }
    }

    @Test
    void everyExtensionHasItsPoint() {
        final Set<String> points = Arrays.stream(Platform.getExtensionRegistry().getExtensions(NODES))
                .map(IExtension::getExtensionPointUniqueIdentifier)
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "org.knime.core.PortType",
                        "org.knime.workbench.repository.categories",
                        "org.knime.workbench.repository.nodes"),
                points);
        points.forEach(point -> assertNotNull(Platform.getExtensionRegistry().getExtensionPoint(point), point));
    }

    @Test
    void everyNodeHasItsFactoryAndIcon() throws CoreException, IOException {
        final List<IConfigurationElement> nodes = elements("node");
        assertEquals(4, nodes.size());
        for (final IConfigurationElement node : nodes) {
            final NodeFactory<?> factory = (NodeFactory<?>) node.createExecutableExtension("factory-class");
            assertEquals(node.getAttribute("factory-class"), factory.getClass().getName());
            assertIsIcon(factory.getIcon(), factory.getNodeName());
            assertDoesNotThrow(factory::createNodeModel, factory.getNodeName());
        }
    }

    @Test
    void theCategoryHasItsIconAndTakesAllNodes() throws IOException {
        final List<IConfigurationElement> categories = elements("category");
        assertEquals(1, categories.size());
        final IConfigurationElement category = categories.get(0);
        assertIsIcon(Platform.getBundle(NODES).getEntry(category.getAttribute("icon")), "category");
        for (final IConfigurationElement node : elements("node")) {
            assertEquals(
                    category.getAttribute("path") + category.getAttribute("level-id"),
                    node.getAttribute("category-path"));
        }
    }

    @Test
    void everyPortTypeHasItsClasses() throws CoreException, ClassNotFoundException {
        final List<IConfigurationElement> types = elements("portType");
        assertTrue(!types.isEmpty());
        final Bundle bundle = Platform.getBundle(NODES);
        for (final IConfigurationElement type : types) {
            assertTrue(type.createExecutableExtension("objectSerializer") instanceof PortObject.PortObjectSerializer);
            assertTrue(
                    type.createExecutableExtension("specSerializer")
                            instanceof PortObjectSpec.PortObjectSpecSerializer);
            assertTrue(PortObject.class.isAssignableFrom(bundle.loadClass(type.getAttribute("objectClass"))));
            assertTrue(PortObjectSpec.class.isAssignableFrom(bundle.loadClass(type.getAttribute("specClass"))));
        }
    }

    @Test
    void theCoreRunsWithTheLibrariesOfKnime() {
        final Sweep sweep = Sweep.of(TemplateLibrary.builtIn().circuit(COLUMN))
                .grid(ParameterGrid.pairwise(Map.of("C", new double[] {68, 135})))
                .map("C", new NodeVariables(List.of("jrc_op/c"), List.of("jrc")))
                .simulationTime(0.01)
                .stepSize(1e-4)
                .output("V_pce", "jrc/jrc_op/V_e")
                .build();
        final Results results = Results.collect(sweep, RunOptions.defaults());
        assertEquals(
                List.of("ok", "ok"),
                results.map().rows().stream().map(row -> row.status().word()).toList());
    }

    @Test
    void theNodesKnowTheirVersion() throws ReflectiveOperationException {
        final Bundle bundle = Platform.getBundle(NODES);
        final Package nodes =
                bundle.loadClass("org.ratesweep.knime.port.ModelPortObject").getPackage();
        assertEquals(bundle.getVersion().toString(), nodes.getImplementationVersion());
        assertEquals(
                bundle.getVersion(), Platform.getBundle("org.ratesweep.core").getVersion());
        assertTrue(bundle.getVersion().getQualifier().matches("\\d{12}"), bundle.getVersion()::toString);
    }

    private static List<IConfigurationElement> elements(final String name) {
        return Arrays.stream(Platform.getExtensionRegistry().getExtensions(NODES))
                .flatMap(extension -> Stream.of(extension.getConfigurationElements()))
                .filter(element -> element.getName().equals(name))
                .toList();
    }

    private static void assertIsIcon(final URL url, final String of) throws IOException {
        assertNotNull(url, of);
        final BufferedImage icon = ImageIO.read(url);
        assertEquals(List.of(16, 16), List.of(icon.getWidth(), icon.getHeight()), of);
    }
}
