/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.measure;

import java.util.Collection;
import java.util.Map;
import java.util.stream.IntStream;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;
import org.ratesweep.core.expression.Constants;
import org.ratesweep.core.expression.Expression;
import org.ratesweep.core.expression.Function;
import org.ratesweep.core.expression.SyntaxError;

/**
 * A series that follows, sample by sample, from those of outputs.
 *
 * @param expression over the keys of outputs and names of constants, for instance {@code V_pce - V_pci}; an output
 *     hides a constant of the same name
 */
public record DerivedSeries(Expression expression) {
    /**
     * Reads an expression, before there are any samples.
     *
     * @param text for instance {@code "V_pce - V_pci"}
     * @param outputs the keys of the outputs that there will be
     * @return the derived series
     * @throws InputException if the text is no expression or names something else; the message shows where, with the
     *     nearest outputs
     */
    public static DerivedSeries parse(final String text, final Collection<String> outputs) {
        final Expression expression = Expression.parse(text);
        if (expression.calls(Function.NOISE)) {
            throw new InputException(
                    "noise() in '" + text + "' has no values; it belongs into a differential equation");
        }
        if (expression.callsOverUnits()) {
            throw new InputException(
                    "'" + text + "' takes the elements of a vector together, but an output is one number a"
                            + " sample; add the outputs of the elements instead");
        }
        for (final String name : expression.variables()) {
            if (!outputs.contains(name) && !Constants.VALUES.containsKey(name)) {
                throw SyntaxError.atName(text, name, unknown(name, outputs));
            }
        }
        return new DerivedSeries(expression);
    }

    /**
     * Computes the samples in double precision, as written, without any rewriting.
     *
     * @param series the samples of each output, by its key; only those that the expression names are looked at
     * @param samples how many samples each of them has
     * @return as many samples, in the unit that the expression leads to; NaN or infinite where its value is
     * @throws InputException if there is no output of a name, with the nearest ones, or it has another number of
     *     samples
     */
    public double[] compute(final Map<String, double[]> series, final int samples) {
        for (final String name : expression.variables()) {
            requireSamples(name, series, samples);
        }
        return IntStream.range(0, samples)
                .mapToDouble(expression.accept(new CurveFormula(series)))
                .toArray();
    }

    private static void requireSamples(final String name, final Map<String, double[]> series, final int samples) {
        if (!series.containsKey(name)) {
            if (!Constants.VALUES.containsKey(name)) {
                throw new InputException(unknown(name, series.keySet()));
            }
        } else if (series.get(name).length != samples) {
            throw new InputException("the output '" + name + "' has " + series.get(name).length + " samples; expected "
                    + samples + ", one for each time");
        }
    }

    private static String unknown(final String name, final Collection<String> outputs) {
        return "there is no output '" + name + "'" + NearMatches.suggest(name, outputs);
    }
}
