/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.parametergrid;

import java.util.List;
import java.util.Map;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.ratesweep.core.sweep.ParameterGrid;
import org.ratesweep.knime.port.InputProblems;
import org.ratesweep.knime.port.ModelPortObject;
import org.ratesweep.knime.port.ModelPortObjectSpec;

/** The node Parameter Grid. */
public final class ParameterGridNodeFactory extends DefaultNodeFactory {
    private static final String DESCRIPTION = """
            <p>Makes the parameter sets that <i>Grid Search</i> runs. Each parameter is a column of the grid; it sets
            one or more variables or edge weights of the model, and its values are listed, evenly spaced, at even
            ratios, or drawn at random.</p>
            <p><b>Example.</b> With the library template <code>JRC2</code>, a parameter with the key <code>C</code>,
            the variable <code>jrc/jrc_op/c</code> and the values <code>68, 128, 135, 270</code> makes the sets
            <code>JRC2_0</code> to <code>JRC2_3</code>. A second parameter <code>H</code> on
            <code>jrc/jrc_op/h_e</code>, with 11 values from 0.003 to 0.004 and <i>all combinations</i>, makes 44 sets
            of them. The dialog shows the number as you type.</p>
            <p><b>Order.</b> All combinations come in the order of PyRates (and of numpy's <code>meshgrid</code>): of
            two parameters the first varies fastest, of three or more the last.</p>
            <p><b>Random values</b> follow from the seed alone. All parameters of the same kind are drawn together, so
            that with <i>pairwise</i> each set is one point of a Latin hypercube or of a Sobol sequence over all of
            them.</p>
            <p>The grid is an ordinary table: filter, shuffle, join or extend it with any node, or make it without
            this one. Only its RowIDs, the names of the sets, and its columns matter.</p>
            """;

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Parameter Grid")
            .icon("../../../../icons/parameter-grid.png")
            .shortDescription(
                    "Makes the parameter sets of a sweep: lists, ranges or random designs, paired or combined.")
            .fullDescription(DESCRIPTION)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputPort(
                            "Model",
                            "The model whose variables are set, from <i>Load Template</i>.",
                            ModelPortObject.TYPE)
                    .addOutputTable(
                            "Parameter grid",
                            "The parameter sets, one row each: RowID is the name of the set, for instance"
                                    + " <code>JRC2_0</code>; one column of numbers a parameter, named by its key.")
                    .addOutputTable(
                            "Parameter map",
                            "What the columns of the grid set, one row a key and variable: <i>key</i> and"
                                    + " <i>path</i>."))
            .model(model -> model.parametersClass(ParameterGridParameters.class)
                    .configure(ParameterGridNodeFactory::configure)
                    .execute(ParameterGridNodeFactory::execute))
            .keywords(
                    "parameter sweep",
                    "parameter scan",
                    "parameter space",
                    "design of experiments",
                    "Latin hypercube",
                    "Sobol",
                    "linspace",
                    "PyRates");

    /** Makes the node's factory; for KNIME only. */
    public ParameterGridNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ParameterGridParameters parameters = in.getParameters();
        final ModelPortObjectSpec model = in.getInPortSpec(0);
        final GridDefinition definition = InputProblems.inConfigure(() -> {
            final GridDefinition checked = GridDefinition.of(parameters);
            checked.size();
            checked.paths(model);
            return checked;
        });
        out.setOutSpecs(GridTables.gridSpec(definition.keys()), GridTables.mapSpec());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
            throws CanceledExecutionException, KNIMEException {
        final ParameterGridParameters parameters = in.getParameters();
        final ModelPortObject input = in.getInPortObject(0);
        final ModelPortObjectSpec model = input.getSpec();
        final GridDefinition definition = InputProblems.inExecute(() -> GridDefinition.of(parameters));
        final ParameterGrid grid = InputProblems.inExecute(definition::grid);
        final Map<String, List<String>> paths = InputProblems.inExecute(() -> definition.paths(model));
        final ExecutionContext execution = in.getExecutionContext();
        out.setOutData(GridTables.grid(grid, model.modelName(), execution), GridTables.map(paths, execution));
    }
}
