/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * The right-hand side of an equation as an immutable tree.
 *
 * <p>Two trees are equal when they have the same shape. {@code toString} prints infix with as few brackets as possible;
 * what it prints parses back to an equal tree, provided that all names are plain identifiers and all constants are
 * finite.
 */
public sealed interface Expression {

    /**
     * A number. Equality tells 0.0 from -0.0 and takes NaN to equal itself.
     *
     * @param value the number
     */
    record Constant(double value) implements Expression {
        @Override
        public <R> R accept(final Visitor<R> visitor) {
            return visitor.constant(this);
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /**
     * Something that has a name and gets its value elsewhere.
     *
     * @param name the name as written, or, in later stages, a full path such as {@code jrc/jrc_op/V_e}
     */
    record Variable(String name) implements Expression {
        public Variable {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public <R> R accept(final Visitor<R> visitor) {
            return visitor.variable(this);
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /**
     * An expression with its sign changed.
     *
     * @param operand the expression
     */
    record Negation(Expression operand) implements Expression {
        public Negation {
            Objects.requireNonNull(operand, "operand");
        }

        @Override
        public <R> R accept(final Visitor<R> visitor) {
            return visitor.negation(this);
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /**
     * An operation on two expressions.
     *
     * @param operator the operation
     * @param left what is evaluated first
     * @param right what is evaluated second
     */
    record Binary(Operator operator, Expression left, Expression right) implements Expression {
        public Binary {
            Objects.requireNonNull(operator, "operator");
            Objects.requireNonNull(left, "left");
            Objects.requireNonNull(right, "right");
        }

        @Override
        public <R> R accept(final Visitor<R> visitor) {
            return visitor.binary(this);
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /**
     * Three or more terms, added from left to right. A term that is subtracted is a {@link Negation}, which rounds no
     * differently.
     *
     * @param terms the terms; see {@link Expression#sum} when there may be fewer than three
     */
    record Sum(List<Expression> terms) implements Expression {
        /** The fewest terms; two are a {@link Binary}, so that every text has one tree. */
        static final int FEWEST_TERMS = 3;

        public Sum {
            terms = List.copyOf(terms);
            if (terms.size() < FEWEST_TERMS) {
                throw new IllegalArgumentException("a sum of " + terms.size() + " terms");
            }
        }

        @Override
        public <R> R accept(final Visitor<R> visitor) {
            return visitor.sum(this);
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /**
     * A function of one or more expressions.
     *
     * @param function the function
     * @param arguments as many expressions as the function has parameters
     */
    record Call(Function function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
            if (arguments.size() != function.parameters().size()) {
                throw new IllegalArgumentException(function + " with " + arguments.size() + " arguments");
            }
        }

        @Override
        public <R> R accept(final Visitor<R> visitor) {
            return visitor.call(this);
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /**
     * Units of an expression with several, in a chosen order. Arises from the text of equations only in later stages.
     *
     * @param operand the expression
     * @param selection which of its units stand where
     */
    record Units(Expression operand, UnitSelection selection) implements Expression {
        public Units {
            Objects.requireNonNull(operand, "operand");
            Objects.requireNonNull(selection, "selection");
        }

        @Override
        public <R> R accept(final Visitor<R> visitor) {
            return visitor.units(this);
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /**
     * Sums over the units of an expression. Arises from the text of equations only in later stages.
     *
     * @param operand the expression
     * @param map what is summed, and times what
     */
    record Combination(Expression operand, LinearMap map) implements Expression {
        public Combination {
            Objects.requireNonNull(operand, "operand");
            Objects.requireNonNull(map, "map");
        }

        @Override
        public <R> R accept(final Visitor<R> visitor) {
            return visitor.combination(this);
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /**
     * Expressions one behind the other, as the elements of a vector. Arises from the text of equations only in later stages.
     *
     * @param parts the parts, at least one
     */
    record Joined(List<Part> parts) implements Expression {
        public Joined {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("nothing is joined");
            }
        }

        /**
         * Some neighbouring elements.
         *
         * @param expression the expression, which has as many units or one for all of them
         * @param extent how many elements it gives
         */
        public record Part(Expression expression, int extent) {
            public Part {
                Objects.requireNonNull(expression, "expression");
                if (extent < 1) {
                    throw new IllegalArgumentException("a part of " + extent + " elements");
                }
            }
        }

        /** Returns the same with other expressions in the parts. */
        public Joined with(final UnaryOperator<Expression> change) {
            return new Joined(parts.stream()
                    .map(part -> new Part(change.apply(part.expression), part.extent))
                    .toList());
        }

        /** Returns the number of elements. */
        public int extent() {
            return parts.stream().mapToInt(Part::extent).sum();
        }

        @Override
        public <R> R accept(final Visitor<R> visitor) {
            return visitor.joined(this);
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /**
     * One case for each kind of expression, so that the Java compiler finds the cases that a new step forgot.
     *
     * @param <R> what a case returns
     */
    interface Visitor<R> {
        /** Handles a number. */
        R constant(Constant constant);

        /** Handles a name. */
        R variable(Variable variable);

        /** Handles a change of sign. */
        R negation(Negation negation);

        /** Handles an operation on two operands. */
        R binary(Binary binary);

        /** Handles a sum of three or more terms. */
        R sum(Sum sum);

        /** Handles a function call. */
        R call(Call call);

        /** Handles units of an expression. */
        R units(Units units);

        /** Handles sums over units. */
        R combination(Combination combination);

        /** Handles expressions one behind the other. */
        R joined(Joined joined);
    }

    /**
     * Reads an expression.
     *
     * @param text for instance {@code "H*m_in/tau - 2.0*x/tau - V/tau^2"}
     * @return its tree, in which every name that is not called is a {@link Variable}, {@code pi} among them
     * @throws org.ratesweep.core.error.InputException if the text is no expression; the message shows where
     */
    static Expression parse(final String text) {
        return Parser.expression(text);
    }

    /**
     * Adds any number of expressions, from left to right.
     *
     * @param terms the terms
     * @return 0 for no term, the term itself for one, a {@link Binary} for two, else a {@link Sum}
     */
    static Expression sum(final List<? extends Expression> terms) {
        return switch (terms.size()) {
            case 0 -> new Constant(0.0);
            case 1 -> terms.get(0);
            case 2 -> new Binary(Operator.ADD, terms.get(0), terms.get(1));
            default -> new Sum(List.copyOf(terms));
        };
    }

    /**
     * Calls the visitor's case for this kind of expression.
     *
     * @param visitor the cases
     * @param <R> what a case returns
     * @return what the case returned
     */
    <R> R accept(Visitor<R> visitor);

    /** Returns the names of all variables, in the order in which they first occur. */
    default Set<String> variables() {
        return Variables.of(this);
    }

    /** Tells whether a function is called anywhere in the expression. */
    default boolean calls(final Function function) {
        return accept(new Calls(called -> called == function));
    }

    /** Tells whether a function of whole vectors is called anywhere in the expression. */
    default boolean callsOverUnits() {
        return accept(new Calls(Function::isOverUnits));
    }

    /**
     * Puts expressions in the place of variables, all at once: what is put in is not searched again.
     *
     * @param replacement gives an expression for each name; {@code Variable::new} leaves a name as it is
     * @return the new tree, which shares the parts that did not change
     */
    default Expression substitute(final java.util.function.Function<String, ? extends Expression> replacement) {
        return accept(new Substitution(replacement));
    }

    /**
     * Computes the value of an expression over variables with one unit, one operation after the other as written, without
     * any rewriting.
     *
     * @param variables gives the value of each name
     * @return the value in double precision
     * @throws IllegalStateException if it has {@link Units} or a {@link Combination}
     */
    default double evaluate(final ToDoubleFunction<String> variables) {
        return accept(new Evaluator(variables));
    }
}
