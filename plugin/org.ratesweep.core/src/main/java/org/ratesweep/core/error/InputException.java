/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.error;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Something a user wrote cannot be used as it stands: a template, an equation, a grid, a sweep file, a signal.
 *
 * <p>The one exception type that the core throws for bad input. Its message stands alone: where, what is wrong, what was
 * expected, the nearest valid names. It needs no stack trace to be understood.
 */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final transient SourceLocation location;
    private final List<String> chain;

    private InputException(
            final String problem, final SourceLocation location, final List<String> chain, final Throwable cause) {
        super(message(problem, location, chain), cause);
        this.problem = problem;
        this.location = location;
        this.chain = chain;
    }

    /**
     * A problem that no place in a text can be given for.
     *
     * @param problem what is wrong, what was expected, and the remedy: one sentence that starts in lower case
     */
    public InputException(final String problem) {
        this(problem, null, List.of(), null);
    }

    /**
     * A problem whose cause is worth keeping for whoever asks for the stack trace.
     *
     * @param problem what is wrong, what was expected, and the remedy
     * @param cause what led to it
     */
    public InputException(final String problem, final Throwable cause) {
        this(problem, null, List.of(), cause);
    }

    /**
     * A problem at a place in a text.
     *
     * @param location the place
     * @param problem what is wrong, what was expected, and the remedy
     * @return the exception, to be thrown
     */
    public static InputException at(final SourceLocation location, final String problem) {
        return new InputException(problem, location, List.of(), null);
    }

    /**
     * This problem as seen from one step further out, for instance from the template that refers to the faulty one.
     *
     * @param step what leads to the problem, for instance {@code "node template 'PC' (jansenrit.yaml:40:1)"}
     * @return the same problem with the step appended to its chain
     */
    public InputException within(final String step) {
        final List<String> longer = new ArrayList<>(chain);
        longer.add(step);
        return new InputException(problem, location, List.copyOf(longer), this);
    }

    /** Returns what is wrong, without the place and without the chain. */
    public String problem() {
        return problem;
    }

    /** Returns the place in the user's text, if there is one. */
    public Optional<SourceLocation> location() {
        return Optional.ofNullable(location);
    }

    /** Returns what led to the problem, from the inside out. */
    public List<String> chain() {
        return Collections.unmodifiableList(chain);
    }

    private static String message(final String problem, final SourceLocation location, final List<String> chain) {
        final StringBuilder text = new StringBuilder();
        if (location != null) {
            text.append(location).append(": ");
        }
        text.append(problem);
        for (final String step : chain) {
            text.append(System.lineSeparator()).append("  in ").append(step);
        }
        return text.toString();
    }
}
