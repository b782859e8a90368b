/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core;

import java.util.List;
import org.ratesweep.core.template.CircuitTemplate;
import org.ratesweep.core.template.MemorySource;
import org.ratesweep.core.template.TemplateFile;
import org.ratesweep.core.template.TemplateLibrary;

/** Circuits for tests, written as a user would write them. */
public final class TestTemplates {
    private TestTemplates() {}

    /** Loads the circuit, node or operator {@code Test} of a file named {@code test.yaml} with the given text. */
    public static CircuitTemplate circuit(final String text) {
        return TemplateLibrary.builtIn()
                .with(new MemorySource(List.of(new TemplateFile("test.yaml", text))))
                .circuit("test.Test");
    }

    /** Loads an operator with some equations and variables as the only operator, {@code p/Test}, of a circuit. */
    public static CircuitTemplate operator(final String equations, final String variables) {
        return circuit("""
                Test:
                  base: OperatorTemplate
                  equations: %s
                  variables: %s
                """.formatted(equations, variables));
    }

    /** Loads a template of the built-in library's neural mass models. */
    public static CircuitTemplate jansenRit(final String name) {
        return TemplateLibrary.builtIn().circuit("model_templates.neural_mass_models.jansenrit." + name);
    }
}
