/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;

/**
 * Reads one equation or expression by recursive descent, one method for each level of the grammar:
 *
 * <pre>
 * whole       = conjunction { "or" conjunction }
 * conjunction = inversion { "and" inversion }
 * inversion   = "not" inversion | sum [ ("<" | "<=" | ">" | ">=" | "==" | "!=") sum ]
 * sum         = product { ("+" | "-") product }
 * product     = signed { ("*" | "/") signed }
 * signed      = ("-" | "+") signed | power
 * power       = atom [ ("^" | "**") signed ]
 * atom        = number | name | name "(" whole { "," whole } ")" | "(" whole ")"
 *             | "past" "(" name "," whole ")" | name "(" "t" "-" sum ")"
 * </pre>
 *
 * A minus sign in front of a number that is not the base of a power belongs to the number. Three or more terms make one
 * flat {@link Expression.Sum}.
 */
final class Parser {
    /** How deeply brackets, signs, exponents and arguments may be nested. */
    private static final int MOST_NESTED = 100;
    /** How many levels a tree may have: bounds the stack of whatever visits the tree. */
    private static final int MOST_LEVELS = 250;

    private static final String PAST = "past";
    private static final String TIME = "t";

    private static final Map<String, Operator> COMPARISONS = Arrays.stream(Operator.values())
            .filter(operator -> operator.binding() == Binding.COMPARISON)
            .collect(Collectors.toUnmodifiableMap(Operator::symbol, operator -> operator));
    private static final Set<String> COMBINED_ASSIGNMENTS = Set.of("+=", "-=", "*=", "/=");

    private final String text;
    private final List<Token> tokens;
    private final Map<String, PastValue> past = new LinkedHashMap<>();
    private int position;
    private int nesting;

    private Parser(final String text, final List<Token> tokens, final int position) {
        this.text = text;
        this.tokens = tokens;
        this.position = position;
    }

    /** A tree and its number of levels, which would be costly to count again for each of its parts. */
    private record Parsed(Expression expression, int levels) {}

    static Expression expression(final String text) {
        final Parser parser = new Parser(text, Lexer.tokens(text), 0);
        final Expression expression = parser.only();
        if (!parser.past.isEmpty()) {
            throw SyntaxError.unreadable(text, 0, "only the equations of an operator can refer to the past");
        }
        return expression;
    }

    static Equation equation(final String text) {
        final List<Token> tokens = Lexer.tokens(text);
        if (tokens.isEmpty()) {
            throw SyntaxError.unreadable(text, 0, "it is empty");
        }
        for (final Token token : tokens) {
            if (COMBINED_ASSIGNMENTS.contains(token.text())) {
                final String what =
                        "'" + token.text() + "' is not supported; write the whole right-hand side after '='";
                throw SyntaxError.unreadable(text, token.offset(), what);
            }
        }
        final int equals = IntStream.range(0, tokens.size())
                .filter(i -> tokens.get(i).is("="))
                .findFirst()
                .orElseThrow(() -> {
                    final int end = tokens.get(tokens.size() - 1).end();
                    return SyntaxError.unreadable(text, end, "expected '=' and a right-hand side");
                });
        final LeftSide left = LeftSide.of(text, tokens.subList(0, equals));
        final Parser parser = new Parser(text, tokens, equals + 1);
        final Expression right = parser.only();
        return new Equation(left.target(), left.part(), left.kind(), right, parser.past, text);
    }

    /** Reads an expression in front of the equals sign. */
    static Expression leftSide(final String text, final List<Token> tokens) {
        final Parser parser = new Parser(text, tokens, 0);
        final Expression expression = parser.only();
        if (!parser.past.isEmpty()) {
            throw SyntaxError.unreadable(text, 0, "the past cannot stand before '='");
        }
        return expression;
    }

    private Expression only() {
        final Expression expression = whole().expression();
        if (position < tokens.size()) {
            throw unexpected(tokens.get(position));
        }
        return expression;
    }

    /** What recurs with every bracket has small frames; what follows the first operand is left to others. */
    private Parsed whole() {
        return connected(isNextWord("not") ? inversion() : compared(sum()));
    }

