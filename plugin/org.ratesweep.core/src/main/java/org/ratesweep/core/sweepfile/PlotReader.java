/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweepfile;

import java.util.List;
import java.util.Optional;
import org.ratesweep.core.expression.Expression;
import org.ratesweep.core.expression.SyntaxError;
import org.ratesweep.core.measure.DerivedSeries;
import org.ratesweep.core.sweep.Sweep.OutputVariable;
import org.ratesweep.core.yaml.YamlMapping;
import org.ratesweep.core.yaml.YamlNode;

/** Reads what to draw. */
final class PlotReader {
    private static final String EXPRESSION = "expression";
    private static final String LABEL = "label";
    private static final String TIME_UNIT = "time_unit";
    private static final String OWNER = "a plot";

    private PlotReader() {}

    static PlotDescription read(final YamlNode node, final List<OutputVariable> outputs) {
        final YamlMapping mapping = node.asMapping("'plot'");
        mapping.refuseKeysBeyond(List.of(EXPRESSION, LABEL, TIME_UNIT), OWNER);
        final YamlNode written = mapping.require(EXPRESSION, OWNER);
        final String text = written.asText("'" + EXPRESSION + "'");
        final Expression expression = Places.at(written.location(), () -> expression(text, outputs));
        final String label =
                mapping.get(LABEL).map(value -> value.asText("'" + LABEL + "'")).orElse(text);
        final Optional<String> timeUnit = mapping.get(TIME_UNIT).map(value -> value.asText("'" + TIME_UNIT + "'"));
        return new PlotDescription(expression, label, timeUnit);
    }

    private static Expression expression(final String text, final List<OutputVariable> outputs) {
        final Expression expression = DerivedSeries.parse(
                        text, outputs.stream().map(OutputVariable::key).toList())
                .expression();
        for (final String name : expression.variables()) {
            final List<String> paths = outputs.stream()
                    .filter(output -> output.key().equals(name))
                    .map(OutputVariable::path)
                    .toList();
            if (paths.size() > 1) {
                throw SyntaxError.atName(
                        text,
                        name,
                        "the output '" + name + "' holds " + paths.size()
                                + " variables, so it has no one curve; give one of them a key of its own: "
                                + String.join(", ", paths));
            }
        }
        return expression;
    }
}
