/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.ratesweep.core.solve.DormandPrince5;
import org.ratesweep.core.solve.Euler;
import org.ratesweep.core.solve.Heun;
import org.ratesweep.core.solve.RungeKutta4;
import org.ratesweep.core.solve.Solver;
import org.ratesweep.core.sweep.InputSignal;
import org.ratesweep.core.sweep.Sweep;

/** The tutorial's model for different numbers of parameter sets, solvers and threads, beside a program in C. */
final class SpeedChapter implements Chapter {
    private static final double MILLION = 1e6;
    private static final List<Integer> SETS = List.of(1, 6, 60, 600, 6000, 60000);
    private static final int SOLVER_SETS = 600;
    /** Those that fill vector registers of 256 and of 512 bits. */
    private static final List<Integer> C_LANES = List.of(4, 8);

    @Override
    public String name() {
        return "speed";
    }

    @Override
    public List<Table> tables(final Effort effort) {
        return List.of(sets(effort), solvers(effort));
    }

    private static Table sets(final Effort effort) {
        final JansenRit model = new JansenRit();
        final List<List<String>> rows = new ArrayList<>();
        final Map<Integer, CReference> references = new TreeMap<>();
        try {
            C_LANES.forEach(
                    lanes -> CReference.compile(lanes).ifPresent(reference -> references.put(lanes, reference)));
            for (final int sets : effort.choose(SETS, List.of(1, 60))) {
                final List<Contestant> contestants =
                        new ArrayList<>(onOneAndTwoThreads(steps -> model.sweep(sets, steps, new Euler()), effort));
                references.values().forEach(reference -> contestants.add(reference.runs(sets, effort)));
                final Contest contest = Contest.of(effort, contestants);
                final List<String> row = new ArrayList<>(List.of(
                        Integer.toString(sets),
                        Table.number(contest.warm(0) / MILLION),
                        Table.number(contest.whole(0) / MILLION),
                        Table.number(contest.warm(1) / MILLION),
                        Table.number(contest.ratio(1, 0))));
                for (int i = 2; i < contestants.size(); i++) {
                    row.add(Table.number(contest.warm(i) / MILLION));
                    row.add(Table.number(contest.ratio(0, i)));
                }
                rows.add(row);
            }
        } finally {
            references.values().forEach(SpeedChapter::close);
        }
        final List<String> notes = new ArrayList<>();
        notes.add(
                "JRC2, Euler, an input that changes at each step, every tenth step recorded for two variables; million"
                        + " point-steps a second (parameter sets times steps). Runs use the code of those before; \"whole"
                        + " run\" has HotSpot's compilation in it. What stands in one row was measured in turn; a ratio is"
                        + " the median of those of the rounds.");
        if (references.isEmpty()) {
            notes.add("No C compiler was found, so there is nothing to compare with.");
        }
        final List<String> columns =
                new ArrayList<>(List.of("parameter sets", "1 thread", "whole run", "2 threads", "ratio to 1 thread"));
        references.keySet().forEach(lanes -> columns.addAll(List.of("C, " + lanes + " lanes", "1 thread to C")));
        return new Table("Numbers of parameter sets", columns, rows, notes);
    }

    /** A row of the table of solvers. */
    private record Row(String name, Solver solver, InputSignal input) {
        static Row constant(final Solver solver) {
            return new Row(solver.name(), solver, JansenRit.CONSTANT);
        }
    }

    private static Table solvers(final Effort effort) {
        final JansenRit model = new JansenRit();
        final List<Row> solvers = List.of(
                Row.constant(new Euler()),
                Row.constant(new Heun()),
                Row.constant(new RungeKutta4()),
                Row.constant(new DormandPrince5()),
                new Row("dopri5, random input", new DormandPrince5(), JansenRit.RANDOM));
        final List<Contestant> contestants = new ArrayList<>();
        for (final Row row : solvers) {
            contestants.addAll(
                    onOneAndTwoThreads(steps -> model.sweep(SOLVER_SETS, steps, row.solver(), row.input()), effort));
        }
        final Contest contest = Contest.of(effort, contestants);
        final List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < solvers.size(); i++) {
            final int one = 2 * i;
            final int two = one + 1;
            rows.add(List.of(
                    solvers.get(i).name(),
                    Table.number(contest.warm(one) / MILLION),
                    Table.number(contest.ratio(0, one)),
                    Table.number(contest.warm(two) / MILLION),
                    Table.number(contest.ratio(two, one))));
        }
        return new Table(
                "Solvers",
                List.of("solver", "1 thread", "cost relative to euler", "2 threads", "ratio to 1 thread"),
                rows,
                List.of("JRC2, " + SOLVER_SETS
                        + " sets; million point-steps a second, measured in turn. The input is constant except in the last"
                        + " row. An adaptive solver takes its own steps: its figure counts the same 0.1 ms of simulated time"
                        + " as one step. The random input is another number every 0.1 ms, and a step begins wherever it"
                        + " jumps."));
    }

    private static List<SweepRuns> onOneAndTwoThreads(final IntFunction<Sweep> sweeps, final Effort effort) {
        return List.of(SweepRuns.of(sweeps, 1, effort), SweepRuns.of(sweeps, 2, effort));
    }

    private static void close(final CReference reference) {
        try {
            reference.close();
        } catch (final IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
