/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.standin.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The XML form of configs, format of 2008. */
final class ConfigXml {
    private static final String NAMESPACE = "http://www.knime.org/2008/09/XMLConfig";
    private static final Pattern ESCAPED = Pattern.compile("%%(\\d{5})");

    private ConfigXml() {}

    static void write(final Config config, final OutputStream out) throws IOException {
        final Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<config xmlns=\"" + NAMESPACE
                + "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"" + NAMESPACE
                + " http://www.knime.org/XMLConfig_2008_09.xsd\" key=\"" + attribute(config.getKey()) + "\">\n");
        writeChildren(config, writer, "    ");
        writer.write("</config>\n");
        writer.flush();
    }

    private static void writeChildren(final Config config, final Writer writer, final String indent)
            throws IOException {
        for (final Map.Entry<String, org.ratesweep.standin.config.Node> child :
                config.children().entrySet()) {
            final String key = attribute(child.getKey());
            if (child.getValue() instanceof org.ratesweep.standin.config.Node.Branch branch) {
                if (branch.config().children().isEmpty()) {
                    writer.write(indent + "<config key=\"" + key + "\"/>\n");
                } else {
                    writer.write(indent + "<config key=\"" + key + "\">\n");
                    writeChildren(branch.config(), writer, indent + "    ");
                    writer.write(indent + "</config>\n");
                }
            } else if (child.getValue() instanceof org.ratesweep.standin.config.Node.Entry entry) {
                writer.write(indent + "<entry key=\"" + key + "\" type=\""
                        + entry.type().xmlName() + "\""
                        + entry.text()
                                .map(text -> " value=\"" + attribute(text) + "\"/>\n")
                                .orElse(" isnull=\"true\" value=\"\"/>\n"));
            }
        }
    }

    static <T extends Config> T read(final InputStream in, final Function<String, T> create) throws IOException {
        try (in) {
            final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            final Element root = factory.newDocumentBuilder().parse(in).getDocumentElement();
            final T config = create.apply(root.getAttribute("key"));
            readChildren(root, config);
            return config;
        } catch (final SAXException | ParserConfigurationException | IllegalArgumentException problem) {
            throw new IOException("not the XML form of settings: " + problem.getMessage(), problem);
        }
    }

    private static void readChildren(final Element element, final Config config) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element found) {
                final String key = unescape(found.getAttribute("key"));
                if (found.getLocalName().equals("config")) {
                    readChildren(found, config.addChild(key));
                } else {
                    config.children()
                            .put(
                                    key,
                                    new org.ratesweep.standin.config.Node.Entry(
                                            EntryType.ofXmlName(found.getAttribute("type")), text(found)));
                }
            }
        }
    }

    private static Optional<String> text(final Element entry) {
        return entry.getAttribute("isnull").equals("true")
                ? Optional.empty()
                : Optional.of(unescape(entry.getAttribute("value")));
    }

    private static String attribute(final String text) {
        final StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    if (c < ' ' || c == '%' && text.startsWith("%", i + 1)) {
                        escaped.append(String.format(Locale.ROOT, "%%%%%05d", (int) c));
                    } else {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.toString();
    }

    private static String unescape(final String text) {
        return ESCAPED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1)))));
    }
}
