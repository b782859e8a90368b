/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

import java.util.List;
import java.util.Optional;

/**
 * What came of the run of a block.
 *
 * @param recording the wanted variables
 * @param finalState all state variables at the end of the run, as a recording of one row; NaN in sets that an adaptive solver
 *     gave up
 * @param failures for each set, why it was not computed to the end, if it was not
 */
public record Outcome(Recording recording, Recording finalState, List<Optional<Failure>> failures) {
    public Outcome {
        failures = List.copyOf(failures);
    }
}
