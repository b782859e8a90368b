/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.ratesweep.core.solve.Solver;
import org.ratesweep.knime.port.ModelPortObjectSpec;

/** What the dialog of Grid Search offers; nothing of the model and the signals as long as they are not connected. */
final class Choices {
    private Choices() {}

    /** The variables that can be recorded. */
    static final class RecordableVariables implements StringChoicesProvider {
        @Override
        public List<String> choices(final NodeParametersInput input) {
            return paths(input, ModelPortObjectSpec::recordablePaths);
        }
    }

    /** The inputs of the model. */
    static final class InputVariables implements StringChoicesProvider {
        @Override
        public List<String> choices(final NodeParametersInput input) {
            return paths(input, ModelPortObjectSpec::inputPaths);
        }
    }

    /** The columns of the signals table that hold numbers. */
    static final class SignalColumns implements ColumnChoicesProvider {
        @Override
        public List<DataColumnSpec> columnChoices(final NodeParametersInput input) {
            return InputPorts.of(input.getInPortSpecs())
                    .signals()
                    .map(ChosenColumns::numbers)
                    .orElse(List.of());
        }
    }

    /** The schemes that the core has. */
    static final class Solvers implements StringChoicesProvider {
        @Override
        public List<String> choices(final NodeParametersInput input) {
            return Solver.all().stream().map(Solver::name).toList();
        }
    }

    /** Returns the model, if one is connected. */
    static Optional<ModelPortObjectSpec> model(final NodeParametersInput input) {
        return InputPorts.of(input.getInPortSpecs()).model();
    }

    private static List<String> paths(
            final NodeParametersInput input, final Function<ModelPortObjectSpec, List<String>> wanted) {
        return model(input).map(wanted).map(Choices::withAll).orElse(List.of());
    }

    /** Puts {@code all/operator/variable} before the paths where several nodes have the same variable. */
    private static List<String> withAll(final List<String> paths) {
        final Map<String, Integer> nodes = new LinkedHashMap<>();
        for (final String path : paths) {
            final int operator = path.lastIndexOf('/', path.lastIndexOf('/') - 1);
            nodes.merge("all" + path.substring(operator), 1, Integer::sum);
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
