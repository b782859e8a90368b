/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DoubleValue;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;

/** Offers the columns of the signals table. */
final class SignalColumns implements StringChoicesProvider {
    @Override
    public List<String> choices(final NodeParametersInput input) {
        return InputPorts.of(input.getInPortSpecs())
                .signals()
                .map(table -> table.stream()
                        .filter(column -> column.getType().isCompatible(DoubleValue.class))
                        .map(DataColumnSpec::getName)
                        .toList())
                .orElse(List.of());
    }
}
