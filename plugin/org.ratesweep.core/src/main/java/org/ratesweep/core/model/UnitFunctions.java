/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.expression.Expression;
import org.ratesweep.core.expression.Function;
import org.ratesweep.core.expression.LinearMap;
import org.ratesweep.core.expression.Operator;
import org.ratesweep.core.expression.UnitSelection;

/**
 * Finds how many units an expression has, and puts selections and sums of units in the places of functions of whole vectors.
 *
 * <pre>
 * x - mean(y)     becomes     x - sums(y)/n, which has as many units as x
 * </pre>
 */
final class UnitFunctions implements Expression.Visitor<UnitFunctions.Sized> {
    private static final int LONGEST_SHOWN = 60;

    private final Names names;
    private final boolean inPopulation;

    /**
     * @param names what is known of the names in the equation
     * @param inPopulation whether the equation is one of a population, whose units it treats one by one
     */
    UnitFunctions(final Names names, final boolean inPopulation) {
        this.names = names;
        this.inPopulation = inPopulation;
    }

    /** What is known of names. */
    interface Names {
        /** Returns the number of units. */
        int extent(String name);

        /** Returns the elements of a name that is a constant matrix. */
        Optional<LinearMap.Dense> matrix(String name);

        /** Returns the values of a name that is a real constant. */
        Optional<UnitValues> constant(String name);

        /** Returns the number of a place, on which the form of the equations depends from then on. */
        int number(Place place);

        /** Returns the parts of a vector whose elements have algebraic equations of their own, else nothing. */
        List<ElementPart> parts(String name);
    }

    /**
     * An expression that calls no function of whole vectors.
     *
     * @param expression the expression
     * @param extent how many units it has
     * @param columns of a matrix, whose units are its elements row by row, how many columns it has; 0 if it is a vector or a number
     */
    record Sized(Expression expression, int extent, int columns) {
        /** A vector or a number. */
        Sized(final Expression expression, final int extent) {
            this(expression, extent, 0);
        }

        boolean isMatrix() {
            return columns > 0;
        }

        int rows() {
            return extent / columns;
        }

        Expression units(final UnitSelection selection) {
            return new Expression.Units(expression, selection);
        }

        Expression.Joined.Part part() {
            return new Expression.Joined.Part(expression, extent);
        }

        Expression sums(final LinearMap map) {
            return new Expression.Combination(expression, map);
        }
    }

    /**
     * Writes the right-hand side of an equation.
     *
     * @param right the right-hand side
     * @param extent how many units the left-hand side has
     * @return the same without functions of whole vectors; it has as many units as the left-hand side, or one for all
     * @throws InputException if numbers of units do not fit
     */
    Sized of(final Expression right, final int extent) {
        final Sized sized = right.accept(this);
        requireNoMatrix(sized, right);
        if (sized.extent != extent && sized.extent != 1) {
            throw new InputException(
                    "the right-hand side has " + sized.extent + " units (elements of a vector, or copies"
                            + " of a node), but the left-hand side has " + extent + unitsOf(right));
        }
        return sized;
    }

    /** Says where several units come from. */
    private String unitsOf(final Expression expression) {
        final List<String> several = new ArrayList<>();
        for (final String name : expression.variables()) {
            if (names.matrix(name).isEmpty() && names.extent(name) > 1) {
                several.add("'" + name + "' has " + names.extent(name));
            }
        }
        return several.isEmpty() ? "" : "; " + String.join(", ", several);
    }

    @Override
    public Sized constant(final Expression.Constant constant) {
        return new Sized(constant, 1);
    }

    @Override
    public Sized variable(final Expression.Variable variable) {
        final Optional<LinearMap.Dense> matrix = names.matrix(variable.name());
        if (matrix.isPresent()) {
            final LinearMap.Dense elements = matrix.get();
            final Sized units = constants(IntStream.range(0, elements.rows())
                    .boxed()
                    .flatMapToDouble(row -> IntStream.range(0, elements.columns())
                            .mapToDouble(column -> elements.element(row, column))));
            return new Sized(units.expression, units.extent, elements.columns());
        }
        return new Sized(variable, names.extent(variable.name()));
    }

