/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

/** A variable of the flattened system, addressed by its full path {@code circuit/…/node/operator/variable}. */
public sealed interface ModelVariable permits Parameter, StateVariable, AlgebraicVariable {

    /** Returns the full path, unique in the model. */
    String path();

    /** Returns what the variable is. */
    VariableKind kind();

    /** Returns the values that its units have unless something else is said: of a state variable, the initial ones. */
    UnitValues values();

    /** Returns the number of its units: copies of its node in a population, elements of a vector. */
    default int extent() {
        return values().extent();
    }

    /** Returns the value that it has unless something else is said; of several units, that of the first. */
    default double value() {
        return values().get(0);
    }

    /** Returns the equation that gives it, as a user would read it; empty when there is none. */
    String equation();

    /** Tells whether the variable belongs to an edge: its path is {@code source->target/...}. */
    default boolean ofEdge() {
        return path().contains(ModelEdge.ARROW);
    }

    /** Tells whether a sweep can give the variable another value. */
    boolean sweepable();

    /** Tells whether the variable can be an output: whether it has a course in time. */
    boolean recordable();

    /**
     * Returns the path that the template has for the variable: a complex variable {@code z} is a pair of variables,
     * {@code z.real} and {@code z.imag}.
     */
    default String declaredPath() {
        final int part = path().indexOf('.', path().lastIndexOf('/') + 1);
        return part < 0 ? path() : path().substring(0, part);
    }
}