    /** The conjunctions and disjunctions that start with an operand. */
    private Parsed connected(final Parsed first) {
        Parsed conjunction = first;
        final List<Parsed> conjunctions = new ArrayList<>();
        while (isNextWord("and") || isNextWord("or")) {
            if (next().text().equals("and")) {
                conjunction = binary(Operator.AND, conjunction, inversion());
            } else {
                conjunctions.add(conjunction);
                conjunction = inversion();
            }
        }
        conjunctions.add(conjunction);
        return conjunctions.stream()
                .reduce((left, right) -> binary(Operator.OR, left, right))
                .orElseThrow();
    }

    private Parsed inversion() {
        if (!isNextWord("not")) {
            return compared(sum());
        }
        next();
        enter();
        final Parsed operand = inversion();
        leave();
        return grown(new Expression.Call(Function.NOT, List.of(operand.expression())), operand.levels() + 1);
    }

    /** The comparison that starts with an operand, if there is one. */
    private Parsed compared(final Parsed left) {
        final Optional<Operator> operator = nextComparison();
        if (operator.isEmpty()) {
            return left;
        }
        next();
        final Parsed compared = binary(operator.get(), left, sum());
        if (nextComparison().isPresent()) {
            throw SyntaxError.unreadable(
                    text, nextOffset(), "comparisons do not form chains; write a < b and b < c for a < b < c");
        }
        return compared;
    }

    private Optional<Operator> nextComparison() {
        return isNextKind(Token.Kind.SYMBOL)
                ? Optional.ofNullable(COMPARISONS.get(tokens.get(position).text()))
                : Optional.empty();
    }

    private Parsed sum() {
        final Parsed first = product();
        return isNext("+") || isNext("-") ? added(first) : first;
    }

    /** The sum that starts with a term. */
    private Parsed added(final Parsed first) {
        final List<Parsed> operands = new ArrayList<>();
        final List<Operator> operators = new ArrayList<>();
        operands.add(first);
        while (isNext("+") || isNext("-")) {
            operators.add(next().is("+") ? Operator.ADD : Operator.SUBTRACT);
            operands.add(product());
        }
        if (operators.size() == 1) {
            return binary(operators.get(0), operands.get(0), operands.get(1));
        }
        final List<Expression> terms = new ArrayList<>(operands.size());
        terms.add(operands.get(0).expression());
        for (int i = 0; i < operators.size(); i++) {
            final Expression term = operands.get(i + 1).expression();
            terms.add(operators.get(i) == Operator.ADD ? term : new Expression.Negation(term));
        }
        // One level more than the sum's own, for the negation of a term that is subtracted.
        return grown(new Expression.Sum(terms), mostLevels(operands) + 2);
    }

    private Parsed product() {
        Parsed left = signed();
        while (isNext("*") || isNext("/")) {
            final Operator operator = next().is("*") ? Operator.MULTIPLY : Operator.DIVIDE;
            left = binary(operator, left, signed());
        }
        return left;
    }

    private Parsed signed() {
        if (isNext("+")) {
            next();
            enter();
            final Parsed operand = signed();
            leave();
            return operand;
        }
        if (!isNext("-")) {
            return power();
        }
        next();
        if (isNextKind(Token.Kind.NUMBER) && !isPower(position + 1)) {
            return new Parsed(new Expression.Constant(-number(next())), 1);
        }
        enter();
        final Parsed operand = signed();
        leave();
        return grown(new Expression.Negation(operand.expression()), operand.levels() + 1);
    }

    private Parsed power() {
        final Parsed base = atom();
        if (!isPower(position)) {
            return base;
        }
        next();
        enter();
        final Parsed exponent = signed();
        leave();
        return binary(Operator.POWER, base, exponent);
    }

