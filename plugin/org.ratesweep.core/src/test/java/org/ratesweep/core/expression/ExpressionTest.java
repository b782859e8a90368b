/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ExpressionTest {
    @Test
    void addsAnyNumberOfTerms() {
        final Expression x = new Expression.Variable("x");
        assertEquals(new Expression.Constant(0.0), Expression.sum(List.of()));
        assertEquals(x, Expression.sum(List.of(x)));
        assertEquals(Expression.parse("x + x"), Expression.sum(List.of(x, x)));
        assertEquals(Expression.parse("x + x + x"), Expression.sum(List.of(x, x, x)));
    }

    @Test
    void addsFromLeftToRight() {
        assertEquals(1.0, Expression.parse("a - a + b").evaluate(Map.of("a", 1e300, "b", 1.0)::get));
        assertEquals(0.0, Expression.parse("b + a - a").evaluate(Map.of("a", 1e300, "b", 1.0)::get));
    }

    @Test
    void substitutesAllAtOnce() {
        final Expression tree = Expression.parse("a*sin(b) - c + d^-a");
        final Map<String, Expression> swap = Map.of("a", Expression.parse("b + c"), "b", Expression.parse("a"));
        final Expression swapped = tree.substitute(name -> swap.getOrDefault(name, new Expression.Variable(name)));
        assertEquals("(b + c)*sin(a) - c + d^-(b + c)", swapped.toString());
    }

    @Test
    void sharesWhatSubstitutionLeaves() {
        final Expression tree = Expression.parse("a*sin(b) - c + d^-a");
        assertSame(tree, tree.substitute(Expression.Variable::new));
    }

    @Test
    void tellsZerosApartButNotNaNs() {
        assertNotEquals(new Expression.Constant(0.0), new Expression.Constant(-0.0));
        assertEquals(new Expression.Constant(Double.NaN), new Expression.Constant(Double.NaN));
    }

    @Test
    void refusesTreesThatNoTextHas() {
        final Expression x = new Expression.Variable("x");
        assertThrows(IllegalArgumentException.class, () -> new Expression.Sum(List.of(x, x)));
        assertThrows(IllegalArgumentException.class, () -> new Expression.Call(Function.SIN, List.of(x, x)));
        assertThrows(IllegalStateException.class, () -> Function.SIN.expand(List.of(x)));
    }
}
