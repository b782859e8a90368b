/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.yaml;

import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.SourceLocation;

/**
 * A value in a YAML text: a mapping, a sequence or a scalar.
 *
 * <p>The {@code as…} methods take the value as what a reader expects there. Each is given the subject of the sentence
 * that an error starts with, for instance {@code "'weight'"}, and throws an {@link InputException} at this node's place
 * when the value is of another kind.
 */
public sealed interface YamlNode permits YamlMapping, YamlSequence, YamlScalar {
    /** Returns where the value begins; for a value that an alias stands for, where the anchored value begins. */
    SourceLocation location();

    /** Returns what the value is, in words that end a sentence, for instance {@code "the number 3"}. */
    String words();

    /** Returns whether the value is null: {@code null}, {@code ~} or nothing at all. */
    default boolean isNull() {
        return false;
    }

    /** Returns this mapping; anything else is an error. */
    default YamlMapping asMapping(final String subject) {
        throw mismatch(subject, "a mapping (key: value)");
    }

    /** Returns this sequence; anything else is an error. */
    default YamlSequence asSequence(final String subject) {
        throw mismatch(subject, "a list");
    }

    /** Returns this scalar, whatever its type, but not null; anything else is an error. */
    default YamlScalar asScalar(final String subject) {
        throw mismatch(subject, "a single value");
    }

    /** Returns the text of this scalar, which must be of type text; anything else is an error. */
    default String asText(final String subject) {
        throw mismatch(subject, "a text");
    }

    /** Returns the value of this finite number, integer or not; anything else is an error. */
    default double asNumber(final String subject) {
        throw mismatch(subject, "a number");
    }

    /** Returns the value of this integer, which must fit in 32 bits; anything else is an error. */
    default int asInteger(final String subject) {
        throw mismatch(subject, "a whole number");
    }

    /** Returns the value of this truth value; anything else is an error. */
    default boolean asBoolean(final String subject) {
        throw mismatch(subject, "true or false");
    }

    /**
     * The error that this value is not what is expected here.
     *
     * @param subject what the value is the value of
     * @param expected what was expected, with its article
     * @return the exception, to be thrown
     */
    default InputException mismatch(final String subject, final String expected) {
        return InputException.at(location(), subject + " must be " + expected + ", but is " + words());
    }
}
