/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

import java.util.Arrays;
import java.util.List;

/**
 * The course in time of some variables in some parameter sets that were run together.
 *
 * <p>Samples of all sets at one time stand side by side, as a solver produces them.
 */
public final class Recording {
    private final int sets;
    private final int rows;
    private final double[][] samples;

    Recording(final int variables, final int rows, final int sets) {
        this.sets = sets;
        this.rows = rows;
        this.samples = new double[variables][Math.multiplyExact(rows, sets)];
    }

    /**
     * A part of a larger recording.
     *
     * @param recording what was recorded of some parameter sets
     * @param sets the number that each of them has in the larger recording
     * @param variables for each variable of the larger recording its number in this one, -1 if it is not there
     */
    public record Part(Recording recording, List<Integer> sets, List<Integer> variables) {
        public Part {
            sets = List.copyOf(sets);
            variables = List.copyOf(variables);
        }
    }

    /**
     * Puts recordings together.
     *
     * @param variables the number of variables
     * @param rows the number of samples in time
     * @param sets the number of parameter sets
     * @param parts the recordings, with different sets
     * @return the recording of all sets; what is in no part is NaN
     */
    public static Recording of(final int variables, final int rows, final int sets, final List<Part> parts) {
        final Recording whole = new Recording(variables, rows, sets);
        for (int variable = 0; variable < variables; variable++) {
            Arrays.fill(whole.samples[variable], Double.NaN);
            for (final Part part : parts) {
                if (part.variables().get(variable) >= 0) {
                    whole.copy(part, variable);
                }
            }
        }
        return whole;
    }

    private void copy(final Part part, final int variable) {
        for (int i = 0; i < part.sets().size(); i++) {
            for (int row = 0; row < rows; row++) {
                samples[variable][row * sets + part.sets().get(i)] =
                        part.recording().value(part.variables().get(variable), i, row);
            }
        }
    }

    void record(final int variable, final int row, final double[] values, final int from) {
        System.arraycopy(values, from, samples[variable], row * sets, sets);
    }

    void record(final int variable, final int row, final int set, final double value) {
        samples[variable][row * sets + set] = value;
    }

    /** Returns the number of parameter sets. */
    public int sets() {
        return sets;
    }

    /** Returns the number of samples in time. */
    public int rows() {
        return rows;
    }

    /**
     * Returns one sample.
     *
     * @param variable the number of the variable, in the order in which they were asked for
     * @param set the number of the set within this recording
     * @param row the number of the sample in time, from the first that is kept
     * @return the value, in the variable's unit
     */
    public double value(final int variable, final int set, final int row) {
        return samples[variable][row * sets + set];
    }

    /**
     * Copies the samples of one variable in all sets.
     *
     * @param variable the number of the variable
     * @param fromRow the first row
     * @param toRow the row behind the last one
     * @param to where they go from the first element on: row by row, in each the sets
     */
    public void copyRows(final int variable, final int fromRow, final int toRow, final double[] to) {
        System.arraycopy(samples[variable], fromRow * sets, to, 0, (toRow - fromRow) * sets);
    }

    /**
     * Returns all samples of one variable in one set.
     *
     * @param variable the number of the variable
     * @param set the number of the set within this recording
     * @return a new array, one element a row
     */
    public double[] series(final int variable, final int set) {
        final double[] series = new double[rows];
        for (int row = 0; row < rows; row++) {
            series[row] = value(variable, set, row);
        }
        return series;
    }
}