    private Parsed atom() {
        if (position == tokens.size()) {
            throw expectedOperand();
        }
        if (isNextKind(Token.Kind.NUMBER)) {
            return new Parsed(new Expression.Constant(number(next())), 1);
        }
        if (isNextKind(Token.Kind.NAME)
                && !Conditionals.CONNECTIVES.contains(tokens.get(position).text())) {
            final Token name = next();
            return isNext("(") ? call(name) : new Parsed(new Expression.Variable(name.text()), 1);
        }
        if (isNext("(")) {
            final Token open = next();
            enter();
            final Parsed inner = whole();
            leave();
            close(open);
            return inner;
        }
        throw expectedOperand();
    }

    private Parsed call(final Token name) {
        if (name.text().equals(PAST)) {
            return past(name, arguments(next()));
        }
        if (!Function.named(name.text()).isEmpty()) {
            return called(name, arguments(next()));
        }
        if (isTimeBefore(position + 1)) {
            return earlier(name, arguments(next()));
        }
        throw notCallable(name);
    }

    /** {@code past(x, tau)}. */
    private Parsed past(final Token name, final List<Parsed> arguments) {
        if (arguments.size() != 2 || !(arguments.get(0).expression() instanceof Expression.Variable variable)) {
            throw SyntaxError.unreadable(
                    text, name.offset(), "expected past(x, tau) with a variable x and a delay tau");
        }
        return past(variable.name(), arguments.get(1).expression());
    }

    /** {@code x(t-tau)}; everything behind {@code t} belongs to the delay. */
    private Parsed earlier(final Token name, final List<Parsed> arguments) {
        final Expression moment = arguments.get(0).expression();
        if (arguments.size() == 1 && moment instanceof Expression.Binary difference && isTime(difference.left())) {
            return past(name.text(), difference.right());
        }
        if (arguments.size() == 1
                && moment instanceof Expression.Sum sum
                && isTime(sum.terms().get(0))) {
            final List<Expression> terms = sum.terms().stream()
                    .skip(1)
                    .map(term -> term instanceof Expression.Negation subtracted
                            ? subtracted.operand()
                            : new Expression.Negation(term))
                    .toList();
            return past(name.text(), Expression.sum(terms));
        }
        final String what = "expected '" + name.text() + "(t-tau)' with a delay tau";
        throw SyntaxError.unreadable(text, name.offset(), what);
    }

    private Parsed past(final String variable, final Expression delay) {
        final PastValue value = new PastValue(variable, delay);
        past.put(value.name(), value);
        return new Parsed(new Expression.Variable(value.name()), 1);
    }

    private static boolean isTime(final Expression expression) {
        return expression instanceof Expression.Variable variable
                && variable.name().equals(TIME);
    }

    private boolean isTimeBefore(final int index) {
        return index + 1 < tokens.size()
                && tokens.get(index).text().equals(TIME)
                && tokens.get(index + 1).is("-");
    }

    /** What stands between brackets of which the first one was read. */
    private List<Parsed> arguments(final Token open) {
        final List<Parsed> arguments = new ArrayList<>();
        enter();
        if (!isNext(")")) {
            arguments.add(whole());
            while (isNext(",")) {
                next();
                arguments.add(whole());
            }
        }
        leave();
        close(open);
        return arguments;
    }

    private Parsed called(final Token name, final List<Parsed> arguments) {
        final Function function = Function.find(name.text(), arguments.size())
                .orElseThrow(() -> wrongNumberOfArguments(name, arguments.size()));
        final List<Expression> expressions =
                arguments.stream().map(Parsed::expression).toList();
        return grown(new Expression.Call(function, expressions), mostLevels(arguments) + 1);
    }

    private Parsed binary(final Operator operator, final Parsed left, final Parsed right) {
        final Expression expression = new Expression.Binary(operator, left.expression(), right.expression());
        return grown(expression, Math.max(left.levels(), right.levels()) + 1);
    }

    private static int mostLevels(final List<Parsed> parts) {
        return parts.stream().mapToInt(Parsed::levels).max().orElse(0);
    }

    private Parsed grown(final Expression expression, final int levels) {
        if (levels > MOST_LEVELS) {
            throw tooDeep("more than " + MOST_LEVELS + " operations depend on one another");
        }
        return new Parsed(expression, levels);
    }

