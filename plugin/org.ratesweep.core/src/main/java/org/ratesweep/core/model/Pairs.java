/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.expression.Expression;
import org.ratesweep.core.expression.LinearMap;
import org.ratesweep.core.expression.UnitSelection;
import org.ratesweep.core.random.Philox;
import org.ratesweep.core.template.Weights;

/**
 * The pairs of units that a connection joins, target by target: those of target unit 0 in the order of their source units, then
 * those of unit 1, and so on.
 */
sealed interface Pairs {
    /** The most pairs of one connection. */
    int MOST = 1 << 24;

    /**
     * Finds the pairs.
     *
     * @param weights what the template says
     * @param targets the number of target units
     * @param sources the number of source units
     * @throws InputException if a matrix has another shape, or a unit does not exist
     */
    static Pairs of(final Weights weights, final int targets, final int sources) {
        if (weights instanceof Weights.Same) {
            return new Every(targets, sources);
        }
        if (weights instanceof Weights.Matrix matrix) {
            if (matrix.matrix().rows() != targets || matrix.matrix().columns() != sources) {
                throw new InputException(
                        "the matrix of weights has " + matrix.matrix().rows() + " rows and "
                                + matrix.matrix().columns() + " columns; expected a row for each of the " + targets
                                + " target units and a column for each of the " + sources + " source units");
            }
            return new Matrix(matrix.matrix());
        }
        if (weights instanceof Weights.Listed listed) {
            return new Some(sparse(listed.pairs(), targets, sources));
        }
        return new Some(sparse(drawn((Weights.Random) weights, targets, sources), targets, sources));
    }

    /** Draws pairs: the number (target, source, 0) of the seed decides whether there is one, (target, source, 1) its weight. */
    private static List<Weights.Pair> drawn(final Weights.Random rule, final int targets, final int sources) {
        requireFew((long) targets * sources);
        final List<Weights.Pair> pairs = new ArrayList<>();
        for (int target = 0; target < targets; target++) {
            for (int source = 0; source < sources; source++) {
                if (Philox.fraction(rule.seed(), target, source, 0, 0) < rule.probability()) {
                    final double weight = rule.weight().quantile(Philox.fraction(rule.seed(), target, source, 1, 0));
                    pairs.add(new Weights.Pair(target, source, weight));
                }
            }
        }
        return pairs;
    }

    /** Weighted sums over pairs that stand target by target: where those of each target begin, and the weight of each pair. */
    private static Expression sums(final Expression pair, final IntStream starts, final DoubleStream weights) {
        final double[] elements = weights.toArray();
        return new Expression.Combination(
                pair,
                new LinearMap.Sparse(
                        elements.length,
                        starts.toArray(),
                        IntStream.range(0, elements.length).toArray(),
                        elements));
    }

    private static LinearMap.Sparse sparse(final List<Weights.Pair> listed, final int targets, final int sources) {
        requireFew(listed.size());
        final Set<List<Integer>> known = new HashSet<>();
        for (final Weights.Pair pair : listed) {
            requireUnit("target", pair.target(), targets);
            requireUnit("source", pair.source(), sources);
            if (!known.add(List.of(pair.target(), pair.source()))) {
                throw new InputException("the weights list the pair of target unit " + pair.target()
                        + " and source unit " + pair.source() + " twice");
            }
        }
        if (listed.isEmpty()) {
            throw new InputException("the weights join no pair of units");
        }
        final List<Weights.Pair> pairs = listed.stream()
                .sorted(Comparator.comparingInt(Weights.Pair::target).thenComparingInt(Weights.Pair::source))
                .toList();
        final int[] starts = new int[targets + 1];
        pairs.forEach(pair -> starts[pair.target() + 1]++);
        for (int target = 0; target < targets; target++) {
            starts[target + 1] += starts[target];
        }
        return new LinearMap.Sparse(
                sources,
                starts,
                pairs.stream().mapToInt(Weights.Pair::source).toArray(),
                pairs.stream().mapToDouble(Weights.Pair::weight).toArray());
    }

