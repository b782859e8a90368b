/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratesweep.core.error.InputException;

final class ParserTest {
    /** What KNIME's worker threads and others get at least, halved. */
    private static final long SMALL_STACK_BYTES = 512 * 1024;

    @ParameterizedTest
    @CsvSource({
        "1 + 2*3, 7",
        "(1 + 2)*3, 9",
        "7 - 2 - 1, 4",
        "7 - (2 - 1), 6",
        "7 - 2 + 1, 6",
        "16/4/2, 2",
        "16/4*2, 8",
        "1/3*3, 1",
        "2^3^2, 512",
        "(2^3)^2, 64",
        "2**3**2, 512",
        "2^3**2, 512",
        "-2^2, -4",
        "(-2)^2, 4",
        "-3*2, -6",
        "2*-3, -6",
        "2^-1, 0.5",
        "2^-1^2, 0.5",
        "2^+2, 4",
        "--2, 2",
        "1 - -2, 3",
        "1 - -2^2, 5",
        "+3, 3",
        "-(1 + 2), -3",
        "3 - 2*2^2, -5",
        "1., 1",
        ".5, 0.5",
        "1e-3, 0.001",
        "2.E3, 2000",
        "2.5e+1, 25",
        "10e-3, 0.01",
        "1 < 2, 1",
        "2 < 1 + 1, 0",
        "1 <= 1, 1",
        "1 > 1, 0",
        "1 >= 1, 1",
        "2*3 == 6, 1",
        "2 != 2, 0",
        "(2 > 1)*3, 3",
        "-(2 > 1), -1",
        "1 < 2 and 2 < 1, 0",
        "1 or 1 and 0, 1",
        "(1 or 1) and 0, 0",
        "not 1 > 2, 1",
        "not 0 and 0, 0",
        "not (0 and 0), 1",
        "not not 7, 1",
        "'where(2 > 1, 5, 6)', 5",
        "'where(not 2 > 1, 5, 6)', 6",
        "1/2, 0.5",
    })
    void bindsAsPythonDoes(final String text, final double value) {
        assertEquals(value, Expression.parse(text).evaluate(name -> Double.NaN));
    }

    @ParameterizedTest
    @CsvSource({
        "a+b, a + b",
        "a + b + c, a + b + c",
        "(a + b) + c, (a + b) + c",
        "a + (b + c), a + (b + c)",
        "a-b-c, a - b - c",
        "(a*b)*c, a*b*c",
        "a*(b*c), a*(b*c)",
        "a/(b*c), a/(b*c)",
        "-x**2, -x^2",
        "(-x)**2, (-x)^2",
        "(-2)^2, (-2)^2",
        "(a^b)^c, (a^b)^c",
        "a^(b^c), a^b^c",
        "a^(-b), a^-b",
        "-(a*b), -(a*b)",
        "-a*b, -a*b",
        "ln(x), log(x)",
        "'log(x, 2.0)', 'log(x, 2)'",
        "1E-5*x, 1.0E-5*x",
        "-(2), -(2)",
        "a<b, a < b",
        "(a<b)==c, (a < b) == c",
        "a + (b > c), a + (b > c)",
        "(a>b)*2, (a > b)*2",
        "a and b and (c and d), a and b and (c and d)",
        "(a and b) or c, a and b or c",
        "a and (b or c), a and (b or c)",
        "not(a), not a",
        "(not a)*2, (not a)*2",
        "not (a < b), not a < b",
        "(not a) < b, (not a) < b",
    })
    void printsWithFewBrackets(final String text, final String printed) {
        assertEquals(printed, Expression.parse(text).toString());
    }

    @Test
    void printsWhatParsesBack() {
        final RandomTrees trees = new RandomTrees(20_260_101L, true);
        for (int i = 0; i < 20_000; i++) {
            final Expression tree = trees.next(1 + i % 6);
            final Expression back = Expression.parse(tree.toString());
            assertEquals(tree, back, tree::toString);
            assertEquals(tree.hashCode(), back.hashCode());
        }
    }

    @Test
    void readsTheFormsOfAnEquation() {
        final Expression right = Expression.parse("-x/tau");
        for (final String text :
                List.of("d/dt * x = -x/tau", "d/dt x = -x/tau", "x' = -x/tau", "x'=-x/tau", "d/dt\n*x=-x/tau")) {
            assertEquals(
                    new Equation("x", Optional.empty(), Equation.Kind.DERIVATIVE, right, Map.of(), text),
                    Equation.parse(text));
        }
        assertEquals(Equation.Kind.ALGEBRAIC, Equation.parse("d = -x/tau").kind());
        assertEquals("d", Equation.parse("d/dt d = 1").target());
    }

