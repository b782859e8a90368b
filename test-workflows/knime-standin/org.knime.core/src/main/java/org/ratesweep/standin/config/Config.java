/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.standin.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.knime.core.node.InvalidSettingsException;

/** Settings as KNIME keeps them: typed entries and nested configs under keys that keep their order. */
public abstract class Config implements ConfigReader, ConfigWriter {
    private static final String ARRAY_SIZE = "array-size";
    private final String key;
    private final Function<String, ? extends Config> nested;
    private final Map<String, Node> children = new LinkedHashMap<>();

    /**
     * Creates an empty config.
     *
     * @param key its key
     * @param nested creates an empty config of the same class
     */
    protected Config(final String key, final Function<String, ? extends Config> nested) {
        this.key = Objects.requireNonNull(key, "a config needs a key");
        this.nested = nested;
    }

    final Map<String, Node> children() {
        return children;
    }

    /** Adds an empty config, in place of what was there. */
    public final Config addChild(final String childKey) {
        final Config child = nested.apply(childKey);
        children.put(childKey, new Node.Branch(child));
        return child;
    }

    /** Adds all that another config holds, in place of what was there of the same key. */
    public final void addChild(final Config config) {
        config.copyInto(addChild(config.key));
    }

    /** Returns a nested config. */
    public final Config child(final String childKey) throws InvalidSettingsException {
        if (children.get(childKey) instanceof Node.Branch branch) {
            return branch.config();
        }
        throw new InvalidSettingsException("there is no config '" + childKey + "'");
    }

    /** Tells whether the key stands for a config, not an entry. */
    public final boolean hasChild(final String childKey) {
        return children.get(childKey) instanceof Node.Branch;
    }

    /** Writes everything into another config. */
    public final void copyInto(final Config other) {
        children.forEach((childKey, node) -> {
            if (node instanceof Node.Branch branch) {
                branch.config().copyInto(other.addChild(childKey));
            } else {
                other.children.put(childKey, node);
            }
        });
    }

    /**
     * Replaces an entry by a value written as text, keeping its type.
     *
     * @throws InvalidSettingsException if there is no such entry, or the text is not of its type
     */
    public final void replace(final String entryKey, final String text) throws InvalidSettingsException {
        if (!(children.get(entryKey) instanceof Node.Entry entry)) {
            throw new InvalidSettingsException("there is no setting '" + entryKey + "'");
        }
        final String stored = switch (entry.type()) {
            case STRING -> text;
            case INT -> Integer.toString(parse(entryKey, text, "int", Integer::valueOf));
            case LONG -> Long.toString(parse(entryKey, text, "long", Long::valueOf));
            case DOUBLE -> Double.toString(parse(entryKey, text, "double", Double::valueOf));
            case BOOLEAN -> Boolean.toString(parse(entryKey, text, "boolean", Config::toBoolean));
        };
        children.put(entryKey, new Node.Entry(entry.type(), Optional.of(stored)));
    }

    /** Returns the name of an entry's type as files have it, if there is such an entry. */
    public final Optional<String> typeOf(final String entryKey) {
        return children.get(entryKey) instanceof Node.Entry entry
                ? Optional.of(entry.type().xmlName())
                : Optional.empty();
    }

    /** Reads what {@link #saveToXML} wrote. */
    protected static <T extends Config> T read(final InputStream in, final Function<String, T> create)
            throws IOException {
        return ConfigXml.read(in, create);
    }

    @Override
    public final void saveToXML(final OutputStream out) throws IOException {
        try (out) {
            ConfigXml.write(this, out);
        }
    }

    @Override
    public final String getKey() {
        return key;
    }

    @Override
    public final Set<String> keySet() {
        return Collections.unmodifiableSet(children.keySet());
    }

    @Override
    public final boolean containsKey(final String childKey) {
        return children.containsKey(childKey);
    }

