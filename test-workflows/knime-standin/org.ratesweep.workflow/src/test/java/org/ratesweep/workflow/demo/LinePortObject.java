/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.workflow.demo;

import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObject;
import org.knime.core.node.port.PortObjectSpec;

/** Lines through the origin, and a text with all that XML could spoil. */
public final class LinePortObject extends AbstractSimplePortObject {
    private LinePortObjectSpec spec = new LinePortObjectSpec();
    private double slope;
    private String note = "";

    /** Creates an object to be loaded. */
    public LinePortObject() {}

    LinePortObject(final LinePortObjectSpec spec, final double slope, final String note) {
        this.spec = spec;
        this.slope = slope;
        this.note = note;
    }

    double slope() {
        return slope;
    }

    String note() {
        return note;
    }

    @Override
    public String getSummary() {
        return "slope " + slope;
    }

    @Override
    public LinePortObjectSpec getSpec() {
        return spec;
    }

    @Override
    protected void save(final ModelContentWO model, final ExecutionMonitor monitor) {
        model.addDouble("slope", slope);
        model.addString("note", note);
    }

    @Override
    protected void load(final ModelContentRO model, final PortObjectSpec lineSpec, final ExecutionMonitor monitor)
            throws InvalidSettingsException {
        spec = (LinePortObjectSpec) lineSpec;
        slope = model.getDouble("slope");
        note = model.getString("note");
    }

    /** Writes and reads objects. */
    public static final class Serializer extends AbstractSimplePortObjectSerializer<LinePortObject> {}
}
