/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.results;

import java.io.IOException;
import java.io.OutputStream;

/** Writes rows of numbers, separated by commas; none of them ever needs quotes. */
final class NumberRows {
    private static final int BUFFER_SIZE = 1 << 16;
    /** More than the longest double has characters, plus what separates it from the next. */
    private static final int MOST_BYTES = 32;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER_SIZE];
    private int length;
    private boolean startOfRow = true;

    NumberRows(final OutputStream out) {
        this.out = out;
    }

    void number(final double number) throws IOException {
        if (length > BUFFER_SIZE - MOST_BYTES) {
            flush();
        }
        if (startOfRow) {
            startOfRow = false;
        } else {
            buffer[length++] = ',';
        }
        append(ShortestDecimal.of(number));
    }

    /** In ASCII, which is all that this method of strings is good for, and copies at once. */
    @SuppressWarnings("deprecation")
    private void append(final String text) {
        text.getBytes(0, text.length(), buffer, length);
        length += text.length();
    }

    void endRow() {
        buffer[length++] = '\n';
        startOfRow = true;
    }

    void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }
}
