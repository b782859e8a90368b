/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.standin.parameters;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;

/** The fields of parameters, and how they are read and set. */
public final class ParametersClass {
    private static final String HIDDEN = "_Internals";

    private ParametersClass() {}

    /** Returns the fields that are written, those of superclasses first. */
    public static List<Field> fields(final Class<?> type) {
        final List<Field> fields = new ArrayList<>();
        if (type.getSuperclass() != null && type.getSuperclass() != Object.class) {
            fields.addAll(fields(type.getSuperclass()));
        }
        for (final Field field : type.getDeclaredFields()) {
            final int modifiers = field.getModifiers();
            if (!field.isSynthetic()
                    && !Modifier.isStatic(modifiers)
                    && !Modifier.isPrivate(modifiers)
                    && !Modifier.isTransient(modifiers)) {
                field.setAccessible(true);
                fields.add(field);
            }
        }
        return fields;
    }

    /** Returns the key under which a field is written. */
    public static String key(final Field field) {
        final String name = field.getName().replaceFirst("^m_", "");
        return Optional.ofNullable(field.getAnnotation(Persist.class))
                .map(persist ->
                        (persist.configKey().isEmpty() ? name : persist.configKey()) + (persist.hidden() ? HIDDEN : ""))
                .orElse(name);
    }

    /** Returns the value of a field; null if it has none. */
    public static Object get(final Field field, final Object owner) {
        try {
            return field.get(owner);
        } catch (final IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static void set(final Field field, final Object owner, final Object value) {
        try {
            field.set(owner, value);
        } catch (final IllegalAccessException problem) {
            throw new IllegalStateException("The parameter " + field + " cannot be set", problem);
        }
    }

    /** Returns new parameters, all at their defaults. */
    public static <T> T create(final Class<T> type) {
        try {
            return create(type.getDeclaredConstructor());
        } catch (final NoSuchMethodException missing) {
            throw new IllegalArgumentException(type + " lacks a constructor without arguments", missing);
        }
    }

    /** Returns new parameters, with defaults that may depend on what is connected. */
    public static <T> T create(final Class<T> type, final NodeParametersInput input) {
        try {
            return create(type.getDeclaredConstructor(NodeParametersInput.class), input);
        } catch (final NoSuchMethodException independent) {
            return create(type);
        }
    }

    private static <T> T create(final Constructor<T> constructor, final Object... arguments) {
        constructor.setAccessible(true);
        try {
            return constructor.newInstance(arguments);
        } catch (final InvocationTargetException failure) {
            throw new IllegalStateException(
                    "The constructor of " + constructor.getDeclaringClass() + " failed", failure.getCause());
        } catch (final ReflectiveOperationException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /** Tells whether a type is written as a config of its own fields. */
    public static boolean isGroup(final Class<?> type) {
        return Persistable.class.isAssignableFrom(type);
    }

    /** Returns the class of the elements, if the field holds any number of groups. */
    public static Optional<Class<?>> elementClass(final Field field) {
        if (field.getType().isArray() && isGroup(field.getType().getComponentType())) {
            return Optional.of(field.getType().getComponentType());
        }
        return Collection.class.isAssignableFrom(field.getType())
                ? argument(field).filter(ParametersClass::isGroup)
                : Optional.empty();
    }

    static Optional<Class<?>> argument(final Field field) {
        if (field.getGenericType() instanceof ParameterizedType type) {
            final Type argument = type.getActualTypeArguments()[0];
            return argument instanceof Class<?> found ? Optional.of(found) : Optional.empty();
        }
        return Optional.empty();
    }
}
