/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.standin.config;

import java.util.Optional;

/** What a key of a config stands for. */
sealed interface Node permits Node.Entry, Node.Branch {
    /**
     * A value.
     *
     * @param type what it was written as
     * @param text the value, unless it is missing
     */
    record Entry(EntryType type, Optional<String> text) implements Node {}

    /**
     * A nested config.
     *
     * @param config its content
     */
    record Branch(Config config) implements Node {}
}
