/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

import org.ratesweep.core.error.InputException;

/**
 * The steps of a run and the instants that it records.
 *
 * <p>Row j is the state after {@code j * stepsPerSample} steps, so row 0 is the initial state; rows before the cutoff are not
 * kept. The state at the very end of the run is computed but is no row.
 *
 * @param simulationTime the length of the run, in the model's unit of time
 * @param stepSize the size of a step, in the same unit
 * @param steps the number of steps
 * @param stepsPerSample how many steps lie between two rows
 * @param rows the number of rows, those before the cutoff included
 * @param firstRow the first row that is kept
 */
public record TimeGrid(double simulationTime, double stepSize, int steps, int stepsPerSample, int rows, int firstRow) {
    /** How far a ratio of two times may be from an integer to count as one: decimal fractions are not exact in binary. */
    private static final double TOLERANCE = 1e-6;

    /**
     * Lays out a run.
     *
     * @param simulationTime the length of the run, positive
     * @param stepSize the size of a step, positive
     * @param samplingStepSize the time between two rows, a multiple of the step size
     * @param cutoff the time before which rows are not kept; 0 or less keeps all
     * @return the grid
     * @throws InputException if a time is not positive and finite, the sampling step is no multiple of the step, the run is
     *     shorter than one sampling step or nothing is left behind the cutoff
     */
    public static TimeGrid of(
            final double simulationTime, final double stepSize, final double samplingStepSize, final double cutoff) {
        requirePositive("simulation_time", simulationTime);
        requirePositive("step_size", stepSize);
        requirePositive("sampling_step_size", samplingStepSize);
        if (!Double.isFinite(cutoff)) {
            throw new InputException(
                    "cutoff is " + cutoff + "; expected a time in the run, from 0 to " + simulationTime);
        }
        final double steps = Math.rint(simulationTime / stepSize);
        if (steps < 1) {
            throw new InputException(
                    "step_size (" + stepSize + ") is larger than simulation_time (" + simulationTime + ")");
        }
        if (steps > Integer.MAX_VALUE) {
            throw new InputException(
                    "simulation_time / step_size = " + steps + " steps; at most " + Integer.MAX_VALUE + " can be run");
        }
        final double ratio = samplingStepSize / stepSize;
        final double stepsPerSample = Math.rint(ratio);
        if (stepsPerSample < 1 || Math.abs(ratio - stepsPerSample) > TOLERANCE * stepsPerSample) {
            final double below = Math.max(1, Math.floor(ratio)) * stepSize;
            throw new InputException("sampling_step_size (" + samplingStepSize + ") is no multiple of step_size ("
                    + stepSize + "); the nearest are " + below + " and " + (below + stepSize));
        }
        final int rows = (int) Math.rint(simulationTime / samplingStepSize);
        if (rows < 1) {
            throw new InputException("sampling_step_size (" + samplingStepSize
                    + ") leaves no sample in a simulation_time of " + simulationTime);
        }
        final TimeGrid all = new TimeGrid(simulationTime, stepSize, (int) steps, (int) stepsPerSample, rows, 0);
        int firstRow = 0;
        while (firstRow < rows && all.time(firstRow) < cutoff) {
            firstRow++;
        }
        if (firstRow == rows) {
            throw new InputException(
                    "cutoff (" + cutoff + ") is beyond the last sample, which is at " + all.time(rows - 1));
        }
        return new TimeGrid(simulationTime, stepSize, (int) steps, (int) stepsPerSample, rows, firstRow);
    }

    private static void requirePositive(final String name, final double time) {
        if (!(time > 0) || Double.isInfinite(time)) {
            throw new InputException(name + " is " + time + "; expected a positive time");
        }
    }

    /**
     * Returns the time of a row.
     *
     * <p>When the rows divide the run evenly this is {@code row * (simulationTime / rows)}, to the last bit what
     * {@code numpy.linspace} gives without its end point; else it is the time of the steps taken.
     *
     * @param row the row, counted from 0 at the start of the run
     * @return its time, in the model's unit of time
     */
    public double time(final int row) {
        final double even = simulationTime / rows;
        final double actual = stepsPerSample * stepSize;
        return row * (Math.abs(even - actual) <= TOLERANCE * actual ? even : actual);
    }

    /**
     * Returns how many steps a time takes, a whole number if it is one but for rounding.
     *
     * @param time a time, in the model's unit of time
     */
    public double inSteps(final double time) {
        final double ratio = time / stepSize;
        final double whole = Math.rint(ratio);
        return Math.abs(ratio - whole) <= TOLERANCE * Math.min(1, whole) ? whole : ratio;
    }

    /** Returns how many rows are kept. */
    public int keptRows() {
        return rows - firstRow;
    }

    /** Returns the times of the rows that are kept. */
    public double[] keptTimes() {
        final double[] times = new double[keptRows()];
        for (int i = 0; i < times.length; i++) {
            times[i] = time(firstRow + i);
        }
        return times;
    }
}
