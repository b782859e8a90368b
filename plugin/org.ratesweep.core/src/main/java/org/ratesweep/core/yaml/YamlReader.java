/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.SourceLocation;

/** Reads YAML texts and files. Every error is an {@link InputException}, whatever the text holds. */
public final class YamlReader {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private YamlReader() {}

    /**
     * Reads a text that holds exactly one YAML document, within the {@linkplain YamlLimits#STANDARD standard limits}.
     *
     * @param text the text
     * @param fileName what to call the text in messages
     * @return the document's root
     * @throws InputException if the text is no YAML, holds no or several documents, duplicate keys, type tags or
     *     recursive aliases, or goes beyond the limits
     */
    public static YamlNode read(final String text, final String fileName) {
        return read(text, fileName, YamlLimits.STANDARD);
    }

    /**
     * Reads a text that holds exactly one YAML document.
     *
     * @param text the text
     * @param fileName what to call the text in messages
     * @param limits how large the document may be
     * @return the document's root
     * @throws InputException as {@link #read(String, String)}
     */
    public static YamlNode read(final String text, final String fileName, final YamlLimits limits) {
        if (text.length() > limits.size()) {
            throw tooLarge(fileName, text.length() + " characters", limits);
        }
        final String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        return TreeBuilder.build(content, fileName, limits);
    }

    /**
     * Reads a file that holds exactly one YAML document, within the {@linkplain YamlLimits#STANDARD standard limits}.
     *
     * @param file the file
     * @return the document's root
     * @throws InputException as {@link #read(String, String)} and {@link #readText(Path)}
     */
    public static YamlNode read(final Path file) {
        return read(readText(file), file.toString());
    }

    /**
     * Reads the text of a file. A file beyond the {@linkplain YamlLimits#STANDARD standard limits} is refused unread.
     *
     * @param file the file
     * @return its text
     * @throws InputException if the file is missing, no regular file, too large, unreadable, or not UTF-8
     */
    public static String readText(final Path file) {
        final YamlLimits limits = YamlLimits.STANDARD;
        try {
            final BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new InputException("'" + file + "' is no file but "
                        + (attributes.isDirectory() ? "a folder" : "a device or a pipe"));
            }
            if (attributes.size() > limits.size()) {
                throw tooLarge(file.toString(), attributes.size() + " bytes", limits);
            }
            return decode(bytes(file, limits), file.toString());
        } catch (final NoSuchFileException problem) {
            throw new InputException("there is no file '" + file + "'", problem);
        } catch (final IOException problem) {
            throw new InputException("the file '" + file + "' cannot be read: " + problem, problem);
        }
    }

    private static byte[] bytes(final Path file, final YamlLimits limits) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            // The file may have grown since its size was asked for.
            final byte[] bytes = stream.readNBytes(limits.size() + 1);
            if (bytes.length > limits.size()) {
                throw tooLarge(file.toString(), "more than " + limits.size() + " bytes", limits);
            }
            return bytes;
        }
    }

    private static String decode(final byte[] bytes, final String fileName) {
        final ByteBuffer source = ByteBuffer.wrap(bytes);
        final CharBuffer text = CharBuffer.allocate(bytes.length);
        final CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(source, text, true);
        text.flip();
        if (result.isError()) {
            final String[] lines = text.toString().split("\n", -1);
            final String last = lines[lines.length - 1];
            throw InputException.at(
                    new SourceLocation(fileName, lines.length, last.codePointCount(0, last.length()) + 1),
                    String.format(
                            "the byte 0x%02x here is not UTF-8; save the file with the encoding UTF-8",
                            source.get(source.position())));
        }
        return text.toString();
    }

    private static InputException tooLarge(final String fileName, final String size, final YamlLimits limits) {
        return new InputException(
                "'" + fileName + "' is too large: it has " + size + ", at most " + limits.size() + " are read");
    }
}
