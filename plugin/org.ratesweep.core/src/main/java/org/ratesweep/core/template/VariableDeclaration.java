/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.List;
import java.util.Optional;
import org.ratesweep.core.error.SourceLocation;

/**
 * What an operator says about one of its variables.
 *
 * @param role the variable's part in the operator
 * @param value the constant's value, the input's value while nothing drives it, else the initial value; of a vector or matrix
 *     the value of its first element
 * @param type the set of numbers
 * @param length 0 for a scalar, n for a vector of n elements or a matrix of n rows
 * @param columns the number of columns of a matrix, else 0
 * @param elements the values of a vector's elements, or of a matrix's row by row, if they are given one by one; else all
 *     elements have the value
 * @param location where the declaration is written
 * @param warning what should be written otherwise, a sentence, if something should
 */
public record VariableDeclaration(
        Role role,
        Value value,
        ValueType type,
        int length,
        int columns,
        List<Value> elements,
        SourceLocation location,
        Optional<String> warning) {
    public VariableDeclaration {
        elements = List.copyOf(elements);
    }

    VariableDeclaration(
            final Role role, final Value value, final ValueType type, final int length, final SourceLocation location) {
        this(role, value, type, length, 0, List.of(), location, Optional.empty());
    }

    VariableDeclaration withWarning(final String sentence) {
        return new VariableDeclaration(role, value, type, length, columns, elements, location, Optional.of(sentence));
    }

    /** Tells whether the variable is a matrix, which only functions of vectors can use. */
    public boolean isMatrix() {
        return columns > 0;
    }

    /** Returns the number of its elements: 1 for a scalar. */
    public int extent() {
        return Math.max(1, length) * Math.max(1, columns);
    }
}
