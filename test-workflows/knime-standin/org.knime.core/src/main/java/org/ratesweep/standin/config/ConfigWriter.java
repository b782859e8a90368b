/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.standin.config;

import java.io.IOException;
import java.io.OutputStream;

/** The writing half of a config. A key that is there already is overwritten where it stands. */
public interface ConfigWriter {
    /** Writes a text, which may be null, as with KNIME. */
    void addString(String key, String value);

    /** Writes an int. */
    void addInt(String key, int value);

    /** Writes a long. */
    void addLong(String key, long value);

    /** Writes a double. */
    void addDouble(String key, double value);

    /** Writes a boolean. */
    void addBoolean(String key, boolean value);

    /** Writes an array of texts as a config of its size and numbered entries. */
    void addStringArray(String key, String... value);

    /** Writes an array of doubles. */
    void addDoubleArray(String key, double... value);

    /** Writes an array of ints. */
    void addIntArray(String key, int... value);

    /** Writes an array of longs. */
    void addLongArray(String key, long... value);

    /** Writes an array of booleans. */
    void addBooleanArray(String key, boolean... value);

    /** Writes all of it as XML, and closes the stream. */
    void saveToXML(OutputStream out) throws IOException;
}
