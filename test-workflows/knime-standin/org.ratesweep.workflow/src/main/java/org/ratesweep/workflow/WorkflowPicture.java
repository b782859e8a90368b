/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.workflow;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortType;
import org.ratesweep.standin.Plugins;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Draws a saved workflow as SVG: its nodes with their icons and ports, the lines between them, its annotations. */
public final class WorkflowPicture {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String FONT = "Helvetica, Arial, sans-serif";
    private static final int NODE = 48;
    private static final int PORT = 10;
    private static final int LINE_HEIGHT = 16;
    private static final int MARGIN = 16;

    private final Path icons;
    private final Document document;
    private final Element root;
    private int left = Integer.MAX_VALUE;
    private int top = Integer.MAX_VALUE;
    private int right = Integer.MIN_VALUE;
    private int bottom = Integer.MIN_VALUE;

    private WorkflowPicture(final Path icons) throws ParserConfigurationException {
        this.icons = icons;
        this.document = builder().newDocument();
        this.root = document.createElementNS(SVG, "svg");
        document.appendChild(root);
    }

    /** Where a node is drawn, and what it connects with. */
    private record Box(int x, int y, List<PortType> inputs, List<PortType> outputs) {
        int portY(final int port, final int ports) {
            return y + (int) Math.round(NODE * (port + 0.5) / ports);
        }
    }

    /**
     * Draws a workflow.
     *
     * @param folder the workflow's folder
     * @param icons the folder of the nodes' icons: {@code load-template.svg} for Load Template
     * @return the text of an SVG file
     */
    public static String draw(final Path folder, final Path icons) throws IOException, WorkflowException {
        try {
            final WorkflowPicture picture = new WorkflowPicture(icons);
            picture.add(Workflow.read(folder), (NodeSettings)
                    NodeSettings.loadFromXML(Files.newInputStream(folder.resolve("workflow.knime"))));
            return picture.text();
        } catch (final InvalidSettingsException
                | ParserConfigurationException
                | SAXException
                | TransformerException problem) {
            throw new IOException("the workflow cannot be drawn: " + problem.getMessage(), problem);
        }
    }

    private void add(final Workflow workflow, final NodeSettingsRO file)
            throws InvalidSettingsException, IOException, SAXException, ParserConfigurationException {
        if (file.containsKey("annotations")) {
            final NodeSettingsRO annotations = file.getNodeSettings("annotations");
            for (final String key : annotations.keySet()) {
                annotation(annotations.getNodeSettings(key));
            }
        }
        final Map<Integer, int[]> places = new LinkedHashMap<>();
        final NodeSettingsRO nodes = file.getNodeSettings("nodes");
        for (final String key : nodes.keySet()) {
            final NodeSettingsRO node = nodes.getNodeSettings(key);
            places.put(node.getInt("id"), node.getNodeSettings("ui_settings").getIntArray("extrainfo.node.bounds"));
        }
        final Map<Integer, Box> boxes = new LinkedHashMap<>();
        for (final SavedNode node : workflow.nodes()) {
            boxes.put(node.id(), box(node, places.get(node.id())));
        }
        workflow.connections().forEach(line -> connection(line, boxes));
        for (final SavedNode node : workflow.nodes()) {
            node(node, boxes.get(node.id()));
        }
    }

    @SuppressWarnings("unchecked")
    private static Box box(final SavedNode node, final int... place) throws InvalidSettingsException {
        final NodeInstance instance = NodeInstance.saved(
                (NodeFactory<NodeModel>) Plugins.create(node.factory(), NodeFactory.class), node.settings());
        final List<PortType> inputs = new ArrayList<>();
        for (int i = 1; i <= instance.inputs(); i++) {
            inputs.add(instance.node().getInputType(i));
        }
        final List<PortType> outputs = new ArrayList<>();
        for (int i = 1; i <= instance.outputs(); i++) {
            outputs.add(instance.node().getOutputType(i));
        }
        return new Box(place[0], place[1], inputs, outputs);
    }

    private void annotation(final NodeSettingsRO annotation)
            throws InvalidSettingsException, IOException, SAXException, ParserConfigurationException {
        final int x = annotation.getInt("x-coordinate");
        final int y = annotation.getInt("y-coordinate");
        final int width = annotation.getInt("width");
        final int height = annotation.getInt("height");
        final Element frame = shape("rect", "x", x, "y", y, "width", width, "height", height, "rx", 4);
        frame.setAttribute("fill", color(annotation.getInt("bgcolor")));
        frame.setAttribute("stroke", color(annotation.getInt("borderColor")));
        frame.setAttribute("stroke-width", "2");
        cover(x, y, x + width, y + height);
        int line = y;
        for (final AnnotationText.Line words : AnnotationText.lines(annotation, width - MARGIN, builder())) {
            line += words.height();
            final Element text = text(words.text(), x + MARGIN / 2, line, words.size(), "start");
            text.setAttribute("font-weight", words.heading() ? "bold" : "normal");
        }
    }

