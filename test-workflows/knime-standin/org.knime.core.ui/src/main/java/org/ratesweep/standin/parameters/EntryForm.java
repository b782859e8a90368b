/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.standin.parameters;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** How values that are no groups are written: one entry, or a config for arrays. */
final class EntryForm {
    private static final Map<Class<?>, Form<?>> FORMS = Map.ofEntries(
            Map.entry(String.class, new Form<String>(NodeSettingsRO::getString, (s, k, v) -> s.addString(k, v), null)),
            Map.entry(Integer.class, new Form<Integer>(NodeSettingsRO::getInt, (s, k, v) -> s.addInt(k, v), 0)),
            Map.entry(Long.class, new Form<Long>(NodeSettingsRO::getLong, (s, k, v) -> s.addLong(k, v), 0L)),
            Map.entry(Double.class, new Form<Double>(NodeSettingsRO::getDouble, (s, k, v) -> s.addDouble(k, v), 0.0)),
            Map.entry(
                    Boolean.class,
                    new Form<Boolean>(NodeSettingsRO::getBoolean, (s, k, v) -> s.addBoolean(k, v), false)),
            Map.entry(
                    String[].class,
                    new Form<String[]>(
                            NodeSettingsRO::getStringArray, (s, k, v) -> s.addStringArray(k, v), new String[0])),
            Map.entry(
                    double[].class,
                    new Form<double[]>(
                            NodeSettingsRO::getDoubleArray, (s, k, v) -> s.addDoubleArray(k, v), new double[0])),
            Map.entry(
                    int[].class,
                    new Form<int[]>(NodeSettingsRO::getIntArray, (s, k, v) -> s.addIntArray(k, v), new int[0])),
            Map.entry(
                    long[].class,
                    new Form<long[]>(NodeSettingsRO::getLongArray, (s, k, v) -> s.addLongArray(k, v), new long[0])),
            Map.entry(
                    boolean[].class,
                    new Form<boolean[]>(
                            NodeSettingsRO::getBooleanArray, (s, k, v) -> s.addBooleanArray(k, v), new boolean[0])),
            Map.entry(Void.class, new Form<Void>((s, k) -> null, (s, k, v) -> {}, null)));
    private static final Map<Class<?>, Class<?>> BOXED = Map.of(
            int.class, Integer.class, long.class, Long.class, double.class, Double.class, boolean.class, Boolean.class);

    private EntryForm() {}

    private interface Reader<T> {
        T read(NodeSettingsRO settings, String key) throws InvalidSettingsException;
    }

    private interface Writer<T> {
        void write(NodeSettingsWO settings, String key, T value);
    }

    private record Form<T>(Reader<T> reader, Writer<T> writer, T absent) {}

    static Object load(final Class<?> type, final NodeSettingsRO settings, final String key)
            throws InvalidSettingsException {
        return type.isEnum()
                ? constant(type, settings.getString(key))
                : form(type).reader().read(settings, key);
    }

    static void save(final Class<?> type, final NodeSettingsWO settings, final String key, final Object value) {
        if (type.isEnum()) {
            settings.addString(
                    key, Optional.ofNullable((Enum<?>) value).map(Enum::name).orElse(null));
        } else {
            form(type).writer().write(settings, key, value);
        }
    }

    static void saveAbsent(final Class<?> type, final NodeSettingsWO settings, final String key) {
        save(type, settings, key, type.isEnum() ? null : form(type).absent());
    }

    @SuppressWarnings("unchecked")
    private static Form<Object> form(final Class<?> type) {
        return Optional.ofNullable((Form<Object>) FORMS.get(BOXED.getOrDefault(type, type)))
                .orElseThrow(() -> new IllegalArgumentException("the stand-in cannot write parameters of " + type));
    }

    private static Object constant(final Class<?> type, final String name) throws InvalidSettingsException {
        for (final Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new InvalidSettingsException("'" + name + "' is none of: "
                + Arrays.stream(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .collect(Collectors.joining(", ")));
    }
}
