/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweepfile;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.expression.Constants;
import org.ratesweep.core.expression.Expression;
import org.ratesweep.core.measure.DerivedSeries;
import org.ratesweep.core.results.Results;

/**
 * What to draw of each parameter set.
 *
 * @param expression the curve: an expression over the keys of outputs that match one variable each
 * @param label what the curve is, for the axis
 * @param timeUnit the model's unit of time, for the axis, if the sweep file gives it
 */
public record PlotDescription(Expression expression, String label, Optional<String> timeUnit) {
    /**
     * Computes the curve of one parameter set.
     *
     * @param results the results of the sweep that the description belongs to
     * @param set the name of the parameter set
     * @return one value for each of {@link Results#times()}
     * @throws InputException if the results lack an output or the parameter set
     */
    public double[] curve(final Results results, final String set) {
        final Map<String, double[]> series = new HashMap<>();
        for (final String name : expression.variables()) {
            if (results.outputs().contains(name) || !Constants.VALUES.containsKey(name)) {
                series.put(name, results.series(name, set));
            }
        }
        return new DerivedSeries(expression).compute(series, results.rows());
    }
}
