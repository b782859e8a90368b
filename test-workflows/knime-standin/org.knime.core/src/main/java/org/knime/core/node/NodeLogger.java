/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node;

import java.lang.System.Logger.Level;

/** Writes to the log. */
public final class NodeLogger {
    private final System.Logger logger;

    private NodeLogger(final String name) {
        logger = System.getLogger(name);
    }

    /** Returns the logger of a class. */
    public static NodeLogger getLogger(final Class<?> type) {
        return new NodeLogger(type.getName());
    }

    /** Returns a logger by name. */
    public static NodeLogger getLogger(final String name) {
        return new NodeLogger(name);
    }

    /** Logs what helps developers. */
    public void debug(final Object message) {
        logger.log(Level.DEBUG, message);
    }

    /** Logs what helps users. */
    public void info(final Object message) {
        logger.log(Level.INFO, message);
    }

    /** Logs what may be wrong. */
    public void warn(final Object message) {
        logger.log(Level.WARNING, message);
    }

    /** Logs what may be wrong, and why. */
    public void warn(final Object message, final Throwable cause) {
        logger.log(Level.WARNING, String.valueOf(message), cause);
    }

    /** Logs what is wrong. */
    public void error(final Object message) {
        logger.log(Level.ERROR, message);
    }

    /** Logs what is wrong, and why. */
    public void error(final Object message, final Throwable cause) {
        logger.log(Level.ERROR, String.valueOf(message), cause);
    }
}
