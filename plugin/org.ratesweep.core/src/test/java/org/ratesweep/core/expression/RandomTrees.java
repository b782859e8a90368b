/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Grows trees of any shape from a seed. */
final class RandomTrees {
    private static final String[] NAMES = {"a", "b", "x_1", "V_e", "τ"};
    private static final List<Function> FUNCTIONS = List.of(Function.values());
    private static final List<Operator> OPERATORS = List.of(Operator.values());
    private static final double[] NUMBERS = {
        0.0, -0.0, 1.0, -1.0, 2.0, -2.0, 0.5, 0.25, 3.0, 10.0, 1e7, 1e-5, 1e300, -1e300, Double.MIN_VALUE, 0.1, 4.0
    };

    private final Random random;
    private final boolean powers;

    /**
     * @param seed decides about all trees
     * @param powers whether there are powers with constant exponents, which simplify to something that rounds otherwise
     */
    RandomTrees(final long seed, final boolean powers) {
        this.random = new Random(seed);
        this.powers = powers;
    }

    Expression next(final int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return leaf();
        }
        return switch (random.nextInt(4)) {
            case 0 -> new Expression.Negation(next(depth - 1));
            case 1 -> new Expression.Sum(many(Expression.Sum.FEWEST_TERMS + random.nextInt(3), depth - 1));
            case 2 -> {
                final Function function = FUNCTIONS.get(random.nextInt(FUNCTIONS.size()));
                final List<Expression> arguments = many(function.parameters().size(), depth - 1);
                yield function == Function.POW && !powers ? leaf() : new Expression.Call(function, arguments);
            }
            default -> {
                final Operator operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
                yield operator == Operator.POWER && !powers
                        ? leaf()
                        : new Expression.Binary(operator, next(depth - 1), next(depth - 1));
            }
        };
    }

    /** A value for a variable, as likely special as ordinary. */
    double value() {
        final double[] special = {
            0.0,
            -0.0,
            1.0,
            -1.0,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.MIN_VALUE,
            1e300
        };
        return random.nextBoolean() ? special[random.nextInt(special.length)] : random.nextGaussian() * 10.0;
    }

    private List<Expression> many(final int count, final int depth) {
        final List<Expression> trees = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            trees.add(next(depth));
        }
        return trees;
    }

    private Expression leaf() {
        if (random.nextInt(3) > 0) {
            return new Expression.Variable(NAMES[random.nextInt(NAMES.length)]);
        }
        final boolean ordinary = random.nextInt(3) == 0;
        return new Expression.Constant(ordinary ? random.nextGaussian() : NUMBERS[random.nextInt(NUMBERS.length)]);
    }
}
