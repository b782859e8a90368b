/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import java.util.List;
import java.util.Optional;
import org.ratesweep.core.solve.Recording;

/**
 * Some neighbouring parameter sets, computed.
 *
 * @param firstSet the number of the first of them
 * @param recording the recorded variables, in the order of {@link Sweep#outputs()}; its set 0 is the first set
 * @param finalState all state variables, in the order of the model, at the end of the run, as a recording of one row; if
 *     {@link Sweep#keepsFinalState()}
 * @param outcomes how each of them fared
 */
public record SetBlock(int firstSet, Recording recording, Optional<Recording> finalState, List<SetOutcome> outcomes) {
    public SetBlock {
        outcomes = List.copyOf(outcomes);
    }
}
