/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data;

import java.util.Objects;

/** A cell without a value. */
public final class MissingCell extends DataCell implements MissingValue {
    private static final long serialVersionUID = 1;
    private final String error;

    /** Creates a cell that says why its value is missing; null without a reason, as with KNIME. */
    public MissingCell(final String error) {
        this.error = error;
    }

    @Override
    public String getError() {
        return error;
    }

    @Override
    public boolean isMissing() {
        return true;
    }

    @Override
    public String toString() {
        return "?";
    }

    @Override
    protected boolean equalsDataCell(final DataCell other) {
        return other.isMissing();
    }

    @Override
    public int hashCode() {
        return Objects.hash(MissingCell.class);
    }
}
