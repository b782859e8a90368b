/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.ratesweep.knime.port.ModelPortObject;

/** Makes the node <em>Grid Search</em>. */
public final class GridSearchNodeFactory extends DefaultNodeFactory {
    private static final String DESCRIPTION = """
        <p>Runs a model once for every row of a grid table and records how its outputs develop in time. All
        parameter sets are computed together in blocks, on KNIME's own threads, and rows are written while others
        are still being computed, so the memory that is needed does not grow with the number of sets.</p>
        <p><b>The grid.</b> An ordinary table of numbers: one row per parameter set, whose RowID is its name, and
        one column per parameter. It usually comes from <i>Parameter Grid</i>, but any table will do: filter, join
        or shuffle it as you like. What a column sets is said by the parameter map, which Parameter Grid makes
        too. Without a map, the name of a column is the path of a variable (<tt>jrc/jrc_op/c</tt>, or
        <tt>all/jrc_op/c</tt> for every node that has it) or a name that only one variable of the model has
        (<tt>c</tt> or <tt>jrc_op/c</tt>).</p>
        <p><b>Outputs and inputs</b> are chosen by the paths of variables, <tt>node/operator/variable</tt>. Inputs
        can be driven by a column of a signals table (one row per step), by a constant, or by noise that follows
        from a seed. With several columns of that table each input, each parameter set, or each set of each input
        has its own: a column filter takes them, they count in the order of the table, and there must be as many as
        there are inputs, rows of the grid, or both multiplied. A column belongs to a row of the grid by its place
        alone: who sorts or filters the rows does the same to the columns.</p>
        <p><b>Sets that fail.</b> A set whose values become infinite has the status <tt>diverged</tt> in the
        results map, its values up to that time in the results, and missing values after. A set that has a missing
        value in the grid has the status <tt>failed</tt>. The others run on and the node shows one warning; in
        batch mode look at the column <tt>status</tt>. The node fails only if every set does, or if you choose
        so.</p>
        <p><b>Example.</b> The Jansen-Rit model of a cortical column at six strengths of its connectivity: load
        <tt>model_templates.neural_mass_models.jansenrit.JRC2</tt>, make a grid with the column <tt>c</tt> and the
        values 68, 128, 135, 270, 675 and 1350, drive the input <tt>jrc/jrc_op/u</tt> by noise from 120 to 320,
        and record <tt>jrc/jrc_op/V_e</tt> and <tt>jrc/jrc_op/V_i</tt> for 10 s with steps of 0.0001 s.</p>
        """;

    /** Makes the factory; for KNIME, which finds it in {@code plugin.xml}. */
    public GridSearchNodeFactory() {
        super(node(new GridSearchNode()));
    }

    private static DefaultNode node(final GridSearchNode search) {
        return DefaultNode.create()
                .name("Grid Search")
                .icon("../../../../icons/grid-search.png")
                .shortDescription("Runs a model once for every row of a table of parameter sets.")
                .fullDescription(DESCRIPTION)
                .sinceVersion(5, 8, 0)
                .dynamicPorts(ports -> ports.addInputPortGroup(
                                "Model",
                                group -> group.name("Model")
                                        .description("The model to run, from Load Template.")
                                        .fixed(ModelPortObject.TYPE))
                        .addInputPortGroup(
                                "Grid",
                                group -> group.name("Parameter grid")
                                        .description("The parameter sets: one row per set, whose RowID is its name, "
                                                + "and one number column per parameter.")
                                        .fixed(BufferedDataTable.TYPE))
                        .addInputPortGroup(
                                "Map",
                                group -> group.name("Parameter map")
                                        .description("What each column of the grid sets: a table with the text "
                                                + "columns <tt>key</tt> (the name of a column) and <tt>path</tt> "
                                                + "(a variable or edge weight), one row per path.")
                                        .optional()
                                        .supportedTypes(BufferedDataTable.TYPE))
                        .addInputPortGroup(
                                "Signals",
                                group -> group.name("Signals")
                                        .description("Courses in time that drive inputs: one row per step of the "
                                                + "solver, one number column per signal.")
                                        .optional()
                                        .supportedTypes(BufferedDataTable.TYPE))
                        .addOutputPortGroup(
                                "Results",
                                group -> group.name("Results")
                                        .description("The courses in time, in the chosen layout. <i>Lists</i>: RowID "
                                                + "is the name of the set; the columns <tt>time start</tt> and "
                                                + "<tt>time step</tt>, and a list of numbers for each output. "
                                                + "<i>Long</i>: the columns <tt>parameter set</tt> and "
                                                + "<tt>time</tt>, and a number for each output. <i>Wide</i>: the "
                                                + "column <tt>time</tt>, and a number column for each output and "
                                                + "set, called <tt>output|set</tt>. An output that matches several "
                                                + "variables has a column for each of them, whose name ends with "
                                                + "<tt>|path</tt>.")
                                        .fixed(BufferedDataTable.TYPE))
                        .addOutputPortGroup(
                                "Results map",
                                group -> group.name("Results map")
                                        .description("How each parameter set fared: RowID is its name; its parameter "
                                                + "values, <tt>status</tt> (<tt>ok</tt>, <tt>diverged</tt> or "
                                                + "<tt>failed</tt>), <tt>message</tt>, <tt>time reached</tt>, the "
                                                + "<tt>seed</tt> of the random input (of further ones "
                                                + "<tt>seed|path</tt>), of a model with <tt>noise()</tt> the "
                                                + "<tt>noise_seed</tt>, and the <tt>seconds</tt> that its "
                                                + "computation took.")
                                        .fixed(BufferedDataTable.TYPE)))
                .model(model -> model.parametersClass(GridSearchParameters.class)
                        .configure(GridSearchNode::configure)
                        .execute(search::execute))
                .keywords(
                        "parameter sweep",
                        "parameter study",
                        "simulation",
                        "ordinary differential equations",
                        "ODE solver",
                        "neural mass model",
                        "PyRates",
                        "grid_search");
    }
}
