/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.SourceLocation;

/** Puts the parser's complaints into our words, with the parser's reason and the place it gives. */
final class SyntaxProblem {
    private SyntaxProblem() {}

    static InputException explain(final JsonProcessingException problem, final String fileName) {
        return marked(problem, fileName).orElseGet(() -> unmarked(problem, fileName));
    }

    // The parser's exceptions with a place are deprecated as types, but nothing else has the place of the problem
    // itself.
    @SuppressWarnings("deprecation")
    private static Optional<InputException> marked(final JsonProcessingException problem, final String fileName) {
        if (problem instanceof com.fasterxml.jackson.dataformat.yaml.snakeyaml.error.MarkedYAMLException yaml
                && yaml.getProblemMark() != null) {
            final SourceLocation place = new SourceLocation(
                    fileName,
                    yaml.getProblemMark().getLine() + 1,
                    yaml.getProblemMark().getColumn() + 1);
            final String context = yaml.getContext() == null ? "" : yaml.getContext() + ": ";
            return Optional.of(notYaml(place, context + yaml.getProblem()));
        }
        return Optional.empty();
    }

    private static InputException unmarked(final JsonProcessingException problem, final String fileName) {
        final JsonLocation place = problem.getLocation();
        final String reason = problem.getOriginalMessage().lines().findFirst().orElse("");
        if (place == null) {
            return new InputException("'" + fileName + "' is no valid YAML: " + reason, problem);
        }
        final SourceLocation location = new SourceLocation(fileName, place.getLineNr(), place.getColumnNr());
        return reason.startsWith("Expected a field name")
                ? InputException.at(location, "a key of a mapping must be a text, no list, mapping or alias")
                : notYaml(location, reason);
    }

    private static InputException notYaml(final SourceLocation location, final String reason) {
        final String advice = reason.contains("TAB") ? " Indent with blanks." : "";
        return InputException.at(location, "this is no valid YAML: " + reason + advice);
    }
}
