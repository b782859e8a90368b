/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.List;
import java.util.Map;
import org.ratesweep.core.error.SourceLocation;

/**
 * Equations with their variables.
 *
 * @param name the template's key in its file
 * @param description what the file says about it, empty if nothing
 * @param equations the equations in the order written, at least one
 * @param variables the declarations by the variables' names, in the order written; at most one is an output
 * @param location where the template's key is written
 */
public record OperatorTemplate(
        String name,
        String description,
        List<EquationText> equations,
        Map<String, VariableDeclaration> variables,
        SourceLocation location)
        implements Template {
    public OperatorTemplate {
        equations = List.copyOf(equations);
        variables = InOrder.copyOf(variables);
    }

    @Override
    public TemplateKind kind() {
        return TemplateKind.OPERATOR;
    }
}
