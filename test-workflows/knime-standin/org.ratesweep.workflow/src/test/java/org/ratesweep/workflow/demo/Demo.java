/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.workflow.demo;

import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParameters;
import org.ratesweep.workflow.Dialog;
import org.ratesweep.workflow.NodeInstance;

/** What tests outside of this package need of its nodes. */
public final class Demo {
    private Demo() {}

    /** Returns the factory of the nodes with points. */
    public static NodeFactory<NodeModel> points() {
        return new PointsNodeFactory();
    }

    /** Returns a line. */
    public static PortObject line() {
        return new LinePortObject(new LinePortObjectSpec("y"), 1, "");
    }

    /** Returns the settings of a further point. */
    public static NodeSettings point(final int index) {
        final NodeSettings point = new NodeSettings(Integer.toString(index));
        point.addString("name", "P" + index);
        point.addDouble("place", index);
        return point;
    }

    /** Opens the dialog of a node with points. */
    public static Opened dialog(final NodeInstance node, final boolean connected) {
        final PointsParameters parameters = new PointsParameters();
        final PortObjectSpec[] specs = {connected ? new LinePortObjectSpec("y") : null};
        return new Opened(Dialog.open(node, parameters, specs), parameters);
    }

    /** An open dialog and what it edits. */
    public record Opened(Dialog dialog, NodeParameters parameters) {}
}
