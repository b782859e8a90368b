/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.SourceLocation;
import org.ratesweep.core.expression.Lexer;
import org.ratesweep.core.expression.Token;
import org.ratesweep.core.yaml.YamlEntry;
import org.ratesweep.core.yaml.YamlMapping;
import org.ratesweep.core.yaml.YamlNode;
import org.ratesweep.core.yaml.YamlSequence;

/**
 * Edits the equations that an operator template inherits.
 *
 * <p>What is searched for is a run of words, so that {@code r} is found in {@code r' = r} but not in {@code rr}. White
 * space in what is searched for counts for nothing, white space of the equations stays. No brackets are added.
 */
final class EquationEdits {
    private static final String REPLACE = "replace";
    private static final String REMOVE = "remove";
    private static final String APPEND = "append";
    private static final String PREPEND = "prepend";
    private static final String ADD = "add";

    private final SourceLocation location;
    private List<String> equations;
    private boolean found;

    private EquationEdits(final SourceLocation location, final List<String> equations) {
        this.location = location;
        this.equations = equations;
    }

    static List<EquationText> apply(final YamlMapping edits, final List<EquationText> inherited) {
        edits.refuseKeysBeyond(List.of(REPLACE, REMOVE, APPEND, PREPEND, ADD), "an edit of equations");
        final EquationEdits editing = new EquationEdits(
                edits.location(), inherited.stream().map(EquationText::text).toList());
        edits.given(REPLACE).ifPresent(editing::replace);
        edits.given(REMOVE).ifPresent(editing::remove);
        edits.given(APPEND).ifPresent(node -> {
            final String text = node.asScalar("'" + APPEND + "'").text();
            editing.editEach(equation -> equation + " " + text);
        });
        edits.given(PREPEND).ifPresent(node -> {
            final String text = node.asScalar("'" + PREPEND + "'").text();
            editing.editEach(equation -> text + " " + equation);
        });
        final List<EquationText> result = new ArrayList<>();
        for (int i = 0; i < inherited.size(); i++) {
            final String edited = editing.equations.get(i);
            final EquationText original = inherited.get(i);
            result.add(edited.equals(original.text()) ? original : new EquationText(edited, edits.location()));
        }
        edits.given(ADD).ifPresent(node -> result.addAll(OperatorReader.texts(node)));
        return List.copyOf(result);
    }

    private void replace(final YamlNode node) {
        for (final YamlEntry entry :
                node.asMapping("'" + REPLACE + "' (old: new)").inOrder()) {
            final String replacement = entry.value()
                    .asScalar("the replacement for '" + entry.key() + "' (to leave it out, use '" + REMOVE + "')")
                    .text();
            replaceEverywhere(entry.key(), replacement, entry.location(), REPLACE);
        }
    }

    private void remove(final YamlNode node) {
        final List<YamlNode> texts = node instanceof YamlSequence several ? several.elements() : List.of(node);
        for (final YamlNode text : texts) {
            replaceEverywhere(text.asScalar("'" + REMOVE + "'").text(), "", text.location(), REMOVE);
        }
    }

    private void replaceEverywhere(
            final String searched, final String replacement, final SourceLocation place, final String edit) {
        final Words words = Words.of(searched, place);
        if (words.tokens().isEmpty()) {
            throw InputException.at(place, "'" + edit + "' has an empty text to search for");
        }
        found = false;
        final List<String> before = equations;
        editEach(equation -> replaceIn(equation, words, replacement));
        if (!found) {
            throw InputException.at(
                    place,
                    "'" + searched + "', which '" + edit + "' searches for, occurs in no equation; the equations are: "
                            + before.stream().collect(Collectors.joining("; ")));
        }
    }

    private void editEach(final UnaryOperator<String> edit) {
        equations = equations.stream().map(edit).toList();
        for (final String equation : equations) {
            checkLength(equation.length());
        }
    }

    private String replaceIn(final String equation, final Words searched, final String replacement) {
        final Words words = Words.of(equation, location);
        final StringBuilder result = new StringBuilder();
        int copied = 0;
        int index = 0;
        while (index < words.tokens().size()) {
            if (words.hasAt(index, searched)) {
                final Token last = words.tokens().get(index + searched.tokens().size() - 1);
                join(
                        result,
                        equation.substring(copied, words.tokens().get(index).offset()));
                join(result, replacement);
                copied = last.end();
                index += searched.tokens().size();
                found = true;
            } else {
                index++;
            }
            checkLength(result.length());
        }
        join(result, equation.substring(copied));
        return result.toString();
    }

    /**
     * Appends a text such that no two words become one: {@code a*b} without {@code *} is {@code a b}, not {@code ab}.
     */
    private static void join(final StringBuilder result, final String text) {
        if (result.length() > 0 && !text.isEmpty() && wouldMerge(result.charAt(result.length() - 1), text.charAt(0))) {
            result.append(' ');
        }
        result.append(text);
    }

    private static boolean wouldMerge(final char left, final char right) {
        return isPartOfWord(left) && isPartOfWord(right) || left == '*' && right == '*';
    }

    private static boolean isPartOfWord(final char character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '.';
    }

    /** Derived from one another, templates can double an equation each. */
    private void checkLength(final int length) {
        if (length > Lexer.MOST_CHARACTERS) {
            throw InputException.at(
                    location, "the edits make an equation longer than " + Lexer.MOST_CHARACTERS + " characters");
        }
    }
}
