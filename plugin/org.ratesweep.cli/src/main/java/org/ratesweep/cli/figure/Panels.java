/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * What a figure shows, from top to bottom.
 *
 * @param title what the figure is about, in a few words
 * @param caption how it came about, in small print
 * @param timeLabel what the times are
 * @param valueLabel what all lines show, empty if they show different things
 * @param times the times of all samples, ascending
 * @param panels at least one panel
 */
public record Panels(
        String title, String caption, String timeLabel, String valueLabel, double[] times, List<Panel> panels) {
    /** As many panels as stay readable on a page. */
    public static final int MOST = 12;

    public Panels {
        panels = List.copyOf(panels);
    }

    /**
     * Chooses some of many things evenly, the first and the last among them.
     *
     * @param all the things
     * @param most how many to choose at most, 2 or more
     * @return all of them if they are no more than that
     */
    public static <T> List<T> evenly(final List<T> all, final int most) {
        if (all.size() <= most) {
            return List.copyOf(all);
        }
        final List<T> chosen = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            chosen.add(all.get((int) Math.round((double) i * (all.size() - 1) / (most - 1))));
        }
        return List.copyOf(chosen);
    }

    /** Returns how many lines all panels have together. */
    int lines() {
        return panels.stream().mapToInt(panel -> panel.lines().size()).sum();
    }
}
