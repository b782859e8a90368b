/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.resultsmap;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Makes the node <em>Results Map</em>. */
public final class ResultsMapNodeFactory extends DefaultNodeFactory {
    private static final String DESCRIPTION = """
        <p>Turns the results of <i>Grid Search</i> into what one looks at: numbers that describe each parameter
        set, beside its parameters, and a tidy table of the courses in time with the parameter values in it.</p>
        <p><b>Derived series</b> are computed sample by sample from the outputs, for instance the potential of a
        Jansen-Rit column as <tt>V = V_pce - V_pci</tt>.</p>
        <p><b>Measures</b> are taken of every series, or of those that are named, within a window of time. Each
        becomes a column of the map, for instance <tt>dominant frequency(V)</tt>, in 1 / the model's unit of time.
        A Scatter Plot of the map shows a measure over a parameter.</p>
        <p><b>The tidy table</b> has, in the layout <i>Long</i>, one row per set and sample with the parameters,
        the time and a number column per series, as Scatter Plot and GroupBy take it; in the layout <i>Wide</i>,
        one row per sample with a column for each series and set, called for instance <tt>V|C=68</tt>, as Line
        Plot takes it; in the layout <i>Matrix</i>, one row per value of one parameter, one column per value of
        another and a measure in the cells, as Heatmap takes it.</p>
        <p>Results in any of the three layouts of Grid Search are understood. Sets that the map does not have are
        left out, so a Row Filter on the map chooses what is shown; sets that the results do not have stay in the
        map, with a warning. A measure is missing if the set failed within the window.</p>
        <p><b>Example.</b> For the tutorial sweep of the Jansen-Rit model add the derived series <tt>V</tt> =
        <tt>V_pce - V_pci</tt>, measure its <i>dominant frequency</i> from 2 s on, sort by <tt>C</tt>, choose the
        layout <i>Wide</i> and connect a Line Plot.</p>
        """;

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Results Map")
            .icon("../../../../icons/results-map.png")
            .shortDescription("Measures the results of a grid search and joins them with the parameter values.")
            .fullDescription(DESCRIPTION)
            .sinceVersion(5, 8, 0)
            .ports(ports -> ports.addInputTable(
                            "Results", "The courses in time, from Grid Search, in any of " + "its layouts.")
                    .addInputTable(
                            "Results map",
                            "The parameter values and the status of each set, from Grid Search: one row per "
                                    + "set, whose RowID "
                                    + "is its name. It may be filtered or have columns added.")
                    .addOutputTable(
                            "Map with measures",
                            "The results map, sorted, with one column <tt>measure(series)</tt> for each measure "
                                    + "and series.")
                    .addOutputTable(
                            "Tidy table",
                            "The courses in time of all outputs and derived series with the parameter values, or the "
                                    + "matrix of a measure over two parameters, in the chosen layout."))
            .model(model -> model.parametersClass(ResultsMapParameters.class)
                    .configure(ResultsMapNode::configure)
                    .execute(ResultsMapNode::execute))
            .keywords(
                    "dominant frequency",
                    "power spectrum",
                    "periodogram",
                    "peaks",
                    "time series",
                    "parameter sweep",
                    "PyRates",
                    "heat map",
                    "derived series");

    /** Makes the factory; for KNIME, which finds it in {@code plugin.xml}. */
    public ResultsMapNodeFactory() {
        super(NODE);
    }
}