    @Override
    @SuppressWarnings("NullAway")
    public final String getString(final String entryKey) throws InvalidSettingsException {
        return entry(entryKey, EntryType.STRING, "String").orElse(null);
    }

    @Override
    public final String getString(final String entryKey, final String defaultValue) {
        return isEntry(entryKey, EntryType.STRING) ? get(() -> getString(entryKey)) : defaultValue;
    }

    @Override
    public final int getInt(final String entryKey) throws InvalidSettingsException {
        return Integer.parseInt(value(entryKey, EntryType.INT, "int"));
    }

    @Override
    public final int getInt(final String entryKey, final int defaultValue) {
        return isEntry(entryKey, EntryType.INT) ? get(() -> getInt(entryKey)) : defaultValue;
    }

    @Override
    public final long getLong(final String entryKey) throws InvalidSettingsException {
        return Long.parseLong(value(entryKey, EntryType.LONG, "long"));
    }

    @Override
    public final long getLong(final String entryKey, final long defaultValue) {
        return isEntry(entryKey, EntryType.LONG) ? get(() -> getLong(entryKey)) : defaultValue;
    }

    @Override
    public final double getDouble(final String entryKey) throws InvalidSettingsException {
        return Double.parseDouble(value(entryKey, EntryType.DOUBLE, "double"));
    }

    @Override
    public final double getDouble(final String entryKey, final double defaultValue) {
        return isEntry(entryKey, EntryType.DOUBLE) ? get(() -> getDouble(entryKey)) : defaultValue;
    }

    @Override
    public final boolean getBoolean(final String entryKey) throws InvalidSettingsException {
        return Boolean.parseBoolean(value(entryKey, EntryType.BOOLEAN, "boolean"));
    }

    @Override
    public final boolean getBoolean(final String entryKey, final boolean defaultValue) {
        return isEntry(entryKey, EntryType.BOOLEAN) ? get(() -> getBoolean(entryKey)) : defaultValue;
    }

