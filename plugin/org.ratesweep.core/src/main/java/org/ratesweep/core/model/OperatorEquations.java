/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;
import org.ratesweep.core.expression.Constants;
import org.ratesweep.core.expression.Equation;
import org.ratesweep.core.expression.SyntaxError;
import org.ratesweep.core.template.EquationText;
import org.ratesweep.core.template.OperatorTemplate;
import org.ratesweep.core.template.Role;
import org.ratesweep.core.template.VariableDeclaration;

/**
 * The equations of one operator template, parsed and checked against its declarations: done once for each template, however
 * many nodes use it.
 *
 * @param template the operator
 * @param equations the equation of each variable that has one, by the variable's name
 * @param overUnits whether one of them calls a function of whole vectors
 */
record OperatorEquations(OperatorTemplate template, Map<String, Equation> equations, boolean overUnits) {
    /** The global time; an operator may declare it, but it is no variable of the operator. */
    static final String TIME = "t";

    static OperatorEquations of(final OperatorTemplate template) {
        try {
            final Map<String, Equation> equations = new LinkedHashMap<>();
            for (final EquationText text : template.equations()) {
                final Equation equation = parse(text, template);
                if (equations.put(equation.target(), equation) != null) {
                    throw InputException.at(
                            text.location(), "variable '" + equation.target() + "' has more than one equation");
                }
            }
            checkAssignments(template, equations.keySet());
            return new OperatorEquations(
                    template,
                    Map.copyOf(equations),
                    equations.values().stream()
                            .anyMatch(equation -> equation.right().callsOverUnits()));
        } catch (final InputException problem) {
            throw problem.within("operator template '" + template.name() + "' (" + template.location() + ")");
        }
    }

    private static Equation parse(final EquationText text, final OperatorTemplate template) {
        final Equation equation;
        try {
            equation = Equation.parse(text.text());
        } catch (final InputException problem) {
            throw InputException.at(text.location(), problem.problem());
        }
        final Map<String, VariableDeclaration> declared = template.variables();
        final List<String> names = new ArrayList<>();
        names.add(equation.target());
        names.addAll(equation.right().variables());
        names.removeAll(equation.past().keySet());
        equation.past().values().forEach(value -> {
            names.add(value.variable());
            names.addAll(value.delay().variables());
        });
        for (final String name : names) {
            final boolean known = declared.containsKey(name) || name.equals(TIME) || Constants.has(name);
            if (!known) {
                throw InputException.at(
                        text.location(),
                        SyntaxError.atName(
                                        text.text(),
                                        name,
                                        "variable '" + name + "' is not declared"
                                                + NearMatches.suggest(name, declared.keySet()))
                                .problem());
            }
        }
        final VariableDeclaration target = declared.get(equation.target());
        if (target == null || equation.target().equals(TIME)) {
            throw InputException.at(text.location(), "'" + equation.target() + "' cannot be given by an equation");
        }
        if (target.role() == Role.CONSTANT || target.role() == Role.INPUT) {
            throw InputException.at(
                    text.location(),
                    "'" + equation.target() + "' is declared as "
                            + (target.role() == Role.INPUT ? "an input" : "a constant")
                            + " but has an equation; declare it as variable("
                            + target.value().real() + ") or output("
                            + target.value().real() + ")");
        }
        return equation;
    }

    private static void checkAssignments(final OperatorTemplate template, final Set<String> assigned) {
        final Set<String> unassigned = new HashSet<>();
        template.variables().forEach((name, declaration) -> {
            if (declaration.role() == Role.OUTPUT && !name.equals(TIME) && !assigned.contains(name)) {
                unassigned.add(name);
            }
        });
        for (final String name : unassigned) {
            throw InputException.at(
                    template.variables().get(name).location(), "the output '" + name + "' has no equation");
        }
    }
}
