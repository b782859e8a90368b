/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime;

import java.util.List;
import org.ratesweep.core.model.Model;
import org.ratesweep.core.template.MemorySource;
import org.ratesweep.core.template.TemplateFile;
import org.ratesweep.core.template.TemplateLibrary;
import org.ratesweep.knime.port.ModelPortObject;
import org.ratesweep.knime.port.ModelPortObjectSpec;

/** Models to test with. */
public final class TestModels {
    private TestModels() {}

    /** The Jansen-Rit column in a single node. */
    public static ModelPortObjectSpec column() {
        return of("model_templates.neural_mass_models.jansenrit.JRC2");
    }

    /** The Jansen-Rit column as three populations. */
    public static ModelPortObjectSpec populations() {
        return of("model_templates.neural_mass_models.jansenrit.JRC");
    }

    /**
     * Two nodes that grow, {@code x' = k*x + u} from 1: with Euler's method after n steps of size h to {@code (1 + k h)^n}
     * without an input, and to {@code 1 + u t} for {@code k = 0}.
     */
    public static ModelPortObject growth() {
        final String text = """
                op:
                  base: OperatorTemplate
                  equations: "x' = k*x + u"
                  variables: {x: output(1.0), k: 0.0, u: input(0.0)}
                node: {base: NodeTemplate, operators: [op]}
                two: {base: CircuitTemplate, nodes: {a: node, b: node}}
                """;
        return load(text, "two");
    }

    /** A population {@code p} of three nodes that grow, {@code x' = k + u} from 0, 10 and 20. */
    public static ModelPortObject population() {
        final String text = """
                op:
                  base: OperatorTemplate
                  equations: "x' = k + u"
                  variables: {x: output(0.0), k: 1.0, u: input(0.0)}
                node: {base: NodeTemplate, operators: [op]}
                three: {base: CircuitTemplate, populations: {p: {node: node, n: 3, params: {op/x: [0, 10, 20]}}}}
                """;
        return load(text, "three");
    }

    private static ModelPortObject load(final String text, final String name) {
        return ModelPortObject.load(
                TemplateLibrary.builtIn().with(new MemorySource(List.of(new TemplateFile("growth.yaml", text)))),
                "growth.yaml/" + name);
    }

    private static ModelPortObjectSpec of(final String reference) {
        return ModelPortObjectSpec.of(
                reference, Model.of(TemplateLibrary.builtIn().circuit(reference)));
    }
}