    @Override
    public Sized negation(final Expression.Negation negation) {
        final Sized operand = negation.operand().accept(this);
        return new Sized(new Expression.Negation(operand.expression), operand.extent, operand.columns);
    }

    @Override
    public Sized binary(final Expression.Binary binary) {
        return together(
                List.of(binary.left(), binary.right()),
                binary,
                parts -> new Expression.Binary(binary.operator(), parts.get(0), parts.get(1)));
    }

    @Override
    public Sized sum(final Expression.Sum sum) {
        return together(sum.terms(), sum, Expression.Sum::new);
    }

    @Override
    public Sized call(final Expression.Call call) {
        return call.function().isOverUnits()
                ? overUnits(call)
                : together(call.arguments(), call, parts -> new Expression.Call(call.function(), parts));
    }

    /** Computes element by element what is written of several parts. */
    private Sized together(
            final List<Expression> written,
            final Expression whole,
            final java.util.function.Function<List<Expression>, Expression> operation) {
        final List<Sized> parts = new ArrayList<>(written.size());
        for (final Expression part : written) {
            parts.add(part.accept(this));
        }
        if (parts.stream().anyMatch(Sized::isMatrix)) {
            return matrix(parts, whole, operation);
        }
        return new Sized(operation.apply(parts.stream().map(Sized::expression).toList()), common(parts, whole));
    }

    /** The same of matrices: one with a single row or column counts as many equal ones, and a number as a whole matrix. */
    private Sized matrix(
            final List<Sized> parts,
            final Expression whole,
            final java.util.function.Function<List<Expression>, Expression> operation) {
        int rows = 1;
        int columns = 1;
        for (final Sized part : parts) {
            if (part.isMatrix()) {
                rows = Math.max(rows, part.rows());
                columns = Math.max(columns, part.columns);
            }
        }
        final List<Expression> fitted = new ArrayList<>();
        for (final Sized part : parts) {
            fitted.add(fitted(part, rows, columns, whole));
        }
        return new Sized(operation.apply(fitted), Math.multiplyExact(rows, columns), columns);
    }

    private static Expression fitted(final Sized part, final int rows, final int columns, final Expression whole) {
        if (part.extent == 1 || part.isMatrix() && part.columns == columns && part.rows() == rows) {
            return part.expression;
        }
        if (part.isMatrix() && part.rows() == 1 && part.columns == columns) {
            return part.units(UnitSelection.all(columns, rows));
        }
        if (part.isMatrix() && part.columns == 1 && part.rows() == rows) {
            return part.units(UnitSelection.each(rows, columns));
        }
        throw new InputException(
                "'" + shown(whole) + "' joins a matrix of " + rows + " rows and " + columns + " columns with a "
                        + (part.isMatrix()
                                ? "matrix of " + part.rows() + " rows and " + part.columns + " columns"
                                : "vector of " + part.extent
                                        + " elements; broadcast_pre(x) is a row, broadcast_post(x) a column, reshape2d(x, n, m) a matrix"));
    }

    @Override
    public Sized units(final Expression.Units units) {
        final Sized operand = units.operand().accept(this);
        return new Sized(operand.units(units.selection()), units.selection().extent());
    }

    @Override
    public Sized combination(final Expression.Combination combination) {
        final Sized operand = combination.operand().accept(this);
        return new Sized(operand.sums(combination.map()), combination.map().rows());
    }

    @Override
    public Sized joined(final Expression.Joined joined) {
        return new Sized(joined.with(part -> part.accept(this).expression), joined.extent());
    }

