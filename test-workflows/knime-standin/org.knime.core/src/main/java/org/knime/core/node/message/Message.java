/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node.message;

import java.util.List;
import java.util.Objects;
import org.knime.core.node.KNIMEException;

/** What a node tells its user, and what can be done about it. */
public final class Message {
    private final String summary;
    private final List<String> resolutions;

    private Message(final String summary, final List<String> resolutions) {
        this.summary = summary;
        this.resolutions = resolutions;
    }

    /** Returns a message of one sentence. */
    public static Message fromSummary(final String summary) {
        return new Message(summary, List.of());
    }

    /** Returns a message that says what can be done. */
    public static Message fromSummaryWithResolution(final String summary, final String... resolutions) {
        return new Message(summary, List.of(resolutions));
    }

    /** Returns the sentence. */
    public String getSummary() {
        return summary;
    }

    /** Returns what can be done. */
    public List<String> getResolutions() {
        return resolutions;
    }

    /** Returns an exception with this message. */
    public KNIMEException toKNIMEException() {
        return KNIMEException.of(this);
    }

    /** Returns an exception with this message and a cause. */
    public KNIMEException toKNIMEException(final Throwable cause) {
        return KNIMEException.of(this, cause);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Message message
                && Objects.equals(summary, message.summary)
                && resolutions.equals(message.resolutions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(summary, resolutions);
    }

    @Override
    public String toString() {
        return summary;
    }
}
