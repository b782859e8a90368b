/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.List;
import org.ratesweep.core.error.SourceLocation;

/**
 * Operators that make up a population.
 *
 * @param name the template's key in its file
 * @param description what the file says about it, empty if nothing
 * @param operators the operators in the order written, at least one, with distinct labels
 * @param location where the template's key is written
 */
public record NodeTemplate(String name, String description, List<OperatorUse> operators, SourceLocation location)
        implements Template {
    public NodeTemplate {
        operators = List.copyOf(operators);
    }

    @Override
    public TemplateKind kind() {
        return TemplateKind.NODE;
    }
}