    private void enter() {
        if (nesting == MOST_NESTED) {
            throw tooDeeplyNested();
        }
        nesting++;
    }

    private void leave() {
        nesting--;
    }

    private void close(final Token open) {
        if (position == tokens.size()) {
            final String opened = "'(' in column " + SyntaxError.column(text, open.offset());
            throw SyntaxError.unreadable(text, nextOffset(), "expected ')' to close the " + opened);
        }
        if (!isNext(")")) {
            throw unexpected(tokens.get(position));
        }
        next();
    }

    private double number(final Token token) {
        final double value = Double.parseDouble(token.text());
        if (Double.isInfinite(value)) {
            throw SyntaxError.unreadable(text, token.offset(), "the number is too large for double precision");
        }
        return value;
    }

    private Token next() {
        final Token token = tokens.get(position);
        position++;
        return token;
    }

    private boolean isNext(final String symbol) {
        return position < tokens.size() && tokens.get(position).is(symbol);
    }

    private boolean isNextWord(final String word) {
        return isNextKind(Token.Kind.NAME) && tokens.get(position).text().equals(word);
    }

    private boolean isNextKind(final Token.Kind kind) {
        return position < tokens.size() && tokens.get(position).kind() == kind;
    }

    private boolean isPower(final int index) {
        return index < tokens.size()
                && (tokens.get(index).is("^") || tokens.get(index).is("**"));
    }

    private int nextOffset() {
        if (position < tokens.size()) {
            return tokens.get(position).offset();
        }
        return tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).end();
    }

    private InputException expectedOperand() {
        if (position < tokens.size()) {
            final Optional<String> advice = Conditionals.advice(tokens.get(position));
            if (advice.isPresent()) {
                return SyntaxError.unreadable(text, nextOffset(), advice.get());
            }
        }
        final String where =
                position == 0 ? "" : " after '" + tokens.get(position - 1).text() + "'";
        return SyntaxError.unreadable(text, nextOffset(), "expected an expression" + where);
    }

    /** A word that cannot follow the expression that ends in front of it. */
    private InputException unexpected(final Token token) {
        return SyntaxError.unreadable(
                text, token.offset(), Conditionals.advice(token).orElseGet(() -> whyUnexpected(token)));
    }

    private String whyUnexpected(final Token token) {
        if (token.kind() != Token.Kind.SYMBOL || token.is("(")) {
            final String previous = tokens.get(position - 1).text();
            return "no operator between '" + previous + "' and '" + token.text() + "'; write '*' for a product";
        }
        return switch (token.text()) {
            case "[" -> MissingFeatures.SUBSCRIPTS;
            case "=" -> "an equation has only one '='";
            case "'" -> "a derivative may stand only before '='";
            case ")" -> "this ')' closes nothing";
            case "," -> "a ',' may stand only between the arguments of a function";
            default -> "unexpected '" + token.text() + "'";
        };
    }

    /** A name with a bracket behind it that is no function's. */
    private InputException notCallable(final Token name) {
        final String written = name.text();
        if (MissingFeatures.hasFunction(written)) {
            return SyntaxError.unreadable(text, name.offset(), MissingFeatures.ofFunction(written));
        }
        final String what = "unknown function '" + written + "' (a product needs a '*')";
        return SyntaxError.unreadable(text, name.offset(), what + NearMatches.suggest(written, Function.allNames()));
    }

    private InputException wrongNumberOfArguments(final Token name, final int arguments) {
        final String forms = Function.named(name.text()).stream()
                .map(function -> name.text() + "(" + String.join(", ", function.parameters()) + ")")
                .collect(Collectors.joining(" or "));
        final String given = arguments == 1 ? "1 argument" : arguments + " arguments";
        return SyntaxError.unreadable(text, name.offset(), "expected " + forms + ", not " + given);
    }

    private InputException tooDeeplyNested() {
        return tooDeep("brackets, signs or powers are nested more than " + MOST_NESTED + " levels deep");
    }

    private InputException tooDeep(final String what) {
        return SyntaxError.unreadable(text, nextOffset(), what + "; split the equation with auxiliary variables");
    }
}
