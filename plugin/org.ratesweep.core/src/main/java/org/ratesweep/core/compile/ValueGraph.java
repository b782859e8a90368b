/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ratesweep.core.expression.Function;

/**
 * Values and what they are computed from: the compiler's intermediate form.
 *
 * <p>A value is known by its number; operands have smaller numbers, so the numbers are an order of computation. Equal
 * operations on equal operands are one value (common subexpressions are never written twice), and operations on constants
 * are constants, computed by the very operation that a lane would do: whether a parameter is swept or fixed does not change
 * the last bit. Factors of 1 and -1 and terms of 0.0 are left out, which changes at most the sign of a zero.
 *
 * <pre>
 * x*y + x*y      0 = state[0]   1 = state[1]   2 = 0 * 1   3 = 2 + 2
 * </pre>
 */
final class ValueGraph {
    private final List<Operation> operations = new ArrayList<>();
    private final List<Variance> variances = new ArrayList<>();
    /** By what tells operations apart; not the records themselves, whose hash codes are generated in every run. */
    private final Map<List<?>, Integer> numbers = new HashMap<>();

    int size() {
        return operations.size();
    }

    Operation operation(final int value) {
        return operations.get(value);
    }

    Variance variance(final int value) {
        return variances.get(value);
    }

    boolean isConstant(final int value, final double number) {
        return operation(value) instanceof Operation.Constant constant
                && Double.doubleToRawLongBits(constant.value()) == Double.doubleToRawLongBits(number);
    }

    int constant(final double number) {
        return add(List.of(Double.doubleToRawLongBits(number)), new Operation.Constant(number), Variance.CONSTANT);
    }

    /** A slot of a region whose content varies as said. */
    int load(final Region region, final int slot, final Variance variance) {
        return add(List.of(region, slot), new Operation.Load(region, slot), variance);
    }

    int negate(final int operand) {
        if (operation(operand) instanceof Operation.Constant constant) {
            return constant(-constant.value());
        }
        return add(List.of(operand), new Operation.Negate(operand), variance(operand));
    }

    int arithmetic(final Operation.Kind kind, final int left, final int right) {
        if (operation(left) instanceof Operation.Constant a && operation(right) instanceof Operation.Constant b) {
            return constant(kind.apply(a.value(), b.value()));
        }
        if ((kind == Operation.Kind.MULTIPLY || kind == Operation.Kind.DIVIDE) && isConstant(right, 1)) {
            return left;
        }
        if (kind == Operation.Kind.MULTIPLY && isConstant(left, 1)) {
            return right;
        }
        if (kind == Operation.Kind.MULTIPLY && isConstant(left, -1)) {
            return negate(right);
        }
        if ((kind == Operation.Kind.ADD || kind == Operation.Kind.SUBTRACT) && isConstant(right, 0)) {
            return left;
        }
        if (kind == Operation.Kind.ADD && isConstant(left, 0)) {
            return right;
        }
        return add(
                List.of(kind, left, right),
                new Operation.Arithmetic(kind, left, right),
                variance(left).join(variance(right)));
    }

    int call(final Function.Unary method, final int argument) {
        if (operation(argument) instanceof Operation.Constant constant) {
            return constant(method.operation().applyAsDouble(constant.value()));
        }
        return add(
                List.of(method.owner(), method.method(), argument),
                new Operation.Call(method, List.of(argument)),
                variance(argument));
    }

    int call(final Function.Binary method, final int first, final int second) {
        if (operation(first) instanceof Operation.Constant a && operation(second) instanceof Operation.Constant b) {
            return constant(method.operation().applyAsDouble(a.value(), b.value()));
        }
        return add(
                List.of(method.owner(), method.method(), first, second),
                new Operation.Call(method, List.of(first, second)),
                variance(first).join(variance(second)));
    }

    int call(final Function.Choice method, final int condition, final int first, final int second) {
        if (operation(condition) instanceof Operation.Constant constant) {
            if (Double.isNaN(constant.value())) {
                return condition;
            }
            return constant.value() == 0.0 ? second : first;
        }
        return add(
                List.of(method.owner(), method.method(), condition, first, second),
                new Operation.Call(method, List.of(condition, first, second)),
                variance(condition).join(variance(first)).join(variance(second)));
    }

    private int add(final List<?> identity, final Operation operation, final Variance variance) {
        final Integer known = numbers.get(identity);
        if (known != null) {
            return known;
        }
        operations.add(operation);
        variances.add(variance);
        numbers.put(identity, operations.size() - 1);
        return operations.size() - 1;
    }
}
