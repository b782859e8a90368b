/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.workflow.demo;

import java.util.ArrayList;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.node.DefaultModel;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Points on a line, shifted by the number of rows of an optional table. */
public final class PointsNodeFactory extends DefaultNodeFactory {
    static final String SHIFTS = "shifts";

    /** Creates the factory. */
    public PointsNodeFactory() {
        super(DefaultNode.create()
                .name("Points")
                .icon("points.png")
                .shortDescription("Gives points.")
                .fullDescription("<p>Gives points on a line.</p>")
                .sinceVersion(5, 8, 0)
                .dynamicPorts(ports -> ports.addInputPortGroup(
                                "line",
                                group -> group.name("Line")
                                        .description("A line.")
                                        .fixed(PortTypeRegistry.getInstance().getPortType(LinePortObject.class)))
                        .addInputPortGroup(
                                SHIFTS,
                                group -> group.name("Shifts")
                                        .description("Its number of rows is added.")
                                        .optional()
                                        .supportedTypes(BufferedDataTable.TYPE))
                        .addOutputPortGroup(
                                "points",
                                group -> group.name("Points")
                                        .description("The points.")
                                        .fixed(BufferedDataTable.TYPE)))
                .model(model -> model.parametersClass(PointsParameters.class)
                        .configure(PointsNodeFactory::configure)
                        .execute(PointsNodeFactory::execute)));
    }

    private static void configure(final DefaultModel.ConfigureInput in, final DefaultModel.ConfigureOutput out)
            throws InvalidSettingsException {
        final LinePortObjectSpec line = in.getInPortSpec(0);
        if (line.names().length == 0) {
            throw new InvalidSettingsException("The line has no name.");
        }
        out.setOutSpecs(columns(in.getParameters(), line));
    }

    private static DataTableSpec columns(final PointsParameters parameters, final LinePortObjectSpec line) {
        final DataType value = parameters.m_layout == PointsParameters.Layout.ROWS
                ? DoubleCell.TYPE
                : ListCell.getCollectionType(DoubleCell.TYPE);
        final String name = parameters.m_column.isEmpty() ? line.names()[0] : parameters.m_column;
        return new DataTableSpec("Points", new String[] {name, "note"}, new DataType[] {value, StringCell.TYPE});
    }

    private static void execute(final DefaultModel.ExecuteInput in, final DefaultModel.ExecuteOutput out)
            throws CanceledExecutionException, KNIMEException {
        final LinePortObject line = in.getInPortObject(0);
        final PointsParameters parameters = in.getParameters();
        final double shift = in.getInPortObjects().length > 1 ? in.getInTable(1).size() : 0;
        final BufferedDataContainer rows =
                in.getExecutionContext().createDataContainer(columns(parameters, line.getSpec()));
        final List<DataCell> values = new ArrayList<>();
        for (final PointsParameters.Point point : parameters.m_points) {
            pause(parameters.m_pause);
            in.getExecutionContext().checkCanceled();
            in.getExecutionContext().setProgress((values.size() + 1.0) / parameters.m_points.length, point.m_name);
            final double value = (line.slope() * point.m_place + shift) * parameters.m_factor.orElse(1.0);
            values.add(Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value));
            if (parameters.m_layout == PointsParameters.Layout.ROWS) {
                rows.addRowToTable(
                        new DefaultRow(point.m_name, values.get(values.size() - 1), new StringCell(line.note())));
            }
        }
        if (parameters.m_layout == PointsParameters.Layout.LIST) {
            rows.addRowToTable(
                    new DefaultRow("all", CollectionCellFactory.createListCell(values), new StringCell(line.note())));
        }
        rows.close();
        out.setOutData(0, rows.getTable());
        if (shift > 0) {
            out.setWarningMessage("The points are shifted.");
        }
    }

    private static void pause(final int milliseconds) throws KNIMEException {
        try {
            Thread.sleep(milliseconds);
        } catch (final InterruptedException interruption) {
            throw new KNIMEException("interrupted", interruption);
        }
    }
}