    private static void requireUnit(final String end, final int unit, final int units) {
        if (unit >= units) {
            throw new InputException(
                    "the weights name the " + end + " unit " + unit + ", but there are " + units + ", counted from 0");
        }
    }

    private static void requireFew(final long pairs) {
        if (pairs > MOST) {
            throw new InputException("the connection has " + pairs + " pairs of units, more than " + MOST
                    + "; where the coupling is a sum of products of a function of the source and one of the target (as"
                    + " sin(a - b) = sin(a)*cos(b) - cos(a)*sin(b)), let two connections with a number as weight sum up"
                    + " the functions of the sources");
        }
    }

    /** Every pair, with the same weight. */
    record Every(int targets, int sources) implements Pairs {
        @Override
        public int count() {
            requireFew((long) targets * sources);
            return targets * sources;
        }

        @Override
        public UnitSelection ofTargets() {
            return UnitSelection.each(targets, sources);
        }

        @Override
        public UnitSelection ofSources() {
            return UnitSelection.all(sources, targets);
        }

        @Override
        public Expression sumsOfSources(final Expression source) {
            return sources == 1 ? source : new Expression.Combination(source, new LinearMap.GroupSums(1, sources));
        }

        @Override
        public Expression sumsOfPairs(final Expression pair) {
            return sources == 1 ? pair : new Expression.Combination(pair, new LinearMap.GroupSums(targets, sources));
        }

        @Override
        public int extentOfSums() {
            return 1;
        }
    }

    /** Every pair, with a weight of its own. */
    record Matrix(LinearMap.Dense matrix) implements Pairs {
        @Override
        public int count() {
            return matrix.rows() * matrix.columns();
        }

        @Override
        public UnitSelection ofTargets() {
            return UnitSelection.each(matrix.rows(), matrix.columns());
        }

        @Override
        public UnitSelection ofSources() {
            return UnitSelection.all(matrix.columns(), matrix.rows());
        }

        @Override
        public Expression sumsOfSources(final Expression source) {
            return new Expression.Combination(source, matrix);
        }

        @Override
        public Expression sumsOfPairs(final Expression pair) {
            return Pairs.sums(
                    pair,
                    IntStream.rangeClosed(0, matrix.rows()).map(row -> row * matrix.columns()),
                    IntStream.range(0, count())
                            .mapToDouble(i -> matrix.element(i / matrix.columns(), i % matrix.columns())));
        }

        @Override
        public int extentOfSums() {
            return matrix.rows();
        }
    }

    /** Some pairs, each with a weight of its own. */
    record Some(LinearMap.Sparse matrix) implements Pairs {
        @Override
        public int count() {
            return matrix.start(matrix.rows());
        }

        @Override
        public UnitSelection ofTargets() {
            final int[] targets = new int[count()];
            for (int row = 0; row < matrix.rows(); row++) {
                for (int pair = matrix.start(row); pair < matrix.start(row + 1); pair++) {
                    targets[pair] = row;
                }
            }
            return UnitSelection.of(targets);
        }

        @Override
        public UnitSelection ofSources() {
            return UnitSelection.of(
                    IntStream.range(0, count()).map(matrix::column).toArray());
        }

        @Override
        public Expression sumsOfSources(final Expression source) {
            return new Expression.Combination(source, matrix);
        }

        @Override
        public Expression sumsOfPairs(final Expression pair) {
            return Pairs.sums(
                    pair,
                    IntStream.rangeClosed(0, matrix.rows()).map(matrix::start),
                    IntStream.range(0, count()).mapToDouble(matrix::element));
        }

        @Override
        public int extentOfSums() {
            return matrix.rows();
        }
    }

    /** Returns the number of pairs. */
    int count();

    /** Returns the target unit of each pair. */
    UnitSelection ofTargets();

    /** Returns the source unit of each pair. */
    UnitSelection ofSources();

    /** Returns for each target unit the weighted sum over the source units that it is joined with. */
    Expression sumsOfSources(Expression source);

    /** Returns the number of units that {@link #sumsOfSources} has: 1 if it is the same for all target units. */
    int extentOfSums();

    /** Returns for each target unit the weighted sum over its pairs. */
    Expression sumsOfPairs(Expression pair);
}
