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
 * @param equations the equations of each variable that has some, by the variable's name: one, or those of its elements
 * @param overUnits whether one of them calls a function of whole vectors
 */
record OperatorEquations(OperatorTemplate template, Map<String, List<Equation>> equations, boolean overUnits) {
    /** The global time; an operator may declare it, but it is no variable of the operator. */
    static final String TIME = "t";

    static OperatorEquations of(final OperatorTemplate template) {
        try {
            final Map<String, List<Equation>> equations = new LinkedHashMap<>();
            for (final EquationText text : template.equations()) {
                final Equation equation = parse(text, template);
                final List<Equation> before = equations.computeIfAbsent(equation.target(), any -> new ArrayList<>());
                if (!before.isEmpty()) {
                    requireBeside(before.get(0), equation, text);
                }
                before.add(equation);
            }
            checkAssignments(template, equations.keySet());
            return new OperatorEquations(
                    template,
                    Map.copyOf(equations),
                    equations.values().stream()
                            .flatMap(List::stream)
                            .anyMatch(equation -> equation.part().isPresent()
                                    || equation.right().callsOverUnits()));
        } catch (final InputException problem) {
            throw problem.within("operator template '" + template.name() + "' (" + template.location() + ")");
        }
    }

    /** Checks that two equations may give one variable: elements of it, in the same way. */
    private static void requireBeside(final Equation first, final Equation second, final EquationText text) {
        final String target = second.target();
        if (first.part().isEmpty() && second.part().isEmpty()) {
            throw InputException.at(text.location(), "variable '" + target + "' has more than one equation");
        }
        if (first.part().isEmpty() || second.part().isEmpty()) {
            throw InputException.at(
                    text.location(),
                    "variable '" + target + "' has an equation for all of its elements and one for "
                            + first.part().or(second::part).orElseThrow());
        }
        if (first.kind() != second.kind()) {
            throw InputException.at(
                    text.location(),
                    "some elements of '" + target + "' have differential equations and others algebraic ones ("
                            + first.text() + "; " + second.text()
                            + "); all elements of a vector must have the same kind");
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
        equation.part().ifPresent(part -> names.addAll(part.variables()));
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
