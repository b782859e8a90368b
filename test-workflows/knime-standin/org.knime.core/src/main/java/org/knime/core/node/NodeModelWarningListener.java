/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node;

import java.util.EventListener;
import org.knime.core.node.message.Message;

/** Is told of a node's warnings. */
public interface NodeModelWarningListener extends EventListener {
    /** Tells of a warning; null takes the last one back, as with KNIME. */
    void warningChanged(Message warning);
}
