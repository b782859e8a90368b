/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.ratesweep.knime.gridsearch.GridSearchNodeFactory;
import org.ratesweep.knime.loadtemplate.LoadTemplateNodeFactory;
import org.ratesweep.knime.parametergrid.ParameterGridNodeFactory;
import org.ratesweep.knime.resultsmap.ResultsMapNodeFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What users read of the nodes. A description that is not well-formed would make its node unavailable. */
class NodeDescriptionsTest {
    /** What KNIME allows in descriptions, and the elements that hold them. */
    private static final Set<String> ELEMENTS = Set.of(
            "knimeNode",
            "name",
            "shortDescription",
            "fullDescription",
            "intro",
            "option",
            "ports",
            "inPort",
            "outPort",
            "a",
            "b",
            "br",
            "code",
            "dd",
            "dl",
            "dt",
            "em",
            "h3",
            "h4",
            "hr",
            "i",
            "li",
            "ol",
            "p",
            "pre",
            "s",
            "samp",
            "sub",
            "sup",
            "table",
            "td",
            "th",
            "tr",
            "tt",
            "u",
            "ul");

    static Stream<NodeFactory<NodeModel>> factories() {
        return Stream.of(
                new LoadTemplateNodeFactory(),
                new ParameterGridNodeFactory(),
                new GridSearchNodeFactory(),
                new ResultsMapNodeFactory());
    }

    private static List<Element> elements(final NodeFactory<NodeModel> factory, final String tag) {
        final NodeList found = factory.getXMLDescription().getElementsByTagName(tag);
        final List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    @ParameterizedTest
    @MethodSource("factories")
    void descriptionsAreWellFormedAndOfKnownElements(final NodeFactory<NodeModel> factory) {
        for (final Element element : elements(factory, "*")) {
            assertTrue(ELEMENTS.contains(element.getTagName()), element.getTagName());
        }
    }

    @ParameterizedTest
    @MethodSource("factories")
    void everyPortAndOptionIsDescribed(final NodeFactory<NodeModel> factory) {
        final List<Element> described = new ArrayList<>();
        for (final String tag : List.of("option", "inPort", "outPort")) {
            described.addAll(elements(factory, tag));
        }
        assertTrue(described.size() > 2);
        for (final Element element : described) {
            assertFalse(element.getAttribute("name").isBlank());
            assertTrue(
                    element.getTextContent().strip().endsWith("."),
                    () -> element.getAttribute("name") + ": " + element.getTextContent());
        }
    }

    @ParameterizedTest
    @MethodSource("factories")
    void portsOfANodeHaveDifferentNames(final NodeFactory<NodeModel> factory) {
        final List<String> names = new ArrayList<>();
        elements(factory, "inPort").forEach(port -> names.add(port.getAttribute("name")));
        elements(factory, "outPort").forEach(port -> names.add(port.getAttribute("name")));
        assertEquals(names.size(), new HashSet<>(names).size(), names::toString);
    }

    @ParameterizedTest
    @MethodSource("factories")
    void thereIsAnExampleAndThereAreKeywords(final NodeFactory<NodeModel> factory) {
        assertTrue(elements(factory, "intro").get(0).getTextContent().contains("Example."));
        assertTrue(factory.getKeywords().length >= 5);
    }

    @ParameterizedTest
    @MethodSource("factories")
    void iconsAreSixteenPixelsWideAndHigh(final NodeFactory<NodeModel> factory) throws IOException {
        final BufferedImage icon = ImageIO.read(factory.getIcon());
        assertEquals(16, icon.getWidth());
        assertEquals(16, icon.getHeight());
    }
}
