/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.loadtemplate;

import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
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
import org.ratesweep.core.model.Model;
import org.ratesweep.knime.port.InputProblems;
import org.ratesweep.knime.port.ModelPortObject;

/** The node Load Template. */
public final class LoadTemplateNodeFactory extends DefaultNodeFactory {
    private static final String DESCRIPTION = """
            <p>Loads a model: a circuit of nodes, operators and edges, written in the template language of PyRates.
            The model goes to <i>Parameter Grid</i>, where its parameters get values, and to <i>Grid Search</i>, where
            it is run; the table lists everything in it that can be swept or recorded.</p>
            <p>Templates of the <b>library</b> are ready to run, for instance the Jansen-Rit column <code>JRC2</code>
            or the Van der Pol oscillator <code>vdp</code>. A template of a <b>file</b> may build on the library, as
            in</p>
            <pre>MyColumn:
              base: model_templates.neural_mass_models.jansenrit.JRC2
              description: A column of mine.</pre>
            <p><b>Example.</b> Choose <code>JRC2</code> from the library: the table has 21 rows, among them
            <code>jrc/jrc_op/c</code>, the connectivity, which can be swept, and <code>jrc/jrc_op/V_e</code>, a
            potential, which can be recorded.</p>
            <p>The model is self-contained: the text of every template file that it needs travels in it. A workflow
            that was executed and shared runs again without the file; a file in the data folder of the workflow,
            <code>knime://knime.workflow/data/model.yaml</code>, travels with the workflow as well.</p>
            <p><b>Paths.</b> A variable is named by its path, <code>node/operator/variable</code>, for instance
            <code>jrc/jrc_op/c</code>; the weight of an edge by <code>source->target/weight</code>, for instance
            <code>pc/pro/m->ein/rpo_e/m_in/weight</code>. These are the RowIDs of the table and what the other nodes
            of this category ask for.</p>
            """;

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Load Template")
            .icon("../../../../icons/load-template.png")
            .shortDescription("Loads a neural mass model, or another model of rate equations, from a template.")
            .fullDescription(DESCRIPTION)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addOutputPort(
                            "Model", "The model, with the text of all templates that it needs.", ModelPortObject.TYPE)
                    .addOutputTable(
                            "Variables",
                            "The variables of the model, one row a variable: RowID is the path; <i>node</i>,"
                                    + " <i>operator</i> (both missing for the weights of edges) and <i>variable</i>;"
                                    + " <i>kind</i>: constant, input, state variable, algebraic variable or edge"
                                    + " weight; <i>units</i>: how many values it has, more than 1 in populations"
                                    + " and vectors; <i>default</i>, of a state variable the initial value,"
                                    + " missing if its units have different ones, which are then the list <i>defaults"
                                    + " of units</i>;"
                                    + " <i>equation</i>; <i>sweepable</i>: whether a sweep can set it;"
                                    + " <i>recordable</i>: whether it can be an output."))
            .model(model -> model.parametersClass(LoadTemplateParameters.class)
                    .configure(LoadTemplateNodeFactory::configure)
                    .execute(LoadTemplateNodeFactory::execute))
            .keywords(
                    "neural mass model",
                    "neural model",
                    "Jansen-Rit",
                    "Wilson-Cowan",
                    "Kuramoto",
                    "Van der Pol",
                    "PyRates",
                    "differential equation",
                    "simulation",
                    "YAML");

    /** Makes the node's factory; for KNIME only. */
    public LoadTemplateNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final LoadTemplateParameters parameters = in.getParameters();
        final ModelPortObject model =
                InputProblems.inConfigure(() -> TemplateChoice.of(parameters).load());
        out.setOutSpecs(model.getSpec(), VariablesTable.spec());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
            throws CanceledExecutionException, KNIMEException {
        final LoadTemplateParameters parameters = in.getParameters();
        final ModelPortObject model =
                InputProblems.inExecute(() -> TemplateChoice.of(parameters).load());
        out.setOutData(model, variables(Model.of(model.circuit()), in.getExecutionContext()));
    }

    private static BufferedDataTable variables(final Model model, final ExecutionContext execution) {
        final BufferedDataContainer rows = execution.createDataContainer(VariablesTable.spec());
        model.variables().forEach(variable -> rows.addRowToTable(VariablesTable.row(variable)));
        rows.close();
        return rows.getTable();
    }
}
