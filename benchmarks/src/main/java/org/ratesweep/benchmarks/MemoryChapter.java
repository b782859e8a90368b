/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.ratesweep.core.solve.Euler;
import org.ratesweep.core.sweep.RunOptions;
import org.ratesweep.core.sweep.Sweep;

/** What a run keeps in memory while it hands its results on. */
final class MemoryChapter implements Chapter {
    private static final int STEPS = 1000;
    private static final double MEGABYTE = 1e6;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Table> tables(final Effort effort) {
        final JansenRit model = new JansenRit();
        final List<List<String>> rows = new ArrayList<>();
        for (final int sets : effort.choose(List.of(600, 6000, 60000), List.of(600))) {
            final Sweep sweep = model.sweep(sets, effort.choose(STEPS, 20), new Euler());
            final long before = used();
            final TreeMap<Integer, Long> usedAt = new TreeMap<>();
            final int[] largest = new int[1];
            sweep.run(RunOptions.defaults().withThreads(1), block -> {
                final int done = block.outcomes().get(0).set();
                largest[0] = Math.max(largest[0], block.outcomes().size());
                final int quarter = 4 * done / sets;
                if (quarter > 0 && !usedAt.containsKey(quarter)) {
                    usedAt.put(quarter, used());
                }
            });
            final long otherwise = Math.min(before, used());
            final long most =
                    usedAt.values().stream().mapToLong(bytes -> bytes).max().orElse(otherwise) - otherwise;
            rows.add(List.of(
                    Integer.toString(sets),
                    megabytes(usedAt.getOrDefault(1, otherwise) - otherwise),
                    megabytes(usedAt.getOrDefault(2, otherwise) - otherwise),
                    megabytes(usedAt.getOrDefault(3, otherwise) - otherwise),
                    // The block at hand, and one that is being computed or ready.
                    Long.toString(most / (2L * largest[0]))));
        }
        return List.of(
                new Table(
                        "Memory while solving",
                        List.of(
                                "parameter sets",
                                "after a quarter (MB)",
                                "after half (MB)",
                                "after three quarters (MB)",
                                "bytes per set under way"),
                        rows,
                        List.of(
                                "JRC2, Euler, " + STEPS
                                        + " steps, a tenth of them recorded for two variables (1,600 bytes a set)"
                                        + " and handed on, one thread. What is in use after a collection, less what is in use before or after the run.")));
    }

    private static String megabytes(final long bytes) {
        return Table.number(bytes / MEGABYTE);
    }

    /** What is left after a collection; what threads set aside for themselves afterwards does not count. */
    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported())
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }
}