    private int common(final List<Sized> parts, final Expression whole) {
        int extent = 1;
        for (final Sized part : parts) {
            if (part.extent != 1 && extent != 1 && part.extent != extent) {
                throw new InputException("'" + shown(whole) + "' joins " + extent + " units with " + part.extent
                        + unitsOf(whole) + "; only equal numbers can be joined, or one with any number");
            }
            extent = Math.max(extent, part.extent);
        }
        return extent;
    }

    private static void requireNoMatrix(final Sized sized, final Expression written) {
        if (sized.isMatrix()) {
            throw new InputException(
                    "'" + shown(written) + "' is a matrix of " + sized.rows() + " rows and " + sized.columns
                            + " columns, where a vector or a number is expected; matvec(W, x) is its product with a vector, wsum(W, M) the"
                            + " sums of the rows of a product element by element, flatten1d(M) its elements one behind the other");
        }
    }

    private Sized overUnits(final Expression.Call call) {
        if (inPopulation) {
            throw ofOneUnit(call);
        }
        final Optional<LinearMap.Dense> matrix = call.arguments().get(0) instanceof Expression.Variable variable
                ? names.matrix(variable.name())
                : Optional.empty();
        return matrix.isPresent() ? ofMatrix(matrix.get(), call) : ofVector(call);
    }

    private static InputException ofOneUnit(final Expression.Call call) {
        return new InputException(
                call.function() == Function.INTERP
                        ? "'" + shown(call)
                                + "' takes its points from vectors, which the operators of a population do not have"
                        : "'" + shown(call) + "' would be of one unit of the population alone; sums over its units are"
                                + " written under 'connections'");
    }

    private Sized ofMatrix(final LinearMap.Dense matrix, final Expression.Call call) {
        return switch (call.function()) {
            case MATVEC -> product(matrix, call);
            case INDEX -> row(matrix, call);
            case INDEX_AXIS ->
                switch (integer(call, 2)) {
                    case 0 -> row(matrix, call);
                    case 1 -> {
                        final int column = place(call, 1, matrix.columns(), matrix.columns() - 1);
                        yield constants(IntStream.range(0, matrix.rows()).mapToDouble(i -> matrix.element(i, column)));
                    }
                    default ->
                        throw new InputException(
                                "'" + shown(call)
                                        + "' asks for an axis that a matrix does not have; it has 0, its rows, and 1, its columns");
                };
            case INDEX_2D -> {
                final int row = place(call, 1, matrix.rows(), matrix.rows() - 1);
                final int column = place(call, 2, matrix.columns(), matrix.columns() - 1);
                yield new Sized(new Expression.Constant(matrix.element(row, column)), 1);
            }
            default -> ofVector(call);
        };
    }

    private Sized row(final LinearMap.Dense matrix, final Expression.Call call) {
        final int row = place(call, 1, matrix.rows(), matrix.rows() - 1);
        return constants(IntStream.range(0, matrix.columns()).mapToDouble(i -> matrix.element(row, i)));
    }

    /** Numbers as the units of an expression: a matrix of one column times 1. */
    private static Sized constants(final DoubleStream values) {
        final double[] elements = values.toArray();
        return elements.length == 1
                ? new Sized(new Expression.Constant(elements[0]), 1)
                : new Sized(
                        new Expression.Combination(
                                new Expression.Constant(1), new LinearMap.Dense(elements.length, 1, elements)),
                        elements.length);
    }

