/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.port;

import java.util.function.Supplier;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.ratesweep.core.error.InputException;

/** Says in KNIME's exceptions what the core says in its own; the text stays as it is. */
public final class InputProblems {
    private InputProblems() {}

    /**
     * Computes something that depends on the node's settings, for a node that is being configured.
     *
     * @param <T> the type of the result
     * @param computation what may find bad input
     * @return the result
     * @throws InvalidSettingsException in place of the core's exception, with its text
     */
    public static <T> T inConfigure(final Supplier<T> computation) throws InvalidSettingsException {
        try {
            return computation.get();
        } catch (final InputException problem) {
            throw toInvalidSettingsException(problem);
        }
    }

    /**
     * Computes something for a node that is being executed.
     *
     * @param <T> the type of the result
     * @param computation what may find bad input
     * @return the result
     * @throws KNIMEException in place of the core's exception, with its text
     */
    public static <T> T inExecute(final Supplier<T> computation) throws KNIMEException {
        try {
            return computation.get();
        } catch (final InputException problem) {
            throw toKnimeException(problem);
        }
    }

    /** Returns the exception with which a node refuses to be configured. */
    public static InvalidSettingsException toInvalidSettingsException(final InputException problem) {
        return new InvalidSettingsException(problem.getMessage(), problem);
    }

    /** Returns the exception with which the execution of a node fails. */
    public static KNIMEException toKnimeException(final InputException problem) {
        return KNIMEException.of(Message.fromSummary(problem.getMessage()), problem);
    }
}
