/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.List;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.ratesweep.knime.port.ModelPortObjectSpec;

/** Offers the variables that can be recorded. */
final class RecordableVariables implements StringChoicesProvider {
    @Override
    public List<String> choices(final NodeParametersInput input) {
        return VariableChoices.model(input)
                .map(ModelPortObjectSpec::recordablePaths)
                .map(VariableChoices::withAll)
                .orElse(List.of());
    }
}
