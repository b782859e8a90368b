/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.standin.parameters;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persistor;

/** Parameters in the form in which KNIME keeps them. */
public final class PersistedParameters {
    private static final String IS_PRESENT = "_is_present";

    private PersistedParameters() {}

    /** Writes parameters. */
    public static void save(final Object parameters, final NodeSettingsWO settings) {
        final Optional<NodeParametersPersistor<Object>> own =
                persistor(parameters.getClass().getAnnotation(Persistor.class));
        if (own.isPresent()) {
            own.get().save(parameters, settings);
            return;
        }
        for (final Field field : ParametersClass.fields(parameters.getClass())) {
            final Object value = ParametersClass.get(field, parameters);
            final Optional<NodeParametersPersistor<Object>> persistor = persistor(field.getAnnotation(Persistor.class));
            if (persistor.isPresent()) {
                persistor.get().save(value, settings);
            } else {
                save(field, value, settings);
            }
        }
    }

    private static void save(final Field field, final Object value, final NodeSettingsWO settings) {
        final String key = ParametersClass.key(field);
        if (ParametersClass.isGroup(field.getType())) {
            save(value, settings.addNodeSettings(key));
        } else if (ParametersClass.elementClass(field).isPresent()) {
            final NodeSettingsWO elements = settings.addNodeSettings(key);
            int index = 0;
            for (final Object element : elements(value)) {
                save(element, elements.addNodeSettings(Integer.toString(index++)));
            }
        } else if (field.getType() == Optional.class) {
            final Class<?> type = contentClass(field);
            ((Optional<?>) value)
                    .ifPresentOrElse(
                            content -> EntryForm.save(type, settings, key, content),
                            () -> EntryForm.saveAbsent(type, settings, key));
            settings.addBoolean(key + IS_PRESENT, ((Optional<?>) value).isPresent());
        } else {
            EntryForm.save(field.getType(), settings, key, value);
        }
    }

    /** Reads parameters. */
    public static <T> T load(final Class<T> type, final NodeSettingsRO settings) throws InvalidSettingsException {
        final Optional<Object> migrated = migrated(type.getAnnotation(Migration.class), settings);
        if (migrated.isPresent()) {
            return type.cast(migrated.get());
        }
        final Optional<NodeParametersPersistor<Object>> own = persistor(type.getAnnotation(Persistor.class));
        if (own.isPresent()) {
            return type.cast(own.get().load(settings));
        }
        final T parameters = ParametersClass.create(type);
        for (final Field field : ParametersClass.fields(type)) {
            load(field, parameters, settings);
        }
        return parameters;
    }

    private static void load(final Field field, final Object parameters, final NodeSettingsRO settings)
            throws InvalidSettingsException {
        final Optional<Object> migrated = migrated(field.getAnnotation(Migration.class), settings);
        if (migrated.isPresent()) {
            ParametersClass.set(field, parameters, migrated.get());
            return;
        }
        final Optional<NodeParametersPersistor<Object>> persistor = persistor(field.getAnnotation(Persistor.class));
        if (keepsDefault(field) && isAbsent(field, persistor, settings)) {
            return;
        }
        ParametersClass.set(
                field, parameters, persistor.isPresent() ? persistor.get().load(settings) : load(field, settings));
    }

    private static Object load(final Field field, final NodeSettingsRO settings) throws InvalidSettingsException {
        final String key = ParametersClass.key(field);
        if (ParametersClass.isGroup(field.getType())) {
            return load(field.getType(), settings.getNodeSettings(key));
        }
        final Optional<Class<?>> elementClass = ParametersClass.elementClass(field);
        if (elementClass.isPresent()) {
            return loadElements(field, elementClass.get(), settings.getNodeSettings(key));
        }
        if (field.getType() == Optional.class) {
            return settings.getBoolean(key + IS_PRESENT, true)
                    ? Optional.ofNullable(EntryForm.load(contentClass(field), settings, key))
                    : Optional.empty();
        }
        return EntryForm.load(field.getType(), settings, key);
    }

    private static Object loadElements(final Field field, final Class<?> elementClass, final NodeSettingsRO settings)
            throws InvalidSettingsException {
        final int size = (int)
                settings.keySet().stream().filter(key -> key.matches("\\d+")).count();
        final List<Object> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            elements.add(load(elementClass, settings.getNodeSettings(Integer.toString(i))));
        }
        return field.getType().isArray()
                ? elements.toArray((Object[]) Array.newInstance(elementClass, size))
                : elements;
    }

    private static boolean keepsDefault(final Field field) {
        final Migrate migrate = field.getAnnotation(Migrate.class);
        return migrate != null && migrate.loadDefaultIfAbsent()
                || field.getDeclaringClass().isAnnotationPresent(LoadDefaultsForAbsentFields.class)
                        && !field.isAnnotationPresent(Migration.class);
    }

    private static boolean isAbsent(
            final Field field,
            final Optional<NodeParametersPersistor<Object>> persistor,
            final NodeSettingsRO settings) {
        return persistor
                .map(own -> Arrays.stream(own.getConfigPaths()).noneMatch(path -> settings.containsKey(path[0])))
                .orElseGet(() -> !settings.containsKey(ParametersClass.key(field)));
    }

    @SuppressWarnings("unchecked")
    private static Optional<Object> migrated(final Migration migration, final NodeSettingsRO settings)
            throws InvalidSettingsException {
        if (migration == null) {
            return Optional.empty();
        }
        for (final ConfigMigration<Object> way :
                ((NodeParametersMigration<Object>) ParametersClass.create(migration.value())).getConfigMigrations()) {
            if (way.getMatcher().test(settings)) {
                return Optional.of(way.getLoader().load(settings));
            }
        }
        return Optional.empty();
    }

    @SuppressWarnings("unchecked")
    private static Optional<NodeParametersPersistor<Object>> persistor(final Persistor annotation) {
        return Optional.ofNullable(annotation)
                .map(found -> (NodeParametersPersistor<Object>) ParametersClass.create(found.value()));
    }

    private static Class<?> contentClass(final Field field) {
        return ParametersClass.argument(field)
                .orElseThrow(() -> new IllegalArgumentException("The type of " + field + " is not known"));
    }

    private static Collection<?> elements(final Object value) {
        return value instanceof Collection<?> collection ? collection : Arrays.asList((Object[]) value);
    }
}
