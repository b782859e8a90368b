/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ratesweep.cli.terminal.Paragraph;
import org.ratesweep.cli.terminal.Quantity;
import org.ratesweep.cli.terminal.Style;
import org.ratesweep.cli.terminal.Table;
import org.ratesweep.core.model.AlgebraicVariable;
import org.ratesweep.core.model.Model;
import org.ratesweep.core.model.ModelVariable;
import org.ratesweep.core.template.CircuitTemplate;
import org.ratesweep.core.template.Population;

/**
 * A model as somebody who writes a sweep file wants to see it.
 *
 * @param reference the name by which a sweep file refers to the template
 * @param description what the template says about itself
 * @param operators the operators that it contains and what each says about itself, where the units are
 * @param variables the variables
 */
record ModelView(String reference, String description, Map<String, String> operators, List<ModelVariable> variables) {
    private static final int WIDTH = 100;
    private static final List<String> HEAD = List.of("PATH", "KIND", "VALUE", "SWEEP", "RECORD", "EQUATION");

    /** Looks at a circuit. */
    static ModelView of(final String reference, final CircuitTemplate circuit) {
        final Map<String, String> operators = new LinkedHashMap<>();
        collectOperators(circuit, operators);
        return new ModelView(
                reference, circuit.description(), operators, Model.of(circuit).variables());
    }

    private static void collectOperators(final CircuitTemplate circuit, final Map<String, String> operators) {
        Stream.concat(
                        circuit.nodes().values().stream(),
                        circuit.populations().values().stream().map(Population::node))
                .flatMap(node -> node.operators().stream())
                .forEach(use -> operators.putIfAbsent(
                        use.operator().name(), use.operator().description()));
        circuit.circuits().values().forEach(inner -> collectOperators(inner, operators));
    }

    /** Returns the view for people. */
    List<String> lines(final boolean colours) {
        final List<String> lines = new ArrayList<>();
        lines.add(Style.HEAD.on(reference, colours));
        lines.addAll(Paragraph.lines(description, WIDTH, 2));
        operators.forEach((name, said) -> {
            if (!said.isBlank() && !said.equals(description)) {
                lines.add("");
                lines.add("operator " + name);
                lines.addAll(Paragraph.lines(said, WIDTH, 2));
            }
        });
        lines.add("");
        lines.addAll(new Table(HEAD, variables.stream().map(ModelView::row).toList()).lines(0));
        return lines;
    }

    private static List<String> row(final ModelVariable variable) {
        return List.of(
                variable.path() + (variable.extent() == 1 ? "" : "[0.." + (variable.extent() - 1) + "]"),
                variable.kind().words(),
                value(variable),
                variable.sweepable() ? "yes" : "-",
                variable.recordable() ? "yes" : "-",
                variable.equation());
    }

    /** The declared value of an algebraic variable has no effect. */
    private static String value(final ModelVariable variable) {
        if (variable instanceof AlgebraicVariable) {
            return "-";
        }
        return variable.values().isSame() ? Quantity.number(variable.value()) : "each its own";
    }

    /** Returns the view for scripts. */
    String json() {
        return JsonText.object(json -> {
            json.writeStringField("template", reference);
            json.writeStringField("description", description);
            json.writeArrayFieldStart("variables");
            for (final ModelVariable variable : variables) {
                json.writeStartObject();
                json.writeStringField("path", variable.path());
                json.writeStringField("kind", variable.kind().words());
                if (variable.extent() > 1) {
                    json.writeNumberField("extent", variable.extent());
                }
                json.writeNumberField("value", variable.value());
                json.writeBooleanField("sweepable", variable.sweepable());
                json.writeBooleanField("recordable", variable.recordable());
                json.writeStringField("equation", variable.equation());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
