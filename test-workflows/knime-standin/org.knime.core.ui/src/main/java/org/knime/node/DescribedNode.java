/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node;

import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.parameters.Widget;
import org.ratesweep.standin.parameters.ParametersClass;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The description that follows from a node's code. */
final class DescribedNode extends NodeDescription {
    private final DefaultNode node;
    private final Element xml;

    private DescribedNode(final DefaultNode node, final Element xml) {
        this.node = node;
        this.xml = xml;
    }

    static DescribedNode of(final DefaultNode node) throws SAXException, IOException {
        try {
            final Element xml = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml(node))))
                    .getDocumentElement();
            return new DescribedNode(node, xml);
        } catch (final ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String getIconPath() {
        return node.text().icon();
    }

    @Override
    public String getNodeName() {
        return node.text().name();
    }

    @Override
    public NodeType getType() {
        return node.type();
    }

    @Override
    public String[] getKeywords() {
        return node.keywords().toArray(String[]::new);
    }

    @Override
    public String getInportName(final int index) {
        return ports(true).get(index).portName();
    }

    @Override
    public String getInportDescription(final int index) {
        return ports(true).get(index).portDescription();
    }

    @Override
    public String getOutportName(final int index) {
        return ports(false).get(index).portName();
    }

    @Override
    public String getOutportDescription(final int index) {
        return ports(false).get(index).portDescription();
    }

    @Override
    public Element getXMLDescription() {
        return xml;
    }

    private List<DeclaredPort> ports(final boolean input) {
        return node.declaredPorts().stream()
                .filter(port -> port.input() == input)
                .toList();
    }

    private static String xml(final DefaultNode node) {
        final StringBuilder xml = new StringBuilder("<knimeNode>");
        xml.append("<name>").append(escaped(node.text().name())).append("</name><shortDescription>");
        xml.append(escaped(node.text().shortDescription())).append("</shortDescription><fullDescription><intro>");
        xml.append(node.text().fullDescription()).append("</intro>");
        node.model().parametersClass().ifPresent(type -> options(type, xml));
        xml.append("</fullDescription><ports>");
        for (final DeclaredPort port : node.declaredPorts()) {
            final String tag = port.input() ? "inPort" : "outPort";
            xml.append('<').append(tag).append(" name=\"").append(escaped(port.portName()));
            xml.append("\" optional=\"").append(!port.isAlwaysThere()).append("\">");
            xml.append(port.portDescription()).append("</").append(tag).append('>');
        }
        return xml.append("</ports></knimeNode>").toString();
    }

    private static void options(final Class<?> type, final StringBuilder xml) {
        for (final Field field : ParametersClass.fields(type)) {
            Optional.ofNullable(field.getAnnotation(Widget.class))
                    .ifPresent(widget -> xml.append("<option name=\"")
                            .append(escaped(widget.title()))
                            .append("\">")
                            .append(widget.description())
                            .append("</option>"));
            if (ParametersClass.isGroup(field.getType())) {
                options(field.getType(), xml);
            }
            ParametersClass.elementClass(field).ifPresent(element -> options(element, xml));
        }
    }

    private static String escaped(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
