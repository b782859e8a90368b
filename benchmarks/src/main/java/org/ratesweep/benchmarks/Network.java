/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ratesweep.core.template.CircuitTemplate;
import org.ratesweep.core.template.MemorySource;
import org.ratesweep.core.template.TemplateFile;
import org.ratesweep.core.template.TemplateLibrary;

/**
 * A network of rate units, written as a user would who lists its edges.
 *
 * @param nodes how many units
 * @param inputsOfEach how many others drive each of them
 */
record Network(int nodes, int inputsOfEach) {
    private static final String PARTS = """
            rate_op:
              base: OperatorTemplate
              equations: "x' = (tanh(u) - x)/tau"
              variables: {x: output(0.1), u: input, tau: 10.0}
            rate:
              base: NodeTemplate
              operators: [rate_op]
            Net:
              base: CircuitTemplate
            """;

    /** All units drive all others. */
    static Network dense(final int nodes) {
        return new Network(nodes, nodes - 1);
    }

    /** Four units drive each. */
    static Network sparse(final int nodes) {
        return new Network(nodes, 4);
    }

    /** Returns the number of edges. */
    int edges() {
        return nodes * inputsOfEach;
    }

    /** Writes the network. */
    TemplateFile file() {
        final List<String> units = new ArrayList<>();
        final List<String> edges = new ArrayList<>();
        for (int target = 0; target < nodes; target++) {
            units.add("n" + target + ": rate");
            for (int i = 1; i <= inputsOfEach; i++) {
                final double weight = Math.sin(target * 1.7 + i) / inputsOfEach;
                edges.add(String.format(
                        Locale.ROOT,
                        "    - [n%d/rate_op/x, n%d/rate_op/u, null, {weight: %.6f}]\n",
                        (target + i) % nodes,
                        target,
                        weight));
            }
        }
        return new TemplateFile(
                "network.yaml",
                PARTS + "  nodes: {" + String.join(", ", units) + "}\n  edges:\n" + String.join("", edges));
    }

    /** Reads what was written. */
    static CircuitTemplate read(final TemplateFile file) {
        return TemplateLibrary.builtIn().with(new MemorySource(List.of(file))).circuit("network.Net");
    }
}
