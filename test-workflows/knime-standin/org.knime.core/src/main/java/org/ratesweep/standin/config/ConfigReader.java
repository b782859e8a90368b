/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.standin.config;

import java.util.Set;
import org.knime.core.node.InvalidSettingsException;

/** The reading half of a config. */
@SuppressWarnings("MissingOverride")
public interface ConfigReader {
    /** Returns the key under which this config is found in the one around it. */
    String getKey();

    /** Returns the keys in the order in which they were added. */
    Set<String> keySet();

    /** Tells whether there is an entry or a config of that key. */
    boolean containsKey(String key);

    /** Returns a text; may be null, as KNIME's. */
    String getString(String key) throws InvalidSettingsException;

    /** Returns a text, or the default without it. */
    String getString(String key, String defaultValue);

    /** Returns an int. */
    int getInt(String key) throws InvalidSettingsException;

    /** Returns an int, or the default without it. */
    int getInt(String key, int defaultValue);

    /** Returns a long. */
    long getLong(String key) throws InvalidSettingsException;

    /** Returns a long, or the default without it. */
    long getLong(String key, long defaultValue);

    /** Returns a double. */
    double getDouble(String key) throws InvalidSettingsException;

    /** Returns a double, or the default without it. */
    double getDouble(String key, double defaultValue);

    /** Returns a boolean. */
    boolean getBoolean(String key) throws InvalidSettingsException;

    /** Returns a boolean, or the default without it. */
    boolean getBoolean(String key, boolean defaultValue);

    /** Returns an array of texts. */
    String[] getStringArray(String key) throws InvalidSettingsException;

    /** Returns an array of texts, or the default without it. */
    String[] getStringArray(String key, String... defaultValue);

    /** Returns an array of doubles. */
    double[] getDoubleArray(String key) throws InvalidSettingsException;

    /** Returns an array of doubles, or the default without it. */
    double[] getDoubleArray(String key, double... defaultValue);

    /** Returns an array of ints. */
    int[] getIntArray(String key) throws InvalidSettingsException;

    /** Returns an array of ints, or the default without it. */
    int[] getIntArray(String key, int... defaultValue);

    /** Returns an array of longs. */
    long[] getLongArray(String key) throws InvalidSettingsException;

    /** Returns an array of booleans. */
    boolean[] getBooleanArray(String key) throws InvalidSettingsException;
}
