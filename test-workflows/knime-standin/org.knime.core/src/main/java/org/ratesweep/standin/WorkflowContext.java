/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.standin;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The folder of the workflow on whose behalf a thread works, as KNIME keeps it: with the thread. */
public final class WorkflowContext {
    private static final ThreadLocal<Optional<Path>> FOLDER = ThreadLocal.withInitial(Optional::empty);

    private WorkflowContext() {}

    /** Returns the folder, if the thread works for a workflow. */
    public static Optional<Path> folder() {
        return FOLDER.get();
    }

    /** Calls something on behalf of the workflow in a folder. */
    public static <T> T within(final Optional<Path> folder, final Callable<T> call) throws Exception {
        final Optional<Path> before = FOLDER.get();
        FOLDER.set(folder);
        try {
            return call.call();
        } finally {
            FOLDER.set(before);
        }
    }
}