    @Test
    void readsElementsBeforeTheEqualsSign() {
        for (final String text : List.of(
                "d/dt * index(x, k - 1) = 2",
                "d/dt index(x, k - 1) = 2",
                "index(x, k-1)' = 2",
                "index_axis(x,k - 1)'=2")) {
            final Equation equation = Equation.parse(text);
            assertEquals("x", equation.target());
            assertEquals("index(x, k - 1)", equation.part().orElseThrow().toString());
            assertEquals(Equation.Kind.DERIVATIVE, equation.kind());
        }
        final Equation range = Equation.parse("index_range(x, 0, -1) = y");
        assertEquals("index_range(x, 0, -1)", range.part().orElseThrow().toString());
        assertEquals(Equation.Kind.ALGEBRAIC, range.kind());
        assertEquals("index", Equation.parse("index = 2").target());
        assertEquals("index", Equation.parse("d/dt index = 2").target());
        assertEquals(Optional.empty(), Equation.parse("index' = 2").part());
    }

    @Test
    void keepsNamesAsVariables() {
        assertEquals(
                List.of("V", "pi", "t", "sin"),
                List.copyOf(Expression.parse("V*pi + sin(t) + sin").variables()));
        assertEquals(Math.PI, Constants.VALUES.get("pi"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "x' = a * * b    | 10 | expected an expression after '*'",
                "x' = a *        | 9  | expected an expression after '*'",
                "x' =            | 5  | expected an expression after '='",
                "x' = 2x         | 7  | no operator between '2' and 'x'; write '*' for a product",
                "x' = a b        | 8  | no operator between 'a' and 'b'; write '*' for a product",
                "x' = (a)(b)     | 9  | no operator between ')' and '('; write '*' for a product",
                "x' = 2(b)       | 7  | no operator between '2' and '('; write '*' for a product",
                "x' = 1..2       | 8  | no operator between '1.' and '.2'; write '*' for a product",
                "x' = (a + b     | 12 | expected ')' to close the '(' in column 6",
                "x' = a + b)     | 11 | this ')' closes nothing",
                "x' = ()         | 7  | expected an expression after '('",
                "x' = (a, b)     | 8  | a ',' may stand only between the arguments of a function",
                "x' = y'         | 7  | a derivative may stand only before '='",
                "x' = y = 2      | 8  | an equation has only one '='",
                "x' = a % b      | 8  | unexpected '%'",
                "x' = a # b      | 8  | unexpected character '#'",
                "x' = 1e999      | 6  | the number is too large for double precision",
                "x'              | 3  | expected '=' and a right-hand side",
                "= 2             | 1  | expected a variable before '='; write x' = …, d/dt * x = … or x = …",
                "x'' = 2         | 3  | only first derivatives are supported; give the derivative a name of its own",
                "dx/dt = 2       | 1  | write a derivative as x' = … or d/dt * x = …",
                "a + b = 2       | 1  | expected one variable or its first derivative before '='; write x' = …, d/dt *"
                        + " x = … or x = …",
                "x += 2          | 3  | '+=' is not supported; write the whole right-hand side after '='",
                "x[0] = 2        | 2  | subscripts are not supported; index(x, i) is element i of a vector x",
                "index(2*x,0)' = 2 | 1 | expected index(x, i) or index_range(x, a, b) of a variable x, or its first derivative, before '='",
                "index_axis(x) = 2 | 1 | expected index(x, i) or index_range(x, a, b) of a variable x, or its first derivative, before '='",
                "index(x, 0)*2 = 2 | 1 | expected index(x, i) or index_range(x, a, b) of a variable x, or its first derivative, before '='",
                "index_2d(x, 0, 0) = 2 | 1 | expected one variable or its first derivative before '='; write x' = …, d/dt * x = … or x = …",
                "index(x, 0)'' = 2 | 12 | a derivative may stand only before '='",
                "index(x) = 2    | 1  | expected index(x, i), not 1 argument",
                "index(x, 0 = 2  | 11 | expected ')' to close the '(' in column 6",
                "index(x, x(t-1)) = 2 | 1 | the past cannot stand before '='",
                "d/dt = 2        | 1  | expected one variable or its first derivative before '='; write x' = …, d/dt * x = … or x = …",
                "x' = y[0]       | 7  | subscripts are not supported; index(x, i) is element i of a vector x",
                "x' = a < b < c  | 12 | comparisons do not form chains; write a < b and b < c for a < b < c",
                "x' = a if b     | 8  | write where(condition, x, y) for a choice",
                "x' = a ? b : c  | 8  | write where(condition, x, y) for a choice",
                "x' = a && b     | 8  | write 'and'",
                "x' = !a         | 6  | write 'not', in brackets where it is an operand of anything but 'and' or 'or'",
                "x' = 2*not b    | 8  | write 'not', in brackets where it is an operand of anything but 'and' or 'or'",
                "x' = and        | 6  | expected an expression after '='",
                "x' = a or       | 10 | expected an expression after 'or'",
                "x' = where(a)   | 6  | expected where(condition, x, y), not 1 argument",
                "x' = Piecewise((a, b)) | 6 | cannot call 'Piecewise': write where(condition, x, y) for a choice",
                "x' = past(x)    | 6  | expected past(x, tau) with a variable x and a delay tau",
                "x' = past(2*x,1)| 6  | expected past(x, tau) with a variable x and a delay tau",
                "x' = x(t-1, 2)  | 6  | expected 'x(t-tau)' with a delay tau",
                "x' = x(t-tau    | 13 | expected ')' to close the '(' in column 7",
                "x' = interp(x)  | 6  | expected interp(x, xp, fp), not 1 argument",
                "x' = wsum(x)    | 6  | expected wsum(W, M), not 1 argument",
                "x' = index(x)   | 6  | expected index(x, i), not 1 argument",
                "x' = sigmod(x)  | 6  | unknown function 'sigmod' (a product needs a '*'); did you mean 'sigmoid'?",
                "x' = sin(x, y)  | 6  | expected sin(x), not 2 arguments",
                "x' = sin()      | 6  | expected sin(x), not 0 arguments",
                "x' = max(x)     | 6  | expected max(x, y), not 1 argument",
                "x' = ln(a,b,c)  | 6  | expected ln(x) or ln(x, base), not 3 arguments",
            })
    void showsWhereAndWhat(final String text, final int column, final String problem) {
        final InputException refused = assertThrows(InputException.class, () -> Equation.parse(text));
        final String expected = String.join(
                System.lineSeparator(),
                "cannot read the equation: " + problem,
                "    " + text,
                " ".repeat(4 + column - 1) + "^ column " + column);
        assertEquals(expected, refused.problem());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n"})
    void refusesNothing(final String text) {
        assertThrows(InputException.class, () -> Equation.parse(text));
        assertThrows(InputException.class, () -> Expression.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "+", "2^", "sin(", "a*(", "-(", "a^-(", "sigmoid(1 - ", "not "})
    void refusesDeepNesting(final String opening) throws InterruptedException {
        final int times = Lexer.MOST_CHARACTERS / opening.length() - 1;
        final InputException refused = refusedWithSmallStack(opening.repeat(times) + "x");
        assertTrue(refused.problem().contains("nested more than 100 levels deep"), refused::problem);
        assertTrue(refused.problem().length() < 400, refused::problem);
    }

    @Test
    void refusesLongProducts() throws InterruptedException {
        final InputException refused = refusedWithSmallStack("x*".repeat(40_000) + "x");
        assertTrue(refused.problem().contains("more than 250 operations depend on one another"), refused::problem);
    }

    @Test
    void refusesLongTexts() throws InterruptedException {
        final InputException refused = refusedWithSmallStack("x+".repeat(50_000) + "x");
        assertTrue(refused.problem().contains("more than 100000 characters"), refused::problem);
        refusedWithSmallStack("(".repeat(100_000));
    }

    @Test
    void handlesTheDeepestTreesWithSmallStack() throws InterruptedException {
        final String chain = "a" + "*b".repeat(149);
        final String text = "sigmoid(".repeat(99) + chain + ")".repeat(99);
        final AtomicReference<Throwable> failure = new AtomicReference<>();
        final Thread thread = new Thread(
                null,
                () -> {
                    final Expression tree = Expression.parse(text);
                    assertEquals(tree, Expression.parse(tree.toString()));
                    assertEquals(tree.hashCode(), Expression.parse(text).hashCode());
                    assertEquals(2, tree.variables().size());
                    final Expression simple = Simplifier.simplify(tree);
                    assertEquals(tree.evaluate(name -> 1.01), simple.evaluate(name -> 1.01));
                    assertEquals(simple, Simplifier.simplify(simple));
                    assertTrue(tree.substitute(name -> Expression.parse("c"))
                            .variables()
                            .contains("c"));
                },
                "small stack",
                SMALL_STACK_BYTES);
        thread.setUncaughtExceptionHandler((where, thrown) -> failure.set(thrown));
        thread.start();
        thread.join();
        assertNull(failure.get());
    }

    private static InputException refusedWithSmallStack(final String right) throws InterruptedException {
        final AtomicReference<Throwable> failure = new AtomicReference<>();
        final Thread thread = new Thread(null, () -> Expression.parse(right), "small stack", SMALL_STACK_BYTES);
        thread.setUncaughtExceptionHandler((where, thrown) -> failure.set(thrown));
        thread.start();
        thread.join();
        return (InputException) failure.get();
    }
}
