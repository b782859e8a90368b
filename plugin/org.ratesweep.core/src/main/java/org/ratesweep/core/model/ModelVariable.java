/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

/** A variable of the flattened system, addressed by its full path {@code circuit/…/node/operator/variable}. */
public sealed interface ModelVariable permits Parameter, StateVariable, AlgebraicVariable {

    /** Returns the full path, unique in the model. */
    String path();

    /** Returns what the variable is. */
    VariableKind kind();

    /** Returns the value that it has unless something else is said: of a state variable, the initial one. */
    double value();

    /** Returns the equation that gives it, as a user would read it; empty when there is none. */
    String equation();

    /** Tells whether a sweep can give the variable another value. */
    boolean sweepable();

    /** Tells whether the variable can be an output: whether it has a course in time. */
    boolean recordable();
}
