/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.Optional;
import org.ratesweep.core.error.SourceLocation;

/**
 * What an operator says about one of its variables.
 *
 * @param role the variable's part in the operator
 * @param value the constant's value, the input's value while nothing drives it, else the initial value
 * @param type the set of numbers
 * @param length 0 for a scalar, n for a vector of n elements that all have the value
 * @param location where the declaration is written
 * @param warning what should be written otherwise, a sentence, if something should
 */
public record VariableDeclaration(
        Role role, Value value, ValueType type, int length, SourceLocation location, Optional<String> warning) {
    VariableDeclaration(
            final Role role, final Value value, final ValueType type, final int length, final SourceLocation location) {
        this(role, value, type, length, location, Optional.empty());
    }

    VariableDeclaration withWarning(final String sentence) {
        return new VariableDeclaration(role, value, type, length, location, Optional.of(sentence));
    }
}
