/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The generated code of past runs, for runs to come.
 *
 * <p>HotSpot compiles generated classes while they run, some tenths of a second for each run, on processors that could compute.
 * Who runs sweeps of the same model again and again keeps one of these: where the byte code is the same to the last byte, the
 * class that is there is used again, and runs as fast as it did in the end. No result depends on it.
 *
 * <p>It keeps what was used last, so much that it does not grow. Threads may share it.
 */
public final class GeneratedCode {
    /** Byte code that is kept: hundreds of models like those of the library. */
    private static final int MOST_BYTES = 1 << 20;

    private final Map<ByteBuffer, Routine> routines = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;
    private int bytes;

    /** Makes room for the code of runs to come. */
    public GeneratedCode() {
        this(MOST_BYTES);
    }

    GeneratedCode(final int most) {
        this.most = most;
    }

    /**
     * Returns a routine of some byte code.
     *
     * @param code a public class that implements {@link Routine}, has a public constructor without arguments and no state; not
     *     to be changed any more
     * @return the routine, ready to run
     */
    synchronized Routine routine(final byte[] code) {
        final ByteBuffer key = ByteBuffer.wrap(code);
        final Routine known = routines.get(key);
        if (known != null) {
            return known;
        }
        final Routine routine = RoutineLoader.load(code);
        routines.put(key, routine);
        bytes += code.length;
        final Iterator<ByteBuffer> eldest = routines.keySet().iterator();
        while (bytes > most) {
            bytes -= eldest.next().capacity();
            eldest.remove();
        }
        return routine;
    }
}
