/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knime.node.parameters.NodeParametersInput;
import org.ratesweep.knime.port.ModelPortObjectSpec;

/** The paths that the dialog offers. */
final class VariableChoices {
    private VariableChoices() {}

    /** Returns the model at the first port, if one is connected. */
    static Optional<ModelPortObjectSpec> model(final NodeParametersInput input) {
        return input.getInPortSpecs().length == 0
                ? Optional.empty()
                : input.getInPortSpec(0)
                        .filter(ModelPortObjectSpec.class::isInstance)
                        .map(ModelPortObjectSpec.class::cast);
    }

    /** Returns the paths, and before them {@code all/operator/variable} where several nodes have the same variable. */
    static List<String> withAll(final List<String> paths) {
        final Map<String, Integer> nodes = new LinkedHashMap<>();
        for (final String path : paths) {
            final int operator = path.lastIndexOf('/', path.lastIndexOf('/') - 1);
            if (operator > 0) {
                nodes.merge("all" + path.substring(operator), 1, Integer::sum);
            }
        }
        final List<String> choices = new ArrayList<>();
        nodes.forEach((pattern, number) -> {
            if (number > 1) {
                choices.add(pattern);
            }
        });
        choices.addAll(paths);
        return List.copyOf(choices);
    }
}
