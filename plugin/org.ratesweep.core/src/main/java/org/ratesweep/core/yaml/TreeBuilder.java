/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.SourceLocation;

/**
 * Builds the tree from the parser's tokens: resolves aliases and merges, counts, and refuses what has no meaning here.
 */
final class TreeBuilder {
    private static final String MERGE = "<<";

    private final YAMLParser parser;
    private final SourceText text;
    private final YamlLimits limits;
    /** The anchored nodes by their anchors; none while the anchored node is still being read. */
    private final Map<String, Optional<Subtree>> anchors = new HashMap<>();

    /**
     * A finished part of the tree.
     *
     * @param node the part's root
     * @param size the number of its nodes, each counted as often as it is reachable
     * @param height the mappings and sequences inside each other, 0 for a scalar
     */
    private record Subtree(YamlNode node, long size, int height) {}

    private TreeBuilder(final YAMLParser parser, final SourceText text, final YamlLimits limits) {
        this.parser = parser;
        this.text = text;
        this.limits = limits;
    }

    static YamlNode build(final String content, final String fileName, final YamlLimits limits) {
        final SourceText text = new SourceText(content, fileName);
        text.refuseUnprintable();
        try (YAMLParser parser = new YAMLFactory().createParser(content)) {
            return new TreeBuilder(parser, text, limits).document();
        } catch (final JsonProcessingException problem) {
            throw SyntaxProblem.explain(problem, fileName);
        } catch (final IOException problem) {
            throw new InputException("'" + fileName + "' cannot be read: " + problem, problem);
        } catch (final InputException problem) {
            throw problem;
        } catch (final RuntimeException problem) {
            // Whatever a broken text makes the parser stumble over is the text's fault, not the program's.
            throw new InputException("'" + fileName + "' is no valid YAML: " + problem, problem);
        }
    }

    private YamlNode document() throws IOException {
        if (parser.nextToken() == null) {
            throw new InputException("'" + text.fileName() + "' is empty");
        }
        final YamlNode root = node(0).node();
        if (parser.nextToken() != null) {
            throw InputException.at(
                    here(), "a second YAML document begins here (after '---'); a file must hold exactly one");
        }
        return root;
    }

    /** Reads the node whose first token is the parser's current one. */
    private Subtree node(final int depth) throws IOException {
        final SourceLocation location = here();
        if (parser.isCurrentAlias()) {
            return alias(parser.getText(), location, depth);
        }
        refuseTag(location);
        final Optional<String> anchor = isCollection() ? Optional.ofNullable(parser.getObjectId()) : scalarAnchor();
        anchor.ifPresent(name -> anchors.put(name, Optional.empty()));
        final Subtree subtree = content(location, depth);
        anchor.ifPresent(name -> anchors.put(name, Optional.of(subtree)));
        return subtree;
    }

    private Subtree content(final SourceLocation location, final int depth) throws IOException {
        if (!isCollection()) {
            return new Subtree(new YamlScalar(parser.getText(), isPlain(), location), 1, 0);
        }
        checkDepth(depth + 1, location);
        return parser.currentToken() == JsonToken.START_OBJECT
                ? mapping(location, depth + 1)
                : sequence(location, depth + 1);
    }

    private Subtree alias(final String name, final SourceLocation location, final int depth) {
        if (!anchors.containsKey(name)) {
            throw InputException.at(location, "the alias '*" + name + "' has no anchor '&" + name + "' before it");
        }
        final Subtree subtree = anchors.get(name)
                .orElseThrow(() ->
                        InputException.at(location, "the alias '*" + name + "' stands inside of what it refers to"));
        checkDepth(depth + subtree.height(), location);
        return subtree;
    }

    private Subtree sequence(final SourceLocation location, final int depth) throws IOException {
        final List<YamlNode> elements = new ArrayList<>();
        long size = 1;
        int height = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            final Subtree element = node(depth);
            elements.add(element.node());
            size = sum(size, element.size());
            height = Math.max(height, element.height());
        }
        return new Subtree(new YamlSequence(elements, location), size, height + 1);
    }

    private Subtree mapping(final SourceLocation location, final int depth) throws IOException {
        final Map<String, YamlEntry> entries = new LinkedHashMap<>();
        Optional<YamlEntry> merge = Optional.empty();
        long size = 1;
        int height = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            final SourceLocation keyLocation = here();
            final String key = key(keyLocation);
            final boolean isMerge = key.equals(MERGE) && isPlain();
            parser.nextToken();
            final Subtree value = node(depth);
            final YamlEntry entry = new YamlEntry(key, keyLocation, value.node());
            final Optional<YamlEntry> same = isMerge ? merge : Optional.ofNullable(entries.get(key));
            if (same.isPresent()) {
                throw InputException.at(
                        keyLocation,
                        "the key '" + key + "' is already there, in line "
                                + same.get().location().line());
            }
            if (isMerge) {
                merge = Optional.of(entry);
            } else {
                entries.put(key, entry);
            }
            size = sum(size, value.size());
            height = Math.max(height, value.height());
        }
        merge.ifPresent(entry -> merge(entry.value(), entries));
        return new Subtree(new YamlMapping(entries, location), size, height + 1);
    }

    /** Reads a key, of whose anchor and tag the parser says nothing. */
    private String key(final SourceLocation location) throws IOException {
        if (text.isTagged(offset())) {
            throw tagged(location, "on a key");
        }
        final String key = parser.currentName();
        final boolean plain = isPlain();
        scalarAnchor()
                .ifPresent(name ->
                        anchors.put(name, Optional.of(new Subtree(new YamlScalar(key, plain, location), 1, 0))));
        return key;
    }

    /** Adds the entries of merged mappings whose keys are not there yet: what is written beside {@code <<} wins. */
    private static void merge(final YamlNode merged, final Map<String, YamlEntry> entries) {
        final List<YamlNode> mappings = merged instanceof YamlSequence several ? several.elements() : List.of(merged);
        for (final YamlNode mapping : mappings) {
            mapping.asMapping("what '<<' merges").inOrder().forEach(entry -> entries.putIfAbsent(entry.key(), entry));
        }
    }

    private long sum(final long size, final long more) {
        if (size + more > limits.nodes()) {
            throw InputException.at(
                    here(), "the document has more than " + limits.nodes() + " nodes, counting each use of an alias");
        }
        return size + more;
    }

    private void checkDepth(final int depth, final SourceLocation location) {
        if (depth > limits.depth()) {
            throw InputException.at(
                    location, "more than " + limits.depth() + " mappings and lists are inside each other here");
        }
    }

    private void refuseTag(final SourceLocation location) throws IOException {
        final Object tag = parser.getTypeId();
        if (tag != null) {
            throw tagged(location, "'" + tag + "'");
        }
    }

    private static InputException tagged(final SourceLocation location, final String tag) {
        return InputException.at(
                location, "the type tag " + tag + " is not allowed; leave it out, or put a text in quotes");
    }

    private boolean isCollection() {
        return parser.currentToken() == JsonToken.START_OBJECT || parser.currentToken() == JsonToken.START_ARRAY;
    }

    private Optional<String> scalarAnchor() {
        return text.anchor(offset());
    }

    private boolean isPlain() throws IOException {
        // Of a plain scalar without characters the parser gives a place that lies after it.
        return parser.getText().isEmpty() ? parser.currentToken() == JsonToken.VALUE_NULL : text.isPlain(offset());
    }

    private int offset() {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    private SourceLocation here() {
        final JsonLocation place = parser.currentTokenLocation();
        return new SourceLocation(text.fileName(), place.getLineNr(), place.getColumnNr());
    }
}
