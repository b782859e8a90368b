/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.SourceLocation;
import org.ratesweep.core.expression.Constants;
import org.ratesweep.core.expression.Expression;

/**
 * Writes a system with complex variables as one of real variables: each complex variable becomes its real and its
 * imaginary part, so that no later stage knows of complex numbers.
 *
 * <pre>
 * z' = I*w*z     becomes     z.real' = -w*z.imag
 *                            z.imag' =  w*z.real
 * </pre>
 */
final class ComplexParts {
    private final Map<String, UnitValues> complex;
    private final Function<String, Optional<SourceLocation>> locations;
    private final Map<String, ComplexExpression> pairs = new HashMap<>();
    private final List<ModelVariable> written = new ArrayList<>();

    private ComplexParts(
            final Map<String, UnitValues> complex, final Function<String, Optional<SourceLocation>> locations) {
        this.complex = complex;
        this.locations = locations;
        complex.keySet()
                .forEach(path -> pairs.put(
                        path,
                        ComplexExpression.of(
                                new Expression.Variable(path + Model.REAL_PART),
                                new Expression.Variable(path + Model.IMAGINARY_PART))));
        pairs.put(
                Constants.IMAGINARY_UNIT,
                ComplexExpression.of(new Expression.Constant(0.0), new Expression.Constant(1.0)));
    }

    /**
     * Splits complex variables.
     *
     * @param variables all variables
     * @param complex the paths of the complex ones, with the imaginary parts of their values
     * @param locations where the variable with a path is declared
     * @return the same variables in the same order, those in two parts that are complex; behind each the auxiliary values that
     *     its equation needs
     * @throws InputException if a real variable has a complex equation, or a complex number stands where only real ones can
     */
    static List<ModelVariable> of(
            final List<ModelVariable> variables,
            final Map<String, UnitValues> complex,
            final Function<String, Optional<SourceLocation>> locations) {
        final ComplexParts parts = new ComplexParts(complex, locations);
        variables.forEach(parts::write);
        return parts.written;
    }

    private void write(final ModelVariable variable) {
        final Optional<UnitValues> imaginary = Optional.ofNullable(complex.get(variable.path()));
        try {
            if (variable instanceof Parameter parameter) {
                write(parameter, imaginary);
            } else if (variable instanceof StateVariable state) {
                write(state, imaginary);
            } else if (variable instanceof AlgebraicVariable algebraic) {
                write(algebraic, imaginary);
            }
        } catch (final InputException problem) {
            final String context = "the equation of '" + variable.path() + "', " + variable.equation();
            throw locations
                    .apply(variable.path())
                    .map(location -> InputException.at(location, problem.problem()))
                    .orElse(problem)
                    .within(context);
        }
    }

    private void write(final Parameter parameter, final Optional<UnitValues> imaginary) {
        if (imaginary.isEmpty()) {
            written.add(parameter);
        } else {
            final String path = parameter.path();
            final VariableKind kind = parameter.kind();
            written.add(new Parameter(path + Model.REAL_PART, kind, parameter.values()));
            written.add(new Parameter(path + Model.IMAGINARY_PART, kind, imaginary.get()));
        }
    }

    private void write(final StateVariable state, final Optional<UnitValues> imaginary) {
        final ComplexExpression right = split(state, state.derivative());
        if (imaginary.isEmpty()) {
            requireReal(state, right);
            written.add(new StateVariable(state.path(), state.values(), right.real(), state.equation()));
        } else {
            written.add(new StateVariable(state.path() + Model.REAL_PART, state.values(), right.real(), real(state)));
            written.add(new StateVariable(
                    state.path() + Model.IMAGINARY_PART, imaginary.get(), right.imaginaryOrZero(), imaginary(state)));
        }
    }

    private void write(final AlgebraicVariable variable, final Optional<UnitValues> imaginary) {
        final ComplexExpression right = split(variable, variable.expression());
        final String path = variable.path();
        final VariableKind kind = variable.kind();
        if (imaginary.isEmpty()) {
            requireReal(variable, right);
            written.add(new AlgebraicVariable(path, kind, variable.values(), right.real(), variable.equation()));
        } else {
            written.add(new AlgebraicVariable(
                    path + Model.REAL_PART, kind, variable.values(), right.real(), real(variable)));
            written.add(new AlgebraicVariable(
                    path + Model.IMAGINARY_PART,
                    kind,
                    variable.values(),
                    right.imaginaryOrZero(),
                    imaginary(variable)));
        }
    }

    /** Leaves the equation of a real system as it is, to the last bracket. */
    private ComplexExpression split(final ModelVariable owner, final Expression expression) {
        if (expression.variables().stream().noneMatch(pairs::containsKey)) {
            return ComplexExpression.of(expression);
        }
        final ComplexSplitting splitting = new ComplexSplitting(owner.path(), pairs);
        final ComplexExpression parts = expression.accept(splitting);
        written.addAll(splitting.auxiliaries());
        return parts;
    }

    private static void requireReal(final ModelVariable variable, final ComplexExpression right) {
        if (right.imaginary().isPresent()) {
            throw new InputException(
                    "'" + variable.path() + "' is real, but its equation is complex; declare it as complex, as in "
                            + "output(0.0+0.0j) or input(complex), or take a part of the right-hand side, as in real(…) or absv(…)");
        }
    }

    private static String real(final ModelVariable variable) {
        return "real part of " + variable.equation();
    }

    private static String imaginary(final ModelVariable variable) {
        return "imaginary part of " + variable.equation();
    }
}
