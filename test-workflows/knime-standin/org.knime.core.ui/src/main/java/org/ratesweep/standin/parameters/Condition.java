/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.standin.parameters;

import org.knime.node.parameters.updates.EffectPredicate;

/** A condition that can be tested. All conditions within the stand-in are of this kind. */
@FunctionalInterface
public interface Condition extends EffectPredicate {
    /** Tells whether it holds. */
    boolean test();

    /** Tells whether any condition holds. */
    static boolean holds(final EffectPredicate predicate) {
        return ((Condition) predicate).test();
    }
}
