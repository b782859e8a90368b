/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.benchmarks;

import java.util.List;

/** A part of the report. */
interface Chapter {
    /** Returns the word that asks for it. */
    String name();

    /** Measures. */
    List<Table> tables(Effort effort);
}
