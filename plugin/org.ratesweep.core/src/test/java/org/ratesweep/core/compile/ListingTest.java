/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ratesweep.core.TestTemplates;
import org.ratesweep.core.model.Model;

class ListingTest {
    private static Listing listing(final Model model, final List<String> varied, final String... wanted) {
        return CompiledModel.compile(model, 8, varied, Set.of(), List.of(wanted))
                .listing();
    }

    @Test
    void valuesGoByTheirPathsOrByWhereTheyStand() {
        final Model model = Model.of(TestTemplates.operator(
                "[\"a = exp(x - k*t)\", \"x' = -x/tau + 2*a\", \"y' = (x - y)*(x + y)*sin(t)/k\"]",
                "{a: variable, x: output, y: variable, k: 2.0, tau: 4.0}"));
        final Listing listing = listing(model, List.of("p/Test/k"), "p/Test/a");
        assertEquals("""
                preparation, for each parameter set
                  loop    prepared[1] = 1 / p/Test/k
                derivatives, once for all parameter sets
                  scalar  shared[3] = sin(t)
                derivatives, for each parameter set
                  loop    scratch[0] = p/Test/x - p/Test/k * t
                          p/Test/y' = prepared[1] * shared[3] * (p/Test/x - p/Test/y) * (p/Test/x + p/Test/y)
                  calls   scratch[0] = exp(scratch[0])
                  loop    p/Test/x' = -(0.25 * p/Test/x) + 2 * scratch[0]
                steps of euler, once for all parameter sets
                  scalar  shared[3] = sin(t)
                steps of euler, for each parameter set
                  loop    scratch[0] = p/Test/x - p/Test/k * t
                          next p/Test/y = p/Test/y + [step size] * (prepared[1] * shared[3] \
                * (p/Test/x - p/Test/y) * (p/Test/x + p/Test/y))
                  calls   scratch[0] = exp(scratch[0])
                  loop    next p/Test/x = p/Test/x + [step size] * (-(0.25 * p/Test/x) + 2 * scratch[0])
                recorded variables, for each parameter set
                  loop    scratch[0] = p/Test/x - p/Test/k * t
                  calls   scratch[0] = exp(scratch[0])
                  loop    p/Test/a = scratch[0]
                """, String.join("\n", listing.lines()) + "\n");
        assertEquals(
                new Listing.Sizes(2, 2, 4, 1, new Listing.Work(1, 2, 1, 0, 11, 1)),
                listing.sizes(),
                "2 differences, 3 products, 1 sum; 1 difference, 1 product; 2 products, a sign and a sum");
    }

    @Test
    void elementsGoToTheirPlacesAtOnce() {
        final Model model = Model.of(TestTemplates.operator(
                "[\"index(v, 2)' = index(v, 0) + index(a, 1)\", \"index_range(v, 0, 2)' = 2*index_range(v, 1, 3)\","
                        + " \"index(a, 1) = index(a, 0)*t\", \"index(a, 0) = k*index(v, 1)\"]",
                "{v: \"output(0.5, 3)\", a: \"variable(0.0, 2)\", k: 3.0}"));
        assertEquals(
                """
                derivatives, for each parameter set
                  loop    p/Test/v[2]' = p/Test/v[0] + t * (3 * p/Test/v[1])
                  loop    p/Test/v[0..1]' = 2 * p/Test/v[1..2]
                steps of euler, for each parameter set
                  loop    next p/Test/v[2] = p/Test/v[2] + [step size] * (p/Test/v[0] + t * (3 * p/Test/v[1]))
                  loop    next p/Test/v[0..1] = p/Test/v[0..1] + [step size] * (2 * p/Test/v[1..2])
                recorded variables, for each parameter set
                  loop    [p/Test/a element 0] = 3 * p/Test/v[1]
                          [p/Test/a element 1] = t * [p/Test/a element 0]
                  units   p/Test/a = joined([p/Test/a element 0], [p/Test/a element 1])
                """, String.join("\n", listing(model, List.of(), "p/Test/a").lines()) + "\n");
    }

    @Test
    void whatALoopUsesTwiceIsWrittenOnce() {
        final Model model = Model.of(TestTemplates.operator("\"x' = (x - 3)*(x - 3)\"", "{x: output}"));
        assertEquals("""
                derivatives, for each parameter set
                  loop    local[0] = p/Test/x - 3
                          p/Test/x' = local[0] * local[0]
                steps of euler, for each parameter set
                  loop    local[0] = p/Test/x - 3
                          next p/Test/x = p/Test/x + [step size] * (local[0] * local[0])
                """, String.join("\n", listing(model, List.of()).lines()) + "\n");
        assertEquals(2, listing(model, List.of()).sizes().derivatives().operations(), "a difference and a product");
    }

    @Test
    void theColumnOfJansenAndRitTakesOneGroupOfCalls() {
        final Listing listing = listing(Model.of(TestTemplates.jansenRit("JRC2")), List.of("jrc/jrc_op/c"));
        final List<String> lines = listing.lines();
        assertTrue(lines.contains("  calls   scratch[0..2] = exp(scratch[0..2])"), String.join("\n", lines));
        assertTrue(
                lines.stream().anyMatch(line -> line.endsWith(" jrc/jrc_op/V_e' = jrc/jrc_op/X_e")),
                String.join("\n", lines));
        assertTrue(
                lines.stream().anyMatch(line -> line.endsWith(" jrc/jrc_op/m = 5 / (1 + scratch[0])")),
                String.join("\n", lines));
        assertEquals(8, listing.sizes().states());
        assertEquals(3, listing.sizes().derivatives().calls());
    }
}
