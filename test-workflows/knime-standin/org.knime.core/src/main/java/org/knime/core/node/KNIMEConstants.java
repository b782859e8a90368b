/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node;

import org.knime.core.util.ThreadPool;

/** What holds for the whole of KNIME. */
public final class KNIMEConstants {
    /** The first number of the version. */
    public static final int MAJOR = 5;

    /** The second number of the version. */
    public static final int MINOR = 8;

    /** The third number of the version. */
    public static final int REV = 3;

    /** The version. */
    public static final String VERSION = MAJOR + "." + MINOR + "." + REV;

    /** The threads that all nodes share. */
    public static final ThreadPool GLOBAL_THREAD_POOL =
            new ThreadPool((int) Math.ceil(1.5 * Runtime.getRuntime().availableProcessors()) * 2);

    private KNIMEConstants() {}
}
