/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters.widget.message;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.knime.node.parameters.updates.StateProvider;

/** Shows a message in the dialog. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextMessage {
    /** What computes it. */
    Class<? extends StateProvider<Optional<Message>>> value();

    /** Kinds of messages. */
    enum MessageType {
        INFO,
        WARNING,
        ERROR,
        SUCCESS
    }

    /** What the message says. */
    record Message(String title, String description, MessageType type) {}
}
