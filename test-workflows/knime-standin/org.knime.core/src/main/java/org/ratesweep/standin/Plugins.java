/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.standin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What plugins declare in the files {@code plugin.xml}.
 *
 * @param nodes the class names of the factories of nodes
 * @param portTypes the port types
 */
public record Plugins(List<String> nodes, List<PortTypeExtension> portTypes) {
    private static final String NODES = "org.knime.workbench.repository.nodes";
    private static final String PORT_TYPES = "org.knime.core.PortType";

    /**
     * A port type that a plugin declares.
     *
     * @param name what users see
     * @param objectClass the class of the objects
     * @param objectSerializer the class that writes and reads them
     * @param specClass the class of the specs
     * @param specSerializer the class that writes and reads them
     * @param color the colour of the ports, as RGB
     */
    public record PortTypeExtension(
            String name,
            String objectClass,
            String objectSerializer,
            String specClass,
            String specSerializer,
            Optional<Integer> color) {}

    /** Returns what the plugins on the class path declare. */
    public static Plugins onClassPath() {
        final List<String> nodes = new ArrayList<>();
        final List<PortTypeExtension> portTypes = new ArrayList<>();
        try {
            for (final URL file :
                    Collections.list(Plugins.class.getClassLoader().getResources("plugin.xml"))) {
                read(file, nodes, portTypes);
            }
        } catch (final IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return new Plugins(List.copyOf(nodes), List.copyOf(portTypes));
    }

    /** Returns a class by name. */
    public static <T> Class<? extends T> load(final String className, final Class<T> type) {
        try {
            return Class.forName(className, true, Plugins.class.getClassLoader())
                    .asSubclass(type);
        } catch (final ClassNotFoundException missing) {
            throw new IllegalArgumentException("there is no class '" + className + "'", missing);
        }
    }

    /** Returns a new object of a class that has a constructor without arguments. */
    public static <T> T create(final String className, final Class<T> type) {
        try {
            final Constructor<? extends T> constructor = load(className, type).getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (final InvocationTargetException failure) {
            throw new IllegalStateException("the constructor of '" + className + "' failed", failure.getCause());
        } catch (final ReflectiveOperationException problem) {
            throw new IllegalStateException("'" + className + "' has no constructor without arguments", problem);
        }
    }

    private static void read(final URL file, final List<String> nodes, final List<PortTypeExtension> portTypes)
            throws IOException {
        try (InputStream in = file.openStream()) {
            final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            final NodeList extensions =
                    factory.newDocumentBuilder().parse(in).getDocumentElement().getElementsByTagName("extension");
            for (final Element extension : elements(extensions)) {
                switch (extension.getAttribute("point")) {
                    case NODES ->
                        elements(extension.getElementsByTagName("node"))
                                .forEach(node -> nodes.add(node.getAttribute("factory-class")));
                    case PORT_TYPES ->
                        elements(extension.getElementsByTagName("portType"))
                                .forEach(type -> portTypes.add(portType(type)));
                    default -> {
                        // Of no concern here.
                    }
                }
            }
        } catch (final SAXException | ParserConfigurationException problem) {
            throw new IOException("cannot read " + file + ": " + problem.getMessage(), problem);
        }
    }

    private static PortTypeExtension portType(final Element type) {
        final String color = type.getAttribute("color");
        return new PortTypeExtension(
                type.getAttribute("name"),
                type.getAttribute("objectClass"),
                type.getAttribute("objectSerializer"),
                type.getAttribute("specClass"),
                type.getAttribute("specSerializer"),
                color.isEmpty() ? Optional.empty() : Optional.of(Integer.parseInt(color.substring(1), 16)));
    }

    private static List<Element> elements(final NodeList nodes) {
        final List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
