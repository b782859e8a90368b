/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli.figure;

import java.util.List;

/**
 * The small chart of one parameter set.
 *
 * @param title the parameter set, for instance {@code C = 68}
 * @param lines what is drawn, one line after the other
 */
public record Panel(String title, List<Line> lines) {
    public Panel {
        lines = List.copyOf(lines);
    }
}
