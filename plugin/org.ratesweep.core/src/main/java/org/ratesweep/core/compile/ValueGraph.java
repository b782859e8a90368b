/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ratesweep.core.expression.Function;
import org.ratesweep.core.expression.LinearMap;
import org.ratesweep.core.expression.UnitSelection;

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
 *
 * <p>A value has as many units as the variables that it is computed from; operations work unit by unit. Where one operand has
 * several units and another only one, that one is copied to all of them first, unless it is a number or the same for all
 * lanes.
 */
final class ValueGraph {
    private final List<Operation> operations = new ArrayList<>();
    private final List<Variance> variances = new ArrayList<>();
    private final List<Integer> extents = new ArrayList<>();
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

    /** Returns the number of units of a value. */
    int extent(final int value) {
        return extents.get(value);
    }

    boolean isConstant(final int value, final double number) {
        return operation(value) instanceof Operation.Constant constant
                && Double.doubleToRawLongBits(constant.value()) == Double.doubleToRawLongBits(number);
    }

    int constant(final double number) {
        return add(List.of(Double.doubleToRawLongBits(number)), new Operation.Constant(number), Variance.CONSTANT, 1);
    }

    /** A slot of a region whose content varies as said. */
    int load(final Region region, final int slot, final Variance variance) {
        return load(region, slot, 1, variance);
    }

    /** Neighbouring slots of a region, one for each unit. */
    int load(final Region region, final int slot, final int extent, final Variance variance) {
        return add(List.of(region, slot, extent), new Operation.Load(region, slot), variance, extent);
    }

    int negate(final int operand) {
        if (operation(operand) instanceof Operation.Constant constant) {
            return constant(-constant.value());
        }
        return add(List.of(operand), new Operation.Negate(operand), variance(operand), extent(operand));
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
        final int extent = Math.max(extent(left), extent(right));
        final int a = fitted(left, extent);
        final int b = fitted(right, extent);
        return add(
                List.of(kind, a, b),
                new Operation.Arithmetic(kind, a, b),
                variance(a).join(variance(b)),
                extent);
    }

    int call(final Function.Unary method, final int argument) {
        if (operation(argument) instanceof Operation.Constant constant) {
            return constant(method.operation().applyAsDouble(constant.value()));
        }
        return call(method, List.of(method.owner(), method.method()), List.of(argument));
    }

    int call(final Function.Binary method, final int first, final int second) {
        if (operation(first) instanceof Operation.Constant a && operation(second) instanceof Operation.Constant b) {
            return constant(method.operation().applyAsDouble(a.value(), b.value()));
        }
        return call(method, List.of(method.owner(), method.method()), List.of(first, second));
    }

    int call(final Function.Choice method, final int condition, final int first, final int second) {
        if (operation(condition) instanceof Operation.Constant constant) {
            if (Double.isNaN(constant.value())) {
                return condition;
            }
            return constant.value() == 0.0 ? second : first;
        }
        return call(method, List.of(method.owner(), method.method()), List.of(condition, first, second));
    }

    private int call(final Function.Computation method, final List<?> name, final List<Integer> arguments) {
        final int extent = arguments.stream().mapToInt(this::extent).max().orElseThrow();
        final List<Integer> fitted = new ArrayList<>();
        Variance variance = Variance.CONSTANT;
        for (final int argument : arguments) {
            final int units = fitted(argument, extent);
            fitted.add(units);
            variance = variance.join(variance(units));
        }
        return add(List.of(name, fitted), new Operation.Call(method, List.copyOf(fitted)), variance, extent);
    }

    /**
     * Units of a value in a chosen order; one with one unit counts as many equal ones. What is the same for all lanes and
     * units alike stays as it is; neighbours of what stands in slots are read there.
     */
    int select(final int operand, final UnitSelection selection) {
        if (extent(operand) == 1) {
            return fitted(operand, selection.extent());
        }
        if (operation(operand) instanceof Operation.Load load && selection.isRange()) {
            requireUnits(operand, selection);
            return load(load.region(), load.slot() + selection.source(0), selection.extent(), variance(operand));
        }
        return isEverywhereAlike(operand) ? operand : place(operand, selection);
    }

    /** Sums over the units of a value; one with one unit counts as many equal ones. */
    int combine(final int operand, final LinearMap map) {
        final boolean hasNoLanes = isEverywhereAlike(operand);
        final int units = hasNoLanes || extent(operand) == 1 && map.columns() > 1
                ? place(operand, UnitSelection.copies(map.columns()))
                : operand;
        if (extent(units) != map.columns()) {
            throw new IllegalArgumentException("sums over " + map.columns() + " of " + extent(units) + " units");
        }
        return add(List.of(map, units), new Operation.Combination(units, map), inLanes(units), map.rows());
    }

    private int place(final int operand, final UnitSelection selection) {
        requireUnits(operand, selection);
        return add(
                List.of(selection, operand),
                new Operation.Units(operand, selection),
                inLanes(operand),
                selection.extent());
    }

    private void requireUnits(final int operand, final UnitSelection selection) {
        if (selection.highest() >= extent(operand)) {
            throw new IllegalArgumentException("unit " + selection.highest() + " of " + extent(operand));
        }
    }

    /** Values one behind the other, each with a number of units. */
    int join(final List<Integer> parts, final List<Integer> extents) {
        final List<Integer> fitted = new ArrayList<>();
        Variance variance = Variance.CONSTANT;
        int extent = 0;
        for (int i = 0; i < parts.size(); i++) {
            final int part = fitted(parts.get(i), extents.get(i));
            fitted.add(part);
            variance = variance.join(inLanes(part));
            extent += extents.get(i);
        }
        return parts.size() == 1
                ? fitted.get(0)
                : add(List.of(fitted, extents), new Operation.Joined(List.copyOf(fitted), extents), variance, extent);
    }

    /** Gives a value as many units as it is stored or computed with. */
    int fitted(final int value, final int extent) {
        if (extent(value) == extent || isEverywhereAlike(value)) {
            return value;
        }
        if (extent(value) != 1) {
            throw new IllegalArgumentException(extent(value) + " and " + extent + " units");
        }
        return place(value, UnitSelection.copies(extent));
    }

    /** Numbers and what the routines compute once for all lanes need no copies. */
    private boolean isEverywhereAlike(final int value) {
        return variance(value) == Variance.CONSTANT || variance(value) == Variance.STEP;
    }

    /** The variance of what is written to lanes whatever it is computed from. */
    private Variance inLanes(final int operand) {
        return switch (variance(operand)) {
            case CONSTANT, SET -> Variance.SET;
            case STEP, LANE -> Variance.LANE;
        };
    }

    private int add(final List<?> identity, final Operation operation, final Variance variance, final int extent) {
        final Integer known = numbers.get(identity);
        if (known != null) {
            return known;
        }
        operations.add(operation);
        variances.add(variance);
        extents.add(extent);
        numbers.put(identity, operations.size() - 1);
        return operations.size() - 1;
    }
}
