/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.results;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.model.VariableUnit;
import org.ratesweep.core.solve.Recording;
import org.ratesweep.core.sweep.Sweep;

/**
 * The states with which a run ended as a CSV table, for another run to start from.
 *
 * <p>The header has the full paths of all state variables or their units; below is one row a parameter set, in the order of the results map.
 * Numbers are written as in {@link ResultsCsv}.
 */
public final class FinalStateCsv {
    private FinalStateCsv() {}

    /**
     * Writes the table.
     *
     * @param sweep what was run
     * @param results what it gave
     * @param out where to; not closed
     * @throws IOException if it cannot be written to
     * @throws InputException if the sweep keeps no final states
     */
    public static void write(final Sweep sweep, final Results results, final OutputStream out) throws IOException {
        final List<String> paths =
                sweep.model().stateUnits().stream().map(VariableUnit::path).toList();
        ResultsCsv.writeHeader(paths, out);
        final NumberRows rows = new NumberRows(out);
        if (!sweep.keepsFinalState()) {
            throw new InputException("the sweep was not asked to keep its final state");
        }
        for (final Recording state : results.finalStates()) {
            for (int set = 0; set < state.sets(); set++) {
                for (int variable = 0; variable < paths.size(); variable++) {
                    rows.number(state.value(variable, set, 0));
                }
                rows.endRow();
            }
        }
        rows.flush();
    }
}
