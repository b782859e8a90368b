/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.benchmarks;

/** What is measured in turn with others. */
interface Contestant {
    /** Runs once and returns how fast it was. */
    Rate run();
}
