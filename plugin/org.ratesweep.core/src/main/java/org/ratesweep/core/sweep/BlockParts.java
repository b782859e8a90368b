/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ratesweep.core.model.VariableUnit;
import org.ratesweep.core.solve.Divergence;
import org.ratesweep.core.solve.Failure;
import org.ratesweep.core.solve.Outcome;
import org.ratesweep.core.solve.PastTooLong;
import org.ratesweep.core.solve.Recording;
import org.ratesweep.core.solve.TooManySteps;

/** Puts a block of neighbouring parameter sets together from those that ran with the same equations and those that did not. */
final class BlockParts {
    private final Sweep sweep;
    private final int firstSet;
    private final SetOutcome[] outcomes;
    private final List<Recording.Part> recordings = new ArrayList<>();
    private final List<Recording.Part> finalStates = new ArrayList<>();

    BlockParts(final Sweep sweep, final int firstSet, final int sets) {
        this.sweep = sweep;
        this.firstSet = firstSet;
        this.outcomes = new SetOutcome[sets];
    }

    /** Notes that a set could not be run. */
    void failed(final int set, final String problem) {
        outcomes[set - firstSet] = new SetOutcome(set, sweep.setName(set), SetStatus.FAILED, problem, 0);
    }

    /**
     * Takes what came of some sets.
     *
     * @param states the paths of the state variables in the order of the run
     */
    void ran(final List<String> states, final List<Integer> sets, final Outcome outcome) {
        final List<Integer> places = sets.stream().map(set -> set - firstSet).toList();
        recordings.add(new Recording.Part(
                outcome.recording(), places, numbers(sweep.outputs().size())));
        if (sweep.keepsFinalState()) {
            finalStates.add(new Recording.Part(outcome.finalState(), places, places(states)));
        }
        for (int lane = 0; lane < sets.size(); lane++) {
            outcomes[places.get(lane)] =
                    outcome(sets.get(lane), states, outcome.failures().get(lane));
        }
    }

    /** Returns for each unit of a state variable of the sweep's model its number among the states of a run, -1 if it has none. */
    private List<Integer> places(final List<String> states) {
        final List<String> wanted =
                sweep.model().stateUnits().stream().map(VariableUnit::path).toList();
        if (wanted.equals(states)) {
            return numbers(states.size());
        }
        final Map<String, Integer> places = new HashMap<>();
        states.forEach(path -> places.put(path, places.size()));
        return wanted.stream().map(path -> places.getOrDefault(path, -1)).toList();
    }

    private static List<Integer> numbers(final int end) {
        return IntStream.range(0, end).boxed().toList();
    }

    SetBlock block() {
        return new SetBlock(
                firstSet,
                whole(recordings, sweep.outputs().size(), sweep.times().keptRows()),
                sweep.keepsFinalState()
                        ? Optional.of(
                                whole(finalStates, sweep.model().stateUnits().size(), 1))
                        : Optional.empty(),
                List.of(outcomes));
    }

    private Recording whole(final List<Recording.Part> parts, final int variables, final int rows) {
        final boolean single = parts.size() == 1
                && parts.get(0).sets().size() == outcomes.length
                && parts.get(0).variables().equals(numbers(variables));
        return single ? parts.get(0).recording() : Recording.of(variables, rows, outcomes.length, parts);
    }

    private SetOutcome outcome(final int set, final List<String> states, final Optional<Failure> failure) {
        return failure.isEmpty()
                ? new SetOutcome(
                        set, sweep.setName(set), SetStatus.OK, "", sweep.times().simulationTime())
                : failed(set, states, failure.get());
    }

    private SetOutcome failed(final int set, final List<String> states, final Failure failure) {
        final SetStatus status;
        final String message;
        if (failure instanceof Divergence divergence) {
            status = SetStatus.DIVERGED;
            final String path = states.get(divergence.variable());
            message = path + " became " + divergence.value();
        } else if (failure instanceof TooManySteps limit) {
            status = SetStatus.TOO_MANY_STEPS;
            message = limit.steps() + " steps of " + sweep.solver().name()
                    + " did not suffice (for stiff systems use rodas4, else larger tolerances or max_steps); it stopped";
        } else if (failure instanceof PastTooLong past) {
            status = SetStatus.TOO_MANY_STEPS;
            message =
                    "more than " + past.steps() + " steps of " + sweep.solver().name()
                            + " are not kept, and the longest delay needs them (larger tolerances or rk4 may help); it stopped";
        } else {
            status = SetStatus.STEP_SIZE_UNDERFLOW;
            message = "no step of " + sweep.solver().name()
                    + " is short enough for the tolerances; something grows beyond all bounds or jumps";
        }
        return new SetOutcome(set, sweep.setName(set), status, message + " at time " + failure.time(), failure.time());
    }
}
