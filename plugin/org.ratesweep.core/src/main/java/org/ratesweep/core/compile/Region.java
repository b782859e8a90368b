/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

/** The arrays that a routine works on. */
enum Region {
    /** One number a slot, the same for all sets: signals, then what follows from them and the time. */
    SHARED,
    /** The state variables, one lane a set. */
    STATE,
    /** What a step starts from: the state variables at another stage, or a mean of some. Only routines for stages read it. */
    START,
    /** What varies with the parameter set: swept parameters, signals of single sets, then what follows from the former. */
    PARAMETERS,
    /** Intermediate values of one evaluation. */
    SCRATCH,
    /** What the routine is for: derivatives, the states behind a step or of a stage, or observed variables. */
    RESULT
}
