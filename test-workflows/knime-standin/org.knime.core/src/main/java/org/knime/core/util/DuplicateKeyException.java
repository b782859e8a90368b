/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.util;

/** Two rows of the same key. */
public class DuplicateKeyException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String key;

    /** Says which key came twice. */
    public DuplicateKeyException(final String message, final String key) {
        super(message);
        this.key = key;
    }

    /** Returns the key that came twice. */
    public String getKey() {
        return key;
    }
}
