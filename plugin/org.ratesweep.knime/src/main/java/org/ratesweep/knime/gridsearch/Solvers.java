/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.List;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.ratesweep.core.solve.Solver;

/** Offers the schemes that the core has. */
final class Solvers implements StringChoicesProvider {
    @Override
    public List<String> choices(final NodeParametersInput input) {
        return Solver.all().stream().map(Solver::name).toList();
    }
}
