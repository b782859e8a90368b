/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

/** Why a parameter set was not computed to the end. */
public sealed interface Failure permits Divergence, PastTooLong, StepSizeUnderflow, TooManySteps {
    /** Returns the time up to which its values are right, in the model's unit of time. */
    double time();
}