    private void node(final SavedNode node, final Box box)
            throws InvalidSettingsException, IOException, SAXException, ParserConfigurationException {
        text(node.name(), box.x() + NODE / 2, box.y() - 8, 12, "middle").setAttribute("font-weight", "bold");
        final Element body = shape("rect", "x", box.x(), "y", box.y(), "width", NODE, "height", NODE, "rx", 6);
        body.setAttribute("fill", "#ffffff");
        body.setAttribute("stroke", "#6e6e6e");
        root.appendChild(icon(node, box));
        for (int i = 0; i < box.inputs().size(); i++) {
            port(box.inputs().get(i), box.x() - PORT, box.portY(i, box.inputs().size()));
        }
        for (int i = 0; i < box.outputs().size(); i++) {
            port(
                    box.outputs().get(i),
                    box.x() + NODE,
                    box.portY(i, box.outputs().size()));
        }
        final int below = box.y() + NODE + LINE_HEIGHT + 4;
        final List<String> label = AnnotationText.label(node.settings());
        for (int i = 0; i < label.size(); i++) {
            text(label.get(i), box.x() + NODE / 2, below + i * LINE_HEIGHT, 11, "middle");
        }
        cover(box.x() - NODE, box.y() - 2 * LINE_HEIGHT, box.x() + 2 * NODE, below + label.size() * LINE_HEIGHT);
    }

    /** The drawing of the icon becomes a part of the picture, sharp at any size. */
    private Element icon(final SavedNode node, final Box box)
            throws IOException, SAXException, ParserConfigurationException {
        final String name = node.name().toLowerCase(Locale.ROOT).replace(' ', '-') + ".svg";
        final Element icon = (Element) document.importNode(
                builder().parse(icons.resolve(name).toFile()).getDocumentElement(), true);
        attributes(icon, "x", box.x() + 8, "y", box.y() + 8, "width", NODE - 16, "height", NODE - 16);
        return icon;
    }

    /** A table is a triangle and a model a square, as KNIME draws its ports. */
    private void port(final PortType type, final int x, final int y) {
        final int half = PORT / 2;
        final boolean table = type.getPortObjectClass().getSimpleName().equals("BufferedDataTable");
        final Element port = shape("path");
        port.setAttribute(
                "d",
                table
                        ? "M" + x + " " + (y - half) + "L" + (x + PORT) + " " + y + "L" + x + " " + (y + half) + "Z"
                        : "M" + x + " " + (y - half) + "h" + PORT + "v" + PORT + "h" + -PORT + "Z");
        port.setAttribute("fill", table ? "#000000" : color(type.getColor()));
    }

    private void connection(final Connection line, final Map<Integer, Box> boxes) {
        if (line.sourcePort() == 0 || line.destinationPort() == 0) {
            return;
        }
        final Box source = boxes.get(line.source());
        final Box destination = boxes.get(line.destination());
        final int x1 = source.x() + NODE + PORT;
        final int y1 = source.portY(line.sourcePort() - 1, source.outputs().size());
        final int x2 = destination.x() - PORT;
        final int y2 = destination.portY(
                line.destinationPort() - 1, destination.inputs().size());
        final int bend = Math.max(NODE / 2, Math.abs(x2 - x1) / 2);
        final Element curve = shape("path");
        curve.setAttribute(
                "d",
                "M" + x1 + " " + y1 + "C" + (x1 + bend) + " " + y1 + " " + (x2 - bend) + " " + y2 + " " + x2 + " "
                        + y2);
        curve.setAttribute("fill", "none");
        curve.setAttribute("stroke", "#6e6e6e");
    }

    private Element text(final String words, final int x, final int y, final int size, final String anchor) {
        final Element text = shape("text", "x", x, "y", y, "font-size", size);
        text.setAttribute("text-anchor", anchor);
        text.setTextContent(words);
        return text;
    }

    private Element shape(final String name, final Object... attributes) {
        final Element shape = document.createElementNS(SVG, name);
        attributes(shape, attributes);
        root.appendChild(shape);
        return shape;
    }

    private static void attributes(final Element element, final Object... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            element.setAttribute(attributes[i].toString(), attributes[i + 1].toString());
        }
    }

    private void cover(final int x1, final int y1, final int x2, final int y2) {
        left = Math.min(left, x1);
        top = Math.min(top, y1);
        right = Math.max(right, x2);
        bottom = Math.max(bottom, y2);
    }

    private String text() throws TransformerException {
        final int width = right - left + 2 * MARGIN;
        final int height = bottom - top + 2 * MARGIN;
        attributes(root, "width", width, "height", height, "font-family", FONT);
        root.setAttribute("viewBox", (left - MARGIN) + " " + (top - MARGIN) + " " + width + " " + height);
        final Element ground = shape(
                "rect", "x", left - MARGIN, "y", top - MARGIN, "width", width, "height", height, "fill", "#ffffff");
        root.insertBefore(ground, root.getFirstChild());
        final Transformer transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        final StringWriter text = new StringWriter();
        transformer.transform(new DOMSource(document), new StreamResult(text));
        return text + "\n";
    }

    private static String color(final int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb & 0xFFFFFF);
    }

    private static DocumentBuilder builder() throws ParserConfigurationException {
        final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setNamespaceAware(true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory.newDocumentBuilder();
    }
}
