/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Grows trees of any shape from a seed. */
public final class RandomTrees {
    /** The names of the variables. */
    public static final List<String> VARIABLES = List.of("a", "b", "x_1", "V_e", "τ");

    private static final List<Function> FUNCTIONS = Arrays.stream(Function.values())
            .filter(function -> !function.isOverUnits())
            .toList();
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
    public RandomTrees(final long seed, final boolean powers) {
        this.random = new Random(seed);
        this.powers = powers;
    }

    /** Returns the next tree, which has at most so many levels below its root. */
    public Expression next(final int depth) {
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
    public double value() {
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
            return new Expression.Variable(VARIABLES.get(random.nextInt(VARIABLES.size())));
        }
        final boolean ordinary = random.nextInt(3) == 0;
        return new Expression.Constant(ordinary ? random.nextGaussian() : NUMBERS[random.nextInt(NUMBERS.length)]);
    }

    /** Tells whether something in a tree adds what simplifies to zero, which may cost another zero its sign. */
    public static boolean addsZero(final Expression tree) {
        if (tree instanceof Expression.Sum sum) {
            for (int i = 1; i < sum.terms().size(); i++) {
                if (isZero(Expression.sum(sum.terms().subList(0, i)))) {
                    return true;
                }
            }
        }
        return isZero(tree) || parts(tree).stream().anyMatch(RandomTrees::addsZero);
    }

    private static boolean isZero(final Expression tree) {
        return Simplifier.simplify(tree) instanceof Expression.Constant constant && constant.value() == 0.0;
    }

    /** Returns what a tree consists of, one level below its root. */
    public static List<Expression> parts(final Expression tree) {
        if (tree instanceof Expression.Negation negation) {
            return List.of(negation.operand());
        }
        if (tree instanceof Expression.Binary binary) {
            return List.of(binary.left(), binary.right());
        }
        if (tree instanceof Expression.Sum sum) {
            return sum.terms();
        }
        return tree instanceof Expression.Call call ? call.arguments() : List.of();
    }
}
