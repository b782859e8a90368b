/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import org.ratesweep.core.lanes.Chunks;

/**
 * Loads a generated class, and for it alone the functions over lanes.
 *
 * <p>HotSpot compiles a method by what it learned from the first calls, of loops above all how often they go round. If generated
 * classes shared the functions over lanes, a sweep of many parameter sets would run with loops made for the few of an earlier
 * one. Everything else is that of this project's own class loader.
 */
final class RoutineLoader extends ClassLoader {
    private static final String LANES = Chunks.class.getPackageName() + ".";

    private RoutineLoader() {
        super(Routine.class.getClassLoader());
    }

    /**
     * Makes a routine of some byte code.
     *
     * @param code see {@link GeneratedCode#routine}
     */
    static Routine load(final byte[] code) {
        try {
            return new RoutineLoader()
                    .define(null, code)
                    .asSubclass(Routine.class)
                    .getConstructor()
                    .newInstance();
        } catch (final IllegalAccessException
                | InstantiationException
                | NoSuchMethodException
                | InvocationTargetException impossible) {
            throw new IllegalStateException("generated class cannot be used", impossible);
        }
    }

    @Override
    protected Class<?> loadClass(final String name, final boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(LANES)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            final Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name, read(name)) : loaded;
        }
    }

    private static byte[] read(final String name) throws ClassNotFoundException {
        try (InputStream code = Chunks.class.getResourceAsStream(name.substring(LANES.length()) + ".class")) {
            if (code == null) {
                throw new ClassNotFoundException(name);
            }
            return code.readAllBytes();
        } catch (final IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private Class<?> define(final String name, final byte[] code) {
        return defineClass(name, code, 0, code.length, Routine.class.getProtectionDomain());
    }
}
