/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import java.util.List;
import org.ratesweep.core.expression.Function;
import org.ratesweep.core.expression.LinearMap;
import org.ratesweep.core.expression.UnitSelection;

/** What gives a value of a {@link ValueGraph}. Operands are the numbers of other values of the same graph. */
sealed interface Operation {
    /** A number. Equal only to the same bits, so that 0.0 and -0.0 stay apart. */
    record Constant(double value) implements Operation {}

    /** An element of a region. */
    record Load(Region region, int slot) implements Operation {
        // By hand, or the first call in a run would generate them, which takes longer than all others.
        @Override
        public boolean equals(final Object other) {
            return other instanceof Load load && load.region == region && load.slot == slot;
        }

        @Override
        public int hashCode() {
            return 31 * region.hashCode() + slot;
        }
    }

    /** A value with the other sign. */
    record Negate(int operand) implements Operation {}

    /** Two values joined by one of the basic operations. */
    record Arithmetic(Kind kind, int left, int right) implements Operation {}

    /** A static method of one, two or three values. */
    record Call(Function.Computation method, List<Integer> arguments) implements Operation {}

    /** Units of a value in a chosen order. */
    record Units(int operand, UnitSelection selection) implements Operation {}

    /** Sums over the units of a value. */
    record Combination(int operand, LinearMap map) implements Operation {}

    /** Values one behind the other, each with as many units or elements as said. */
    record Joined(List<Integer> parts, List<Integer> extents) implements Operation {}

    /** The basic operations; each is one instruction of the virtual machine. */
    enum Kind {
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/");

        private final String symbol;

        Kind(final String symbol) {
            this.symbol = symbol;
        }

        String symbol() {
            return symbol;
        }

        double apply(final double left, final double right) {
            return switch (this) {
                case ADD -> left + right;
                case SUBTRACT -> left - right;
                case MULTIPLY -> left * right;
                case DIVIDE -> left / right;
            };
        }
    }

    /** Returns the operands, in order. */
    default List<Integer> operands() {
        if (this instanceof Negate negate) {
            return List.of(negate.operand());
        }
        if (this instanceof Arithmetic arithmetic) {
            return List.of(arithmetic.left(), arithmetic.right());
        }
        if (this instanceof Units units) {
            return List.of(units.operand());
        }
        if (this instanceof Combination combination) {
            return List.of(combination.operand());
        }
        if (this instanceof Joined joined) {
            return joined.parts();
        }
        return this instanceof Call call ? call.arguments() : List.of();
    }

    /** Tells whether the value is at hand without any computation. */
    default boolean isLeaf() {
        return this instanceof Constant || this instanceof Load;
    }
}
