/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.ratesweep.core.compile.Block;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.solve.FixedStepRun;
import org.ratesweep.core.solve.SampledInput;

/**
 * A signal that has found its input.
 *
 * @param target the full path of the input
 * @param sets how many numbers there are for each step: 1 if all sets share them, else one a set
 * @param samples the numbers, those of one step side by side
 */
record DrivenInput(String target, int sets, double[] samples) {

    /**
     * Deals a signal out to the inputs that it drives.
     *
     * @param targets the full paths of the inputs
     * @param signal the signal
     * @param steps how many samples are needed
     * @param sets the number of parameter sets
     * @param warnings is told of samples that are not used
     */
    static List<DrivenInput> of(
            final List<String> targets,
            final InputSignal signal,
            final int steps,
            final int sets,
            final List<String> warnings) {
        final List<DrivenInput> driven = new ArrayList<>();
        if (signal instanceof InputSignal.Constant constant) {
            requireFinite(constant.value(), "the constant");
            final double[] samples = new double[steps];
            Arrays.fill(samples, constant.value());
            targets.forEach(target -> driven.add(new DrivenInput(target, 1, samples)));
        } else if (signal instanceof InputSignal.Uniform uniform) {
            requireFinite(uniform.low(), "the lower bound");
            requireFinite(uniform.high(), "the upper bound");
            if (uniform.low() > uniform.high()) {
                throw new InputException(
                        "the lower bound " + uniform.low() + " is above the upper bound " + uniform.high());
            }
            final double[] samples = uniform.samples(steps);
            targets.forEach(target -> driven.add(new DrivenInput(target, 1, samples)));
        } else if (signal instanceof InputSignal.Samples given) {
            final double[][] columns = given.columns();
            check(columns, steps, warnings, targets);
            if (columns.length == 1 && given.owners().isEmpty()) {
                targets.forEach(target -> driven.add(new DrivenInput(target, 1, columns[0])));
            } else {
                driven.addAll(
                        dealt(targets, columns, owners(given, columns.length, targets.size(), sets), steps, sets));
            }
        }
        return driven;
    }

    /** What the columns belong to, as the signal says or as only one choice fits. */
    private static InputSignal.Columns owners(
            final InputSignal.Samples given, final int columns, final int targets, final int sets) {
        if (given.owners().isPresent()) {
            final InputSignal.Columns owners = given.owners().orElseThrow();
            if (owners.count(targets, sets) != columns) {
                throw new InputException("the signal has " + columns + " columns; expected "
                        + owners.count(targets, sets) + " for 'columns: " + owners.word() + "', " + targets
                        + " matched inputs and " + sets + " parameter sets");
            }
            return owners;
        }
        final List<InputSignal.Columns> fitting = Arrays.stream(InputSignal.Columns.values())
                .filter(choice -> choice.count(targets, sets) == columns)
                .toList();
        if (fitting.isEmpty()) {
            throw new InputException("the signal has " + columns + " columns; expected 1, or one for each of the "
                    + targets + " matched inputs, or one for each of the " + sets
                    + " parameter sets, or one for each set of each input (" + targets * (long) sets + ")");
        }
        // With a single input or set, both is the same as the other alone.
        if (targets > 1 && sets > 1 && fitting.size() > 1) {
            throw new InputException("the signal has " + columns + " columns, and there are as many matched inputs as "
                    + "parameter sets; say which of them the columns belong to: columns: "
                    + fitting.stream().map(InputSignal.Columns::word).collect(Collectors.joining(" or columns: ")));
        }
        return fitting.get(0);
    }

    private static List<DrivenInput> dealt(
            final List<String> targets,
            final double[][] columns,
            final InputSignal.Columns owners,
            final int steps,
            final int sets) {
        final double[] shared = owners == InputSignal.Columns.SETS ? sideBySide(columns, steps) : new double[0];
        final List<DrivenInput> dealt = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            dealt.add(
                    switch (owners) {
                        case TARGETS -> new DrivenInput(targets.get(i), 1, columns[i]);
                        case SETS -> new DrivenInput(targets.get(i), sets, shared);
                        case TARGETS_AND_SETS ->
                            new DrivenInput(
                                    targets.get(i),
                                    sets,
                                    sideBySide(Arrays.copyOfRange(columns, i * sets, (i + 1) * sets), steps));
                    });
        }
        return dealt;
    }

    private static void check(
            final double[][] columns, final int steps, final List<String> warnings, final List<String> targets) {
        if (columns.length == 0) {
            throw new InputException("the signal has no column");
        }
        for (int column = 0; column < columns.length; column++) {
            if (columns[column].length < steps) {
                throw new InputException("the signal is too short: " + columns[column].length + " samples for " + steps
                        + " steps (simulation_time / step_size)");
            }
            for (int i = 0; i < steps; i++) {
                requireFinite(columns[column][i], "sample " + i + " of column " + column);
            }
        }
        if (columns[0].length > steps) {
            warnings.add("the signal into " + String.join(", ", targets) + " has " + columns[0].length
                    + " samples; the last " + (columns[0].length - steps) + " are not used by the " + steps + " steps");
        }
    }

    private static void requireFinite(final double number, final String what) {
        if (!Double.isFinite(number)) {
            throw new InputException(what + " is " + number + "; expected a finite number");
        }
    }

    private static double[] sideBySide(final double[][] columns, final int steps) {
        final double[] samples = new double[Math.multiplyExact(steps, columns.length)];
        for (int step = 0; step < steps; step++) {
            for (int set = 0; set < columns.length; set++) {
                samples[step * columns.length + set] = columns[set][step];
            }
        }
        return samples;
    }

    /** Returns the same with numbers for each of some parameter sets. */
    DrivenInput forEachOf(final int number) {
        if (isPerSet()) {
            return this;
        }
        final double[] copies = new double[Math.multiplyExact(samples.length, number)];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = samples[i / number];
        }
        return new DrivenInput(target, number, copies);
    }

    boolean isPerSet() {
        return sets > 1;
    }

    /**
     * Returns the same for an adaptive run.
     *
     * @param lanes the parameter set in each lane
     */
    SampledInput sampled(final List<Integer> lanes) {
        return new SampledInput(
                target,
                isPerSet() ? (step, lane) -> samples[step * sets + lanes.get(lane)] : (step, lane) -> samples[step]);
    }

    /**
     * Returns what gives a block its values.
     *
     * @param block the block
     * @param lanes the parameter set in each of its lanes
     * @return sets the signal to its value during a step
     */
    FixedStepRun.Drive drive(final Block block, final List<Integer> lanes) {
        final Block.Feed feed = block.feed(target);
        if (!isPerSet()) {
            return step -> feed.set(samples, step);
        }
        final int firstSet = lanes.get(0);
        if (lanes.get(lanes.size() - 1) - firstSet == lanes.size() - 1) {
            return step -> feed.set(samples, step * sets + firstSet);
        }
        final double[] present = new double[lanes.size()];
        return step -> {
            for (int lane = 0; lane < present.length; lane++) {
                present[lane] = samples[step * sets + lanes.get(lane)];
            }
            feed.set(present, 0);
        };
    }
}
