/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node;

import org.knime.core.node.message.Message;

/** A failure that the user is told of in the words of its message. */
public final class KNIMEException extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Message message;

    /** Creates an exception with a message. */
    public KNIMEException(final String message) {
        super(message);
        this.message = Message.fromSummary(message);
    }

    /** Creates an exception with a message and a cause. */
    public KNIMEException(final String message, final Throwable cause) {
        super(message, cause);
        this.message = Message.fromSummary(message);
    }

    private KNIMEException(final Message message) {
        super(message.getSummary());
        this.message = message;
    }

    private KNIMEException(final Message message, final Throwable cause) {
        super(message.getSummary(), cause);
        this.message = message;
    }

    /** Returns an exception for a message with resolutions. */
    public static KNIMEException of(final Message message) {
        return new KNIMEException(message);
    }

    /** Returns an exception for a message with resolutions, and a cause. */
    public static KNIMEException of(final Message message, final Throwable cause) {
        return new KNIMEException(message, cause);
    }

    /** Returns what the user is shown. */
    public Message getKNIMEMessage() {
        return message;
    }
}