    private Sized ofVector(final Expression.Call call) {
        final Function function = call.function();
        if (function == Function.MATVEC || function == Function.INDEX_2D) {
            throw new InputException(
                    "the first argument of '" + shown(call)
                            + "' is no constant matrix; declare it as {vtype: constant, shape: [rows, columns], value: [[…], …]}");
        }
        final Sized x = call.arguments().get(0).accept(this);
        final int n = x.extent;
        switch (function) {
            case WSUM -> {
                final Sized other = call.arguments().get(1).accept(this);
                if (!x.isMatrix() && !other.isMatrix()) {
                    throw new InputException("'" + shown(call) + "' takes two matrices, or a matrix and a number");
                }
                final Sized product = matrix(
                        List.of(x, other),
                        call,
                        parts -> new Expression.Binary(Operator.MULTIPLY, parts.get(0), parts.get(1)));
                return new Sized(
                        product.sums(new LinearMap.GroupSums(product.rows(), product.columns)), product.rows());
            }
            case FLATTEN1D -> {
                return new Sized(x.expression, n);
            }
            default -> requireNoMatrix(x, call.arguments().get(0));
        }
        return switch (function) {
            case BROADCAST_PRE -> new Sized(x.expression, n, n);
            case BROADCAST_POST -> new Sized(x.expression, n, 1);
            case RESHAPE2D -> {
                final int rows = integer(call, 1);
                final int columns = integer(call, 2);
                if (rows < 1 || columns < 1 || (long) rows * columns != n) {
                    throw new InputException("'" + shown(call) + "' asks for " + rows + " rows and " + columns
                            + " columns of a vector of " + n + " elements");
                }
                yield new Sized(x.expression, n, columns);
            }
            case VSUM -> sum(x);
            case MEAN ->
                n == 1
                        ? x
                        : new Sized(
                                new Expression.Binary(Operator.DIVIDE, sum(x).expression, new Expression.Constant(n)),
                                1);
            case INDEX, INDEX_AXIS, INDEX_RANGE -> elements(x, elements(call, n));
            case ROLL -> {
                final int by = Math.floorMod(integer(call, 1), n);
                yield selected(
                        x,
                        IntStream.range(0, n).map(i -> Math.floorMod(i - by, n)).toArray());
            }
            case CONCATENATE -> {
                final Sized y = call.arguments().get(1).accept(this);
                requireNoMatrix(y, call.arguments().get(1));
                yield new Sized(new Expression.Joined(List.of(x.part(), y.part())), n + y.extent);
            }
            case INTERP -> interpolated(x, call);
            default -> throw new IllegalStateException(function + " is no function of whole vectors");
        };
    }

    private Sized interpolated(final Sized x, final Expression.Call call) {
        // Each argument is written several times, which must not multiply from level to level.
        if (call.arguments().stream().anyMatch(argument -> argument.calls(Function.INTERP))) {
            throw new InputException("'" + shown(call)
                    + "' has an interp() in an argument of another one; give the inner one a variable of its own");
        }
        final Sized knots = call.arguments().get(1).accept(this);
        final Sized values = call.arguments().get(2).accept(this);
        requireNoMatrix(knots, call.arguments().get(1));
        requireNoMatrix(values, call.arguments().get(2));
        if (knots.extent != values.extent) {
            throw new InputException("'" + shown(call) + "' has " + knots.extent + " knots xp, but " + values.extent
                    + " values fp" + unitsOf(call));
        }
        if (call.arguments().get(1) instanceof Expression.Variable variable) {
            names.constant(variable.name()).ifPresent(given -> requireIncreasing(given, variable.name(), call));
        }
        return new Interpolation(x, knots, values).written();
    }

    private static void requireIncreasing(final UnitValues knots, final String name, final Expression.Call call) {
        for (int knot = 1; knot < knots.extent(); knot++) {
            if (!(knots.get(knot - 1) < knots.get(knot))) {
                throw new InputException("the knots '" + name + "' of '" + shown(call) + "' must increase, but element "
                        + knot + " is " + knots.get(knot) + " behind " + knots.get(knot - 1));
            }
        }
    }

    private static Sized sum(final Sized x) {
        return x.extent == 1 ? x : new Sized(x.sums(new LinearMap.GroupSums(1, x.extent)), 1);
    }

    private static Sized selected(final Sized x, final int... units) {
        return x.extent == 1 && units.length == 1 ? x : new Sized(x.units(UnitSelection.of(units)), units.length);
    }

