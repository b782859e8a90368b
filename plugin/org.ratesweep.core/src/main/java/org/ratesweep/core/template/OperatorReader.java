/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.expression.Token;
import org.ratesweep.core.yaml.YamlEntry;
import org.ratesweep.core.yaml.YamlMapping;
import org.ratesweep.core.yaml.YamlNode;
import org.ratesweep.core.yaml.YamlSequence;

/** Reads operator templates. */
final class OperatorReader {
    private static final String EQUATIONS = "equations";
    private static final String VARIABLES = "variables";

    private OperatorReader() {}

    static OperatorTemplate read(final Definition definition, final Optional<OperatorTemplate> parent) {
        definition.refuseKeysBeyond(List.of(EQUATIONS, VARIABLES), TemplateKind.OPERATOR);
        final List<EquationText> equations = equations(definition, parent);
        final Map<String, VariableDeclaration> variables = new LinkedHashMap<>();
        parent.ifPresent(inherited -> variables.putAll(
                definition.get(EQUATIONS).isPresent()
                        ? stillMentioned(inherited.variables(), equations)
                        : inherited.variables()));
        for (final YamlEntry entry : declared(definition)) {
            checkName(entry);
            variables.put(entry.key(), Declarations.read(entry));
        }
        checkOutputs(variables);
        return new OperatorTemplate(
                definition.name(), definition.description(parent), equations, variables, definition.location());
    }

    private static List<EquationText> equations(final Definition definition, final Optional<OperatorTemplate> parent) {
        final Optional<YamlNode> given = definition.get(EQUATIONS);
        if (given.isPresent() && given.get() instanceof YamlMapping edits) {
            final OperatorTemplate inherited = parent.orElseThrow(() -> InputException.at(
                    edits.location(),
                    "equations can be edited only in a template that derives from another; write them as a list"));
            return EquationEdits.apply(edits, inherited.equations());
        }
        final List<EquationText> equations = given.map(OperatorReader::texts)
                .orElse(parent.map(OperatorTemplate::equations).orElse(List.of()));
        if (equations.isEmpty()) {
            throw definition.problem("the operator template '" + definition.name()
                    + "' has no equations; list them under the key '" + EQUATIONS + "'");
        }
        return equations;
    }

    /** Returns the equations of a single text or a list of texts. */
    static List<EquationText> texts(final YamlNode node) {
        final List<YamlNode> texts = node instanceof YamlSequence sequence ? sequence.elements() : List.of(node);
        return texts.stream()
                .map(text -> new EquationText(text.asText("an equation").strip(), text.location()))
                .toList();
    }

    private static Map<String, VariableDeclaration> stillMentioned(
            final Map<String, VariableDeclaration> inherited, final List<EquationText> equations) {
        final Set<String> names = new HashSet<>();
        equations.forEach(equation ->
                Words.of(equation.text(), equation.location()).names().forEach(names::add));
        final Map<String, VariableDeclaration> mentioned = new LinkedHashMap<>(inherited);
        mentioned.keySet().retainAll(names);
        return mentioned;
    }

    private static List<YamlEntry> declared(final Definition definition) {
        return definition
                .get(VARIABLES)
                .map(node -> List.copyOf(node.asMapping("'" + VARIABLES + "'").inOrder()))
                .orElse(List.of());
    }

    private static void checkName(final YamlEntry entry) {
        final List<Token> tokens = Words.of(entry.key(), entry.location()).tokens();
        final boolean isName = tokens.size() == 1
                && tokens.get(0).kind() == Token.Kind.NAME
                && tokens.get(0).text().equals(entry.key());
        if (!isName) {
            throw InputException.at(
                    entry.location(),
                    "'" + entry.key() + "' is no name of a variable, which consists of letters, digits and '_'");
        }
    }

    private static void checkOutputs(final Map<String, VariableDeclaration> variables) {
        final List<String> outputs = variables.keySet().stream()
                .filter(name -> variables.get(name).role() == Role.OUTPUT)
                .toList();
        if (outputs.size() > 1) {
            throw InputException.at(
                    variables.get(outputs.get(1)).location(),
                    "an operator has at most one output, but both '" + outputs.get(0) + "' and '" + outputs.get(1)
                            + "' are declared as output; declare all but one as variable");
        }
    }
}
