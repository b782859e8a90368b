/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.error;

import java.util.Objects;

/**
 * A place in a text that a user wrote.
 *
 * @param file the file as the user would name it, or a phrase such as {@code "<equation>"} for a text without a file
 * @param line the line, counted from 1
 * @param column the column, counted from 1
 */
public record SourceLocation(String file, int line, int column) {
    public SourceLocation {
        Objects.requireNonNull(file, "file");
    }

    /** Returns {@code file:line:column}, the form that editors and terminals turn into a link. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
