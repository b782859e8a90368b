/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters.updates;

import java.util.function.Predicate;
import org.knime.node.parameters.NodeParametersInput;

/** Gives a condition. */
public interface EffectPredicateProvider {
    /** Returns the condition. */
    EffectPredicate init(PredicateInitializer initializer);

    /** Gives conditions on values. */
    interface PredicateInitializer {
        /** Refers to a text. */
        StringReference getString(Class<? extends ParameterReference<String>> reference);

        /** Refers to a truth value. */
        BooleanReference getBoolean(Class<? extends ParameterReference<Boolean>> reference);

        /** Refers to a constant. */
        <E extends Enum<E>> EnumReference<E> getEnum(Class<? extends ParameterReference<E>> reference);

        /** Refers to an array. */
        <T> ArrayReference getArray(Class<? extends ParameterReference<T[]>> reference);

        /** Tells whether there is no such value here. */
        boolean isMissing(Class<? extends ParameterReference<?>> reference);

        /** Returns a condition on what is connected. */
        EffectPredicate getConstant(Predicate<NodeParametersInput> predicate);

        /** Returns the condition that never holds. */
        default EffectPredicate never() {
            return getConstant(input -> false);
        }

        /** Returns the condition that always holds. */
        default EffectPredicate always() {
            return getConstant(input -> true);
        }

        /** Returns another condition. */
        EffectPredicate getPredicate(Class<? extends EffectPredicateProvider> provider);

        /** Conditions on a text. */
        interface StringReference {
            /** Returns the condition that it is a given text. */
            EffectPredicate isEqualTo(String text);

            /** Returns the condition that it matches a pattern. */
            EffectPredicate matchesPattern(String pattern);
        }

        /** Conditions on a truth value. */
        interface BooleanReference {
            /** Returns the condition that it is true. */
            EffectPredicate isTrue();

            /** Returns the condition that it is false. */
            EffectPredicate isFalse();
        }

        /**
         * Conditions on a constant.
         *
         * @param <E> its type
         */
        interface EnumReference<E extends Enum<E>> {
            /** Returns the condition that it is one of those given. */
            @SuppressWarnings("unchecked")
            EffectPredicate isOneOf(E... constants);
        }

        /** Conditions on an array. */
        interface ArrayReference {
            /** Returns the condition that it has more than one element. */
            EffectPredicate hasMultipleItems();

            /** Returns the condition that one of its elements satisfies a condition. */
            EffectPredicate containsElementSatisfying(EffectPredicateProvider elementPredicate);
        }
    }
}
