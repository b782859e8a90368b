/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters.updates;

import org.ratesweep.standin.parameters.Condition;

/** A condition. */
public interface EffectPredicate {
    /** Returns the condition that both hold. */
    default EffectPredicate and(final EffectPredicate other) {
        return (Condition) () -> Condition.holds(this) && Condition.holds(other);
    }

    /** Returns the condition that one holds. */
    default EffectPredicate or(final EffectPredicate other) {
        return (Condition) () -> Condition.holds(this) || Condition.holds(other);
    }

    /** Returns the condition that this does not hold. */
    default EffectPredicate negate() {
        return (Condition) () -> !Condition.holds(this);
    }
}
