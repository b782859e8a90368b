/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ratesweep.core.compile.CompiledModel;
import org.ratesweep.core.compile.GeneratedCode;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.model.AlgebraicVariable;
import org.ratesweep.core.model.DelayedVariable;
import org.ratesweep.core.model.Model;
import org.ratesweep.core.model.UnitPath;
import org.ratesweep.core.solve.AdaptiveSolver;
import org.ratesweep.core.solve.Solver;
import org.ratesweep.core.solve.StepControl;
import org.ratesweep.core.solve.TimeGrid;

/**
 * The equations of each parameter set, compiled once for all sets whose delays and spreads give the same form.
 *
 * <p>Safe to share between threads.
 */
final class Forms {
    private final Sweep sweep;
    private final int lanes;
    private final GeneratedCode code;
    private final Map<String, List<String>> formative;
    private final Form usual;
    private final Map<List<Integer>, Form> others = new ConcurrentHashMap<>();

    /**
     * Some equations.
     *
     * @param model the system
     * @param compiled the system to run, unless it cannot be run
     * @param problem why it cannot be run, else empty
     */
    record Form(Model model, Optional<CompiledModel> compiled, String problem) {
        private static Form faulty(final Model model, final String problem) {
            return new Form(model, Optional.empty(), problem);
        }
    }

    Forms(final Sweep sweep, final int lanes, final GeneratedCode code) {
        this.sweep = sweep;
        this.lanes = lanes;
        this.code = code;
        this.formative = formative(sweep.model(), sweep.targets());
        this.usual = compiled(sweep.model());
    }

    /** Returns the keys of the grid, with those of their targets on which the form or a delay depends. */
    static Map<String, List<String>> formative(final Model model, final Map<String, List<String>> targets) {
        final Set<String> paths = model.formative();
        final Map<String, List<String>> formative = new HashMap<>();
        targets.forEach((key, all) -> {
            final List<String> some = all.stream().filter(paths::contains).toList();
            if (!some.isEmpty()) {
                formative.put(key, some);
            }
        });
        return formative;
    }

    /**
     * Returns about how many numbers a run keeps of the past of one parameter set, at least 1: under an adaptive solver, those
     * of steps as long as samples of inputs.
     */
    static long past(final Sweep sweep) {
        final Map<String, List<String>> formative = formative(sweep.model(), sweep.targets());
        double longest = 0;
        for (int set = 0; set < (formative.isEmpty() ? 1 : sweep.grid().size()); set++) {
            longest = Math.max(longest, sweep.model().longestDelay(values(sweep, formative, set)));
        }
        final long steps = (long)
                Math.min(longest / sweep.times().stepSize(), sweep.times().steps());
        final Map<String, Integer> late = new HashMap<>();
        sweep.model().delayed().forEach(delayed -> late.put(delayed.source(), delayed.extent()));
        final long sources =
                late.values().stream().mapToLong(Integer::longValue).sum()
                        + formative.values().stream().mapToInt(List::size).sum();
        final int numbersOfStep = sweep.solver() instanceof AdaptiveSolver adaptive ? adaptive.denseDegree() + 1 : 1;
        return Math.max(1, steps * sources * numbersOfStep);
    }

    private static Map<String, Double> values(
            final Sweep sweep, final Map<String, List<String>> formative, final int set) {
        final Map<String, Double> values = new HashMap<>();
        formative.forEach((key, paths) ->
                paths.forEach(path -> values.put(path, sweep.grid().value(set, key))));
        return values;
    }

    /** Returns how many parameter sets a block holds. */
    int lanes() {
        return lanes;
    }

    /** Returns the equations of a parameter set. */
    Form of(final int set) {
        if (formative.isEmpty()) {
            return usual;
        }
        final Map<String, Double> values = values(sweep, formative, set);
        try {
            final List<Integer> key = sweep.model().form(values);
            final Form form =
                    key.equals(sweep.model().form()) ? usual : others.computeIfAbsent(key, any -> changed(values));
            if (form.compiled().isPresent()) {
                requireSolvable(form.model(), values, sweep.solver(), sweep.times(), sweep.stepControl());
            }
            return form;
        } catch (final InputException problem) {
            return Form.faulty(sweep.model(), problem.problem());
        }
    }

    private Form changed(final Map<String, Double> values) {
        try {
            return compiled(sweep.model().inForm(values));
        } catch (final InputException problem) {
            return Form.faulty(sweep.model(), problem.problem());
        }
    }

    private Form compiled(final Model model) {
        final Set<String> varied = new LinkedHashSet<>();
        sweep.targets().values().forEach(varied::addAll);
        varied.addAll(sweep.initialState().paths());
        final Set<String> recorded = new LinkedHashSet<>();
        sweep.outputs().forEach(output -> recorded.add(output.path()));
        final Optional<String> missing = missing(varied, model).or(() -> missing(recorded, model));
        if (missing.isPresent()) {
            return Form.faulty(
                    model, "'" + missing.get() + "' does not exist with the delays and spreads of this parameter set");
        }
        final Set<String> variedSignals = Stream.concat(
                        sweep.inputs().stream().filter(DrivenInput::isPerSet).map(DrivenInput::target),
                        sweep.noise().stream().map(WhiteNoise::signal))
                .map(target -> UnitPath.of(target).variable())
                .collect(Collectors.toSet());
        final Set<String> algebraic = recorded.stream()
                .filter(path -> model.variable(UnitPath.of(path).variable()).orElseThrow() instanceof AlgebraicVariable)
                .collect(Collectors.toSet());
        final CompiledModel compiled = sweep.solver() instanceof AdaptiveSolver
                ? CompiledModel.compileWithTimes(model, lanes, varied, algebraic, code)
                : CompiledModel.compile(model, lanes, varied, variedSignals, algebraic, code);
        return new Form(model, Optional.of(compiled), "");
    }

    private static Optional<String> missing(final Collection<String> paths, final Model model) {
        return paths.stream()
                .filter(path -> model.variable(UnitPath.of(path).variable()).isEmpty())
                .findFirst();
    }

    /**
     * Checks that a solver can supply delayed values.
     *
     * @param model the system
     * @param values values that differ from the model's, by path
     * @param solver the scheme
     * @param times the steps
     * @param control the steps of an adaptive solver
     * @throws InputException if a delay is shorter than a step, or than those that an adaptive solver may take
     */
    static void requireSolvable(
            final Model model,
            final Map<String, Double> values,
            final Solver solver,
            final TimeGrid times,
            final StepControl control) {
        for (final DelayedVariable delayed : model.delayed()) {
            final double delay = model.delay(delayed, values);
            if (solver instanceof AdaptiveSolver) {
                if (times.simulationTime() / delay > control.maxSteps()) {
                    throw new InputException("the delay of " + delayed.source() + " (" + delay + ") is so short that "
                            + control.maxSteps() + " steps of " + solver.name()
                            + ", which are no longer than it, do not suffice; make max_steps larger, or the delay 0");
                }
            } else if (times.inSteps(delay) < 1) {
                throw new InputException("the delay of " + delayed.source() + " (" + delay
                        + ") is shorter than a step (" + times.stepSize()
                        + "); make step_size smaller, or the delay 0");
            }
        }
    }
}
