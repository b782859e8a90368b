/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;
import org.ratesweep.core.yaml.YamlEntry;
import org.ratesweep.core.yaml.YamlMapping;
import org.ratesweep.core.yaml.YamlNode;
import org.ratesweep.core.yaml.YamlScalar;

/** Reads node and edge templates, which consist of operators alike. */
final class PartsReader {
    private static final String OPERATORS = "operators";
    private static final String VARIABLES = "variables";

    private final Loading loading;
    private final Definition definition;

    PartsReader(final Loading loading, final Definition definition) {
        this.loading = loading;
        this.definition = definition;
    }

    NodeTemplate node(final Optional<NodeTemplate> parent) {
        final List<OperatorUse> operators = operators(TemplateKind.NODE, parent.map(NodeTemplate::operators));
        if (operators.isEmpty()) {
            throw definition.problem("the node template '" + definition.name() + "' has no operators");
        }
        return new NodeTemplate(definition.name(), definition.description(parent), operators, definition.location());
    }

    EdgeTemplate edge(final Optional<EdgeTemplate> parent) {
        final List<OperatorUse> operators = operators(TemplateKind.EDGE, parent.map(EdgeTemplate::operators));
        return new EdgeTemplate(definition.name(), definition.description(parent), operators, definition.location());
    }

    private List<OperatorUse> operators(final TemplateKind kind, final Optional<List<OperatorUse>> inherited) {
        definition.refuseKeysBeyond(List.of(OPERATORS), kind);
        final Optional<YamlNode> given = definition.get(OPERATORS);
        if (given.isEmpty() && inherited.isPresent()) {
            return inherited.get();
        }
        final List<OperatorUse> operators = listed(definition.body().require(OPERATORS, kind.words()));
        final Set<String> labels = new HashSet<>();
        for (final OperatorUse use : operators) {
            if (!labels.add(use.label())) {
                throw InputException.at(
                        use.location(),
                        "the operator '" + use.label()
                                + "' is listed twice; give one of them another name by a template"
                                + " that derives from it");
            }
        }
        return operators;
    }

    private List<OperatorUse> listed(final YamlNode node) {
        final List<OperatorUse> operators = new ArrayList<>();
        if (node instanceof YamlMapping mapping) {
            for (final YamlEntry entry : mapping.inOrder()) {
                final YamlNode reference = new YamlScalar(entry.key(), false, entry.location());
                operators.add(use(reference, Optional.of(entry.value()).filter(value -> !value.isNull())));
            }
        } else {
            node.asSequence("'" + OPERATORS + "'")
                    .elements()
                    .forEach(reference -> operators.add(use(reference, Optional.empty())));
        }
        return operators;
    }

    private OperatorUse use(final YamlNode reference, final Optional<YamlNode> values) {
        final OperatorTemplate operator =
                loading.part(reference, definition, OperatorTemplate.class, TemplateKind.OPERATOR);
        Labels.check(operator.name(), reference.location());
        return new OperatorUse(
                operator.name(),
                operator,
                values.map(node -> overrides(operator, node)).orElse(Map.of()),
                reference.location());
    }

    private static Map<String, Value> overrides(final OperatorTemplate operator, final YamlNode node) {
        final YamlMapping values = node.asMapping("what follows an operator (variable: number)");
        final Optional<YamlNode> nested = values.get(VARIABLES).filter(YamlMapping.class::isInstance);
        if (nested.isPresent()) {
            values.refuseKeysBeyond(List.of(VARIABLES), "a use of an operator with '" + VARIABLES + "'");
        }
        final Map<String, Value> overrides = new LinkedHashMap<>();
        for (final YamlEntry entry :
                nested.map(YamlMapping.class::cast).orElse(values).inOrder()) {
            if (!operator.variables().containsKey(entry.key())) {
                throw InputException.at(
                        entry.location(),
                        "the operator '" + operator.name() + "' has no variable '" + entry.key() + "'"
                                + NearMatches.suggest(
                                        entry.key(), operator.variables().keySet()));
            }
            overrides.put(entry.key(), Values.require(entry.value(), "the value of '" + entry.key() + "'"));
        }
        return overrides;
    }
}
