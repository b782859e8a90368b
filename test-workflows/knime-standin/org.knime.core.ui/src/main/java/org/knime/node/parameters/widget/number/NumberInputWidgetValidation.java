/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters.widget.number;

import org.knime.node.parameters.validation.BuiltinValidation;

/** Bounds of a number. */
public interface NumberInputWidgetValidation extends BuiltinValidation {
    /** Tells whether the bound itself is out of bounds. */
    default boolean isExclusive() {
        return false;
    }

    /** A lower bound. */
    abstract class MinValidation implements NumberInputWidgetValidation {
        /** Creates a bound. */
        public MinValidation() {}

        /** Returns the bound. */
        protected abstract double getMin();

        @Override
        public String getErrorMessage() {
            return (isExclusive() ? "above " : "from ") + getMin();
        }

        /** At least 0. */
        public static final class IsNonNegativeValidation extends MinValidation {
            /** Creates the bound. */
            public IsNonNegativeValidation() {}

            @Override
            public double getMin() {
                return 0;
            }
        }

        /** At least 1. */
        public static final class IsPositiveIntegerValidation extends MinValidation {
            /** Creates the bound. */
            public IsPositiveIntegerValidation() {}

            @Override
            public double getMin() {
                return 1;
            }
        }

        /** Above 0. */
        public static final class IsPositiveDoubleValidation extends MinValidation {
            /** Creates the bound. */
            public IsPositiveDoubleValidation() {}

            @Override
            public double getMin() {
                return 0;
            }

            @Override
            public boolean isExclusive() {
                return true;
            }
        }
    }

    /** An upper bound. */
    abstract class MaxValidation implements NumberInputWidgetValidation {
        /** Creates a bound. */
        public MaxValidation() {}

        /** Returns the bound. */
        protected abstract double getMax();

        @Override
        public String getErrorMessage() {
            return (isExclusive() ? "below " : "up to ") + getMax();
        }
    }
}
