/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.workflow;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilder;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The words of annotations, broken into lines. */
final class AnnotationText {
    /** The mean width of a letter in parts of its height; bold ones are wider. */
    private static final double LETTER = 0.52;

    private static final double BOLD_LETTER = 0.6;

    private AnnotationText() {}

    /**
     * A line.
     *
     * @param text its words
     * @param size the height of its letters
     * @param heading whether it is one
     * @param height how far below the one before it stands
     */
    record Line(String text, int size, boolean heading, int height) {}

    /** How blocks of text are set. */
    private enum Style {
        H1(30),
        H2(24),
        H3(19),
        P(14);

        private final int size;

        Style(final int size) {
            this.size = size;
        }

        int letters(final int width) {
            return (int) (width / (size * (this == P ? LETTER : BOLD_LETTER)));
        }

        static Style of(final String tag) {
            for (final Style style : values()) {
                if (style.name().equalsIgnoreCase(tag)) {
                    return style;
                }
            }
            return P;
        }
    }

    /** Returns the lines of a workflow's annotation: the paragraphs and headings of its HTML. */
    static List<Line> lines(final NodeSettingsRO annotation, final int width, final DocumentBuilder parser)
            throws InvalidSettingsException, IOException, SAXException {
        final NodeList blocks = parser.parse(
                        new InputSource(new StringReader("<text>" + annotation.getString("text") + "</text>")))
                .getDocumentElement()
                .getChildNodes();
        final List<Line> lines = new ArrayList<>();
        for (int i = 0; i < blocks.getLength(); i++) {
            final Style style = Style.of(blocks.item(i).getNodeName());
            boolean first = true;
            for (final String words : wrapped(blocks.item(i).getTextContent(), style.letters(width))) {
                final int height = (int) Math.round(style.size * (first ? 1.8 : 1.3));
                lines.add(new Line(words, style.size, style != Style.P, height));
                first = false;
            }
        }
        return lines;
    }

    /** Returns the lines below a node. */
    static List<String> label(final NodeSettingsRO node) throws InvalidSettingsException {
        final Optional<String> text = node.containsKey("nodeAnnotation")
                ? Optional.ofNullable(node.getNodeSettings("nodeAnnotation").getString("text"))
                : Optional.empty();
        return text.stream().flatMap(String::lines).toList();
    }

    private static List<String> wrapped(final String text, final int letters) {
        final List<String> lines = new ArrayList<>();
        final StringBuilder line = new StringBuilder();
        for (final String word : text.strip().split("\\s+")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > letters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