    @Override
    public final String[] getStringArray(final String childKey) throws InvalidSettingsException {
        final Config array = child(childKey);
        final String[] values = new String[array.getInt(ARRAY_SIZE)];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.getString(Integer.toString(i));
        }
        return values;
    }

    @Override
    public final String[] getStringArray(final String childKey, final String... defaultValue) {
        return hasChild(childKey) ? get(() -> getStringArray(childKey)) : defaultValue;
    }

    @Override
    public final double[] getDoubleArray(final String childKey) throws InvalidSettingsException {
        final Config array = child(childKey);
        final double[] values = new double[array.getInt(ARRAY_SIZE)];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.getDouble(Integer.toString(i));
        }
        return values;
    }

    @Override
    public final double[] getDoubleArray(final String childKey, final double... defaultValue) {
        return hasChild(childKey) ? get(() -> getDoubleArray(childKey)) : defaultValue;
    }

    @Override
    public final int[] getIntArray(final String childKey) throws InvalidSettingsException {
        final Config array = child(childKey);
        final int[] values = new int[array.getInt(ARRAY_SIZE)];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.getInt(Integer.toString(i));
        }
        return values;
    }

    @Override
    public final int[] getIntArray(final String childKey, final int... defaultValue) {
        return hasChild(childKey) ? get(() -> getIntArray(childKey)) : defaultValue;
    }

    @Override
    public final long[] getLongArray(final String childKey) throws InvalidSettingsException {
        final Config array = child(childKey);
        final long[] values = new long[array.getInt(ARRAY_SIZE)];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.getLong(Integer.toString(i));
        }
        return values;
    }

    @Override
    public final boolean[] getBooleanArray(final String childKey) throws InvalidSettingsException {
        final Config array = child(childKey);
        final boolean[] values = new boolean[array.getInt(ARRAY_SIZE)];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.getBoolean(Integer.toString(i));
        }
        return values;
    }

    @Override
    public final void addString(final String entryKey, final String value) {
        children.put(entryKey, new Node.Entry(EntryType.STRING, Optional.ofNullable(value)));
    }

    @Override
    public final void addInt(final String entryKey, final int value) {
        add(entryKey, EntryType.INT, Integer.toString(value));
    }

    @Override
    public final void addLong(final String entryKey, final long value) {
        add(entryKey, EntryType.LONG, Long.toString(value));
    }

    @Override
    public final void addDouble(final String entryKey, final double value) {
        add(entryKey, EntryType.DOUBLE, Double.toString(value));
    }

    @Override
    public final void addBoolean(final String entryKey, final boolean value) {
        add(entryKey, EntryType.BOOLEAN, Boolean.toString(value));
    }

    @Override
    public final void addStringArray(final String childKey, final String... value) {
        final Config array = addArray(childKey, value.length);
        each(value.length, i -> array.addString(Integer.toString(i), value[i]));
    }

    @Override
    public final void addDoubleArray(final String childKey, final double... value) {
        final Config array = addArray(childKey, value.length);
        each(value.length, i -> array.addDouble(Integer.toString(i), value[i]));
    }

    @Override
    public final void addIntArray(final String childKey, final int... value) {
        final Config array = addArray(childKey, value.length);
        each(value.length, i -> array.addInt(Integer.toString(i), value[i]));
    }

    @Override
    public final void addLongArray(final String childKey, final long... value) {
        final Config array = addArray(childKey, value.length);
        each(value.length, i -> array.addLong(Integer.toString(i), value[i]));
    }

    @Override
    public final void addBooleanArray(final String childKey, final boolean... value) {
        final Config array = addArray(childKey, value.length);
        each(value.length, i -> array.addBoolean(Integer.toString(i), value[i]));
    }

    @Override
    public final boolean equals(final Object other) {
        return other instanceof Config config && key.equals(config.key) && children.equals(config.children);
    }

    @Override
    public final int hashCode() {
        return Objects.hash(key, children);
    }

    @Override
    public final String toString() {
        return key + children;
    }

    private void add(final String entryKey, final EntryType type, final String text) {
        children.put(entryKey, new Node.Entry(type, Optional.of(text)));
    }

    private Config addArray(final String childKey, final int size) {
        final Config array = addChild(childKey);
        array.addInt(ARRAY_SIZE, size);
        return array;
    }

    private static void each(final int size, final IntConsumer action) {
        for (int i = 0; i < size; i++) {
            action.accept(i);
        }
    }

    private boolean isEntry(final String entryKey, final EntryType type) {
        return children.get(entryKey) instanceof Node.Entry entry && entry.type() == type;
    }

    private Optional<String> entry(final String entryKey, final EntryType type, final String word)
            throws InvalidSettingsException {
        if (children.get(entryKey) instanceof Node.Entry entry && entry.type() == type) {
            return entry.text();
        }
        throw new InvalidSettingsException("there is no " + word + " '" + entryKey + "'");
    }

    private String value(final String entryKey, final EntryType type, final String word)
            throws InvalidSettingsException {
        return entry(entryKey, type, word)
                .orElseThrow(() -> new InvalidSettingsException("there is no " + word + " '" + entryKey + "'"));
    }

    private static <T> T parse(
            final String entryKey, final String text, final String type, final Function<String, T> parser)
            throws InvalidSettingsException {
        try {
            return parser.apply(text);
        } catch (final IllegalArgumentException problem) {
            throw new InvalidSettingsException(
                    "'" + entryKey + "' takes values of type " + type + ", not '" + text + "'", problem);
        }
    }

    private static boolean toBoolean(final String text) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(text);
        }
        throw new IllegalArgumentException(text);
    }

    private interface Lookup<T> {
        T get() throws InvalidSettingsException;
    }

    private static <T> T get(final Lookup<T> lookup) {
        try {
            return lookup.get();
        } catch (final InvalidSettingsException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
