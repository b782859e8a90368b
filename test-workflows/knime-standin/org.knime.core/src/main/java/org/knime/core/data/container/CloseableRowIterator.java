/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data.container;

import java.io.Closeable;
import org.knime.core.data.RowIterator;

/** Goes through the rows of a table until it is closed. */
public abstract class CloseableRowIterator extends RowIterator implements Closeable {
    /** Creates an iterator. */
    public CloseableRowIterator() {}

    @Override
    public abstract void close();
}
