/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.yaml;

import java.util.Optional;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.SourceLocation;

/** The text under the parser, for what its tokens do not tell. */
final class SourceText {
    private static final String FLOW_SIGNS = ",[]{}";

    private final String text;
    private final String fileName;
    /** Where the last question was about, as code points and as characters: questions come in the order of the text. */
    private int codePoints;

    private int characters;

    SourceText(final String text, final String fileName) {
        this.text = text;
        this.fileName = fileName;
    }

    String fileName() {
        return fileName;
    }

    /** Refuses the characters that YAML excludes, which the parser would report without their place. */
    void refuseUnprintable() {
        int line = 1;
        int column = 1;
        int i = 0;
        while (i < text.length()) {
            final int character = text.codePointAt(i);
            if (!isPrintable(character)) {
                throw InputException.at(
                        new SourceLocation(fileName, line, column),
                        String.format("the character U+%04X here is not allowed in YAML", character));
            }
            line += character == '\n' ? 1 : 0;
            column = character == '\n' ? 1 : column + 1;
            i += Character.charCount(character);
        }
    }

    /**
     * Returns whether a scalar is written without quotes and not as a block.
     *
     * @param offset where its token begins, in code points
     */
    boolean isPlain(final int offset) {
        final int i = afterAnchor(index(offset));
        return i >= text.length() || "'\"|>".indexOf(text.charAt(i)) < 0;
    }

    /**
     * Returns whether a scalar has a type tag.
     *
     * @param offset where its token begins, in code points
     */
    boolean isTagged(final int offset) {
        final int i = afterAnchor(index(offset));
        return i < text.length() && text.charAt(i) == '!';
    }

    /**
     * Returns the anchor of a scalar, if it has one.
     *
     * @param offset where its token begins, in code points
     */
    Optional<String> anchor(final int offset) {
        final int i = index(offset);
        return isAnchor(i) ? Optional.of(text.substring(i + 1, anchorEnd(i))) : Optional.empty();
    }

    /** Turns an offset in code points into one in characters. */
    private int index(final int offset) {
        if (offset < codePoints) {
            codePoints = 0;
            characters = 0;
        }
        characters = text.offsetByCodePoints(characters, offset - codePoints);
        codePoints = offset;
        return characters;
    }

    private boolean isAnchor(final int i) {
        return i < text.length() && text.charAt(i) == '&';
    }

    private int anchorEnd(final int start) {
        int i = start;
        while (i < text.length() && !isBlank(i) && FLOW_SIGNS.indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    /** Skips an anchor, and the blanks, line ends and comments between it and what it names. */
    private int afterAnchor(final int start) {
        int i = isAnchor(start) ? anchorEnd(start) : start;
        while (i > start && i < text.length() && (isBlank(i) || text.charAt(i) == '#')) {
            final int lineEnd = text.charAt(i) == '#' ? text.indexOf('\n', i) : i;
            i = lineEnd < 0 ? text.length() : lineEnd + 1;
        }
        return i;
    }

    private boolean isBlank(final int i) {
        return Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '\u0085';
    }

    private static boolean isPrintable(final int character) {
        return character >= ' ' && character <= '~'
                || character == '\n'
                || character == '\r'
                || character == '\t'
                || character == 0x85
                || character >= 0xa0 && character <= 0xd7ff
                || character >= 0xe000 && character <= 0xfffd
                || character >= 0x10000;
    }
}
