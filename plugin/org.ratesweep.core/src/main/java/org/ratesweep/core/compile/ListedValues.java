/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.ratesweep.core.expression.Expression;
import org.ratesweep.core.expression.Function;
import org.ratesweep.core.expression.Operator;

/**
 * Writes the values of one routine as text: by the paths of variables where there are some, else by where they stand.
 *
 * <pre>
 * scratch[0] * (p/op/x - 5)
 * </pre>
 */
final class ListedValues {
    /** How tightly an operation holds its operands together, from the loosest. */
    private enum Binding {
        SUM,
        PRODUCT,
        SIGN,
        ATOM
    }

    private final RoutinePlan plan;
    private final Map<Integer, String> names;
    private final Map<Integer, String> results;
    private final Map<Integer, String> locals = new HashMap<>();

    /**
     * @param plan the routine
     * @param names what values are called in the model
     * @param results what is stored in the slots of {@link Region#RESULT}
     */
    ListedValues(final RoutinePlan plan, final Map<Integer, String> names, final Map<Integer, String> results) {
        this.plan = plan;
        this.names = names;
        this.results = results;
    }

    /** Returns what a value is called that a loop computes once for several uses in it, from then on. */
    String local(final int value) {
        return locals.computeIfAbsent(value, any -> named(value).orElseGet(() -> "local[" + locals.size() + "]"));
    }

    /** Forgets the values that one loop computes for itself. */
    void endLoop() {
        locals.clear();
    }

    /** Returns what an assignment writes to. */
    String target(final Assignment assignment) {
        return assignment.target().equals(plan.places().get(assignment.value()))
                ? place(assignment.target(), assignment.extent(), Optional.of(assignment.value()))
                : place(assignment.target(), assignment.extent(), Optional.empty());
    }

    /** Returns what an assignment writes: the operation if this is where its value is computed. */
    String source(final Assignment assignment) {
        return assignment.target().equals(plan.places().get(assignment.value()))
                        && !locals.containsKey(assignment.value())
                ? operation(assignment.value(), Binding.SUM)
                : operand(assignment.value(), Binding.SUM);
    }

    /** Returns how a value is computed from others. */
    String operation(final int value) {
        return operation(value, Binding.SUM);
    }

    /** Returns the slots of calls, which are neighbours. */
    String slots(final List<Integer> values) {
        final int extent = values.stream().mapToInt(plan.graph()::extent).sum();
        return slots("scratch", plan.places().get(values.get(0)).slot(), extent);
    }

    /** Returns how a user calls a function. */
    static String name(final Function.Computation computation) {
        return Arrays.stream(Function.values())
                .filter(function -> function.computation().equals(computation))
                .map(function -> function.names().get(0))
                .findFirst()
                .orElseGet(() -> methodName(computation));
    }

    private static String methodName(final Function.Computation computation) {
        if (computation instanceof Function.Unary unary) {
            return unary.method();
        }
        if (computation instanceof Function.Binary binary) {
            return binary.method();
        }
        return computation instanceof Function.Choice choice ? choice.method() : computation.toString();
    }

    private String operand(final int value, final Binding required) {
        if (plan.graph().operation(value) instanceof Operation.Constant constant) {
            final String number = new Expression.Constant(constant.value()).toString();
            return number.startsWith("-") ? bracketed(number, Binding.SIGN, required) : number;
        }
        final String local = locals.get(value);
        if (local != null) {
            return local;
        }
        if (plan.graph().operation(value) instanceof Operation.Load load) {
            return place(load, plan.graph().extent(value), Optional.of(value));
        }
        final Operation.Load place = plan.places().get(value);
        return place == null
                ? operation(value, required)
                : place(place, plan.graph().extent(value), Optional.of(value));
    }

    private String operation(final int value, final Binding required) {
        final Operation operation = plan.graph().operation(value);
        if (operation instanceof Operation.Negate negate) {
            return bracketed("-" + operand(negate.operand(), Binding.SIGN), Binding.SIGN, required);
        }
        if (operation instanceof Operation.Arithmetic arithmetic) {
            return switch (arithmetic.kind()) {
                case ADD, SUBTRACT -> infix(arithmetic, Binding.SUM, Binding.PRODUCT, required);
                case MULTIPLY, DIVIDE -> infix(arithmetic, Binding.PRODUCT, Binding.SIGN, required);
            };
        }
        if (operation instanceof Operation.Call call) {
            return Arrays.stream(Operator.values())
                    .filter(operator ->
                            operator.method().filter(call.method()::equals).isPresent())
                    .findFirst()
                    .map(operator -> "(" + arguments(call, " " + operator.symbol() + " ", Binding.ATOM) + ")")
                    .orElseGet(() -> name(call.method()) + "(" + arguments(call, ", ", Binding.SUM) + ")");
        }
        if (operation instanceof Operation.Units units) {
            return units.selection() + " of " + operand(units.operand(), Binding.ATOM);
        }
        if (operation instanceof Operation.Combination combination) {
            return combination.map() + " times " + operand(combination.operand(), Binding.ATOM);
        }
        if (operation instanceof Operation.Joined joined) {
            return joined.parts().stream()
                    .map(part -> operand(part, Binding.SUM))
                    .collect(Collectors.joining(", ", "joined(", ")"));
        }
        return operand(value, required);
    }

    private String infix(
            final Operation.Arithmetic arithmetic, final Binding left, final Binding right, final Binding required) {
        final String symbol = " " + arithmetic.kind().symbol() + " ";
        return bracketed(
                operand(arithmetic.left(), left) + symbol + operand(arithmetic.right(), right), left, required);
    }

    private String arguments(final Operation.Call call, final String between, final Binding required) {
        return call.arguments().stream()
                .map(argument -> operand(argument, required))
                .collect(Collectors.joining(between));
    }

    private static String bracketed(final String text, final Binding binding, final Binding required) {
        return binding.compareTo(required) < 0 ? "(" + text + ")" : text;
    }

    private String place(final Operation.Load place, final int extent, final Optional<Integer> value) {
        final IntFunction<String> unnamed = slot -> switch (place.region()) {
            case PARAMETERS -> slots("prepared", slot, extent);
            case SHARED -> slots("shared", slot, extent);
            case STATE -> slots("state", slot, extent);
            case START -> slots("start", slot, extent);
            case SCRATCH -> slots("scratch", slot, extent);
            case RESULT -> slots("result", slot, extent);
        };
        final Optional<String> result =
                place.region() == Region.RESULT ? Optional.ofNullable(results.get(place.slot())) : Optional.empty();
        return result.or(() -> value.flatMap(this::named)).orElseGet(() -> unnamed.apply(place.slot()));
    }

    /** Calls of one argument go by their slots, which show that they are neighbours. Words that are no paths get brackets. */
    private Optional<String> named(final int value) {
        final boolean isCall =
                plan.graph().operation(value) instanceof Operation.Call call && call.method() instanceof Function.Unary;
        return Optional.ofNullable(isCall ? null : names.get(value))
                .map(name -> name.contains(" ") ? "[" + name + "]" : name);
    }

    private static String slots(final String region, final int slot, final int extent) {
        return region + "[" + slot + (extent == 1 ? "" : ".." + (slot + extent - 1)) + "]";
    }
}
