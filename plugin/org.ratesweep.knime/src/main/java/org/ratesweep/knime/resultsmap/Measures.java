/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.resultsmap;

import java.util.List;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;
import org.ratesweep.core.measure.Measure;

/** The measures that the core has, by their names. */
final class Measures {
    private Measures() {}

    /**
     * Returns all measures.
     *
     * @param prominence what a peak must stand out by, as a part of the peak-to-peak distance
     * @param level what the first crossing crosses
     * @return the measures, in the order in which they are offered
     */
    static List<Measure> all(final double prominence, final double level) {
        return List.of(
                Measure.MEAN,
                Measure.STANDARD_DEVIATION,
                Measure.MINIMUM,
                Measure.MAXIMUM,
                Measure.PEAK_TO_PEAK,
                Measure.DOMINANT_FREQUENCY,
                Measure.DOMINANT_POWER,
                Measure.peaks(prominence),
                Measure.firstCrossing(level));
    }

    /** Returns the names of all measures. */
    static List<String> names() {
        return all(0, 0).stream().map(Measure::name).toList();
    }

    /**
     * Finds measures.
     *
     * @param wanted their names
     * @param prominence what a peak must stand out by, as a part of the peak-to-peak distance
     * @param level what the first crossing crosses
     * @return the measures, in the order of the names
     * @throws InputException if there is none of a name, with the nearest ones
     */
    static List<Measure> named(final List<String> wanted, final double prominence, final double level) {
        final List<Measure> all = all(prominence, level);
        return wanted.stream()
                .map(name -> all.stream()
                        .filter(measure -> measure.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new InputException(
                                "there is no measure '" + name + "'" + NearMatches.suggest(name, names()))))
                .toList();
    }
}