    /** Neighbouring elements, from one to before another. */
    record Range(int from, int to) {}

    /**
     * Finds the elements that a call stands for.
     *
     * @param call a call of {@link Function#INDEX}, {@link Function#INDEX_AXIS} or {@link Function#INDEX_RANGE}
     * @param extent the number of elements of its first argument
     * @throws InputException if there are no such elements
     */
    Range elements(final Expression.Call call, final int extent) {
        if (inPopulation) {
            throw ofOneUnit(call);
        }
        final int from = place(call, 1, extent, extent - 1);
        if (call.function() == Function.INDEX_RANGE) {
            final int to = place(call, 2, extent, extent);
            if (from >= to) {
                throw new InputException(
                        "'" + shown(call) + "' is empty: it ends at " + to + ", and begins at " + from);
            }
            return new Range(from, to);
        }
        if (call.function() == Function.INDEX_AXIS && integer(call, 2) != 0) {
            throw new InputException(
                    "'" + shown(call) + "' asks for an axis that a vector does not have; it has only 0");
        }
        return new Range(from, from + 1);
    }

    /** Elements of a vector; of one whose elements have equations of their own the parts, not the whole. */
    private Sized elements(final Sized x, final Range range) {
        final List<ElementPart> parts =
                x.expression instanceof Expression.Variable variable ? names.parts(variable.name()) : List.of();
        if (parts.isEmpty()) {
            return selected(x, IntStream.range(range.from, range.to).toArray());
        }
        final List<Sized> pieces = parts.stream()
                .filter(part -> part.first() < range.to && range.from < part.end())
                .map(part -> piece(part, range))
                .toList();
        return pieces.size() == 1
                ? pieces.get(0)
                : new Sized(
                        new Expression.Joined(pieces.stream().map(Sized::part).toList()), range.to - range.from);
    }

    private static Sized piece(final ElementPart part, final Range range) {
        final int from = Math.max(range.from, part.first()) - part.first();
        final int to = Math.min(range.to, part.end()) - part.first();
        final Sized whole = new Sized(new Expression.Variable(part.path()), part.extent());
        return to - from == part.extent()
                ? whole
                : selected(whole, IntStream.range(from, to).toArray());
    }

    private Sized product(final LinearMap.Dense matrix, final Expression.Call call) {
        final Sized x = call.arguments().get(1).accept(this);
        requireNoMatrix(x, call.arguments().get(1));
        if (x.extent != matrix.columns()) {
            throw new InputException("the matrix of '" + shown(call) + "' has " + matrix.columns() + " columns and "
                    + matrix.rows() + " rows, but the vector has " + x.extent + " elements");
        }
        return new Sized(x.sums(matrix), matrix.rows());
    }

    /** A place in a vector; negative ones count from the end. */
    private int place(final Expression.Call call, final int argument, final int extent, final int highest) {
        final int written = integer(call, argument);
        final int place = written < 0 ? written + extent : written;
        if (place < 0 || place > highest) {
            throw new InputException("'" + shown(call) + "' asks for element " + written + " of " + extent
                    + "; they are counted from 0");
        }
        return place;
    }

    private int integer(final Expression.Call call, final int argument) {
        final Expression written = call.arguments().get(argument);
        final String words = "'" + call.function().parameters().get(argument) + "' in '" + shown(call) + "'";
        final List<String> others = written.variables().stream()
                .filter(name -> names.extent(name) > 1 || names.constant(name).isEmpty())
                .toList();
        if (!others.isEmpty() || written.callsOverUnits()) {
            throw new InputException(words + " must be a whole number, written out or as constants of the operator"
                    + (others.isEmpty() ? "" : ", but depends on " + String.join(", ", others)));
        }
        return names.number(new Place(words, written));
    }

    private static String shown(final Expression expression) {
        final String text = expression.toString();
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
