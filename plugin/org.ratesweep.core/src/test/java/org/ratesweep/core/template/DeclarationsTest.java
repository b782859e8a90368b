/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratesweep.core.error.SourceLocation;

class DeclarationsTest {
    private static String operator(final String declaration) {
        return "x:\n  base: OperatorTemplate\n  equations: a' = -a\n  variables:\n    a: " + declaration + "\n";
    }

    private static VariableDeclaration declared(final String declaration) {
        return ((OperatorTemplate) Texts.template("x", operator(declaration)))
                .variables()
                .get("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2                      | CONSTANT | 2      | 0     | REAL    | 0",
                "2.5                    | CONSTANT | 2.5    | 0     | REAL    | 0",
                "10e-3                  | CONSTANT | 0.01   | 0     | REAL    | 0",
                "-1e-3                  | CONSTANT | -0.001 | 0     | REAL    | 0",
                "true                   | CONSTANT | 1      | 0     | REAL    | 0",
                "\"2.5\"                | CONSTANT | 2.5    | 0     | REAL    | 0",
                "\"0.0+1.0j\"           | CONSTANT | 0      | 1     | COMPLEX | 0",
                "0.0 + 1.0j             | CONSTANT | 0      | 1     | COMPLEX | 0",
                "-2e-3j                 | CONSTANT | 0      | -.002 | COMPLEX | 0",
                "1-j                    | CONSTANT | 1      | -1    | COMPLEX | 0",
                "output                 | OUTPUT   | 0      | 0     | REAL    | 0",
                "output()               | OUTPUT   | 0      | 0     | REAL    | 0",
                "output(0.5)            | OUTPUT   | 0.5    | 0     | REAL    | 0",
                "variable               | VARIABLE | 0      | 0     | REAL    | 0",
                "variable(-2)           | VARIABLE | -2     | 0     | REAL    | 0",
                "\" variable ( 1e-3 ) \"| VARIABLE | 0.001  | 0     | REAL    | 0",
                "variable(-0.6-0.8j)    | VARIABLE | -0.6   | -0.8  | COMPLEX | 0",
                "variable(float)        | VARIABLE | 0      | 0     | REAL    | 0",
                "variable(0.5,10)       | VARIABLE | 0.5    | 0     | REAL    | 10",
                "output(float,2)        | OUTPUT   | 0      | 0     | REAL    | 2",
                "\"output(float, 2)\"   | OUTPUT   | 0      | 0     | REAL    | 2",
                "input                  | INPUT    | 0      | 0     | REAL    | 0",
                "input(220.)            | INPUT    | 220    | 0     | REAL    | 0",
                "input(complex)         | INPUT    | 0      | 0     | COMPLEX | 0",
                "{vtype: constant, value: 3}                            | CONSTANT | 3 | 0 | REAL    | 0",
                "{vtype: variable, dtype: float, shape: [], value: 1.5} | VARIABLE | 1.5 | 0 | REAL  | 0",
                "{vtype: state_var, value: 2}                           | VARIABLE | 2 | 0 | REAL    | 0",
                "{vtype: input, dtype: complex64, shape: [4]}           | INPUT    | 0 | 0 | COMPLEX | 4",
                "{vtype: output, value: 1+2j, shape: 3}                 | OUTPUT   | 1 | 2 | COMPLEX | 3",
            })
    void everyFormIsUnderstood(
            final String declaration,
            final Role role,
            final double real,
            final double imaginary,
            final ValueType type,
            final int length) {
        assertEquals(
                new VariableDeclaration(
                        role,
                        new Value(real, imaginary),
                        type,
                        length,
                        new SourceLocation("m.yaml", Texts.line(operator(declaration), "    a: "), 8)),
                declared(declaration));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PI/2",
                "constant(2)",
                "[1, 2]",
                "null",
                "",
                "variable(",
                "variable(1)(2)",
                "variable(x)",
                "variable(1,0)",
                "variable(1,2,3)",
                "variable(1,)",
                "\"variable(,2)\"",
                "variable(1,9999999)",
                "variable(1e999)",
                "outputs",
                "Output",
                "1+2",
                "j1",
                "\"\"",
                "nan",
                "variable(nan)"
            })
    void anythingElseIsRefusedWithTheFormsThereAre(final String declaration) {
        Texts.assertRefused(
                "x",
                operator(declaration),
                "variable 'a' is declared as ",
                "variable(0.5)",
                "input(complex)",
                "output(0.5,10)");
    }

    @Test
    void refusalsHaveTheirPlaceAndTheNearestRole() {
        final String text = operator("ouput(0.5)");
        Texts.assertRefused(
                "x",
                text,
                "m.yaml:" + Texts.line(text, "ouput") + ":8: variable 'a' is declared as the text 'ouput(0.5)'",
                "did you mean 'output'?");
    }

    @Test
    void numbersMustBeFinite() {
        Texts.assertRefused("x", operator(".nan"), "must be a finite number");
        Texts.assertRefused("x", operator("1e999"), "must be a finite number");
    }

    @Test
    void theOldFormIsUnderstoodWithAWarningThatNamesTheNewOne() {
        final VariableDeclaration old = declared("{default: output(0.5), unit: V, description: a potential}");
        assertEquals(Role.OUTPUT, old.role());
        assertEquals(0.5, old.value().real());
        assertEquals(
                "m.yaml:" + Texts.line(operator("{}"), "    a: ") + ":8: 'a' is declared in the old form {default: …};"
                        + " write 'a: output(0.5)'",
                old.warning().orElseThrow());
        assertTrue(declared("output(0.5)").warning().isEmpty());
    }

    @Test
    void elementsOfVectorsAndMatricesAreGivenOneByOne() {
        final VariableDeclaration vector = declared("{vtype: variable, shape: [3], value: [1, 2.5, -1]}");
        assertEquals(3, vector.length());
        assertEquals(List.of(Value.real(1), Value.real(2.5), Value.real(-1)), vector.elements());
        assertEquals(
                vector.elements(),
                declared("{vtype: variable, value: [1, 2.5, -1]}").elements());
        final VariableDeclaration matrix = declared("{vtype: constant, shape: [2, 3], value: [[1, 2, 3], [4, 5, 6]]}");
        assertTrue(matrix.isMatrix());
        assertEquals(2, matrix.length());
        assertEquals(3, matrix.columns());
        assertEquals(6, matrix.extent());
        assertEquals(Value.real(4), matrix.elements().get(3));
        assertEquals(
                ValueType.COMPLEX, declared("{vtype: input, value: [1, 2j]}").type());
    }

    @Test
    void faultsOfTheFieldFormAreNamed() {
        Texts.assertRefused(
                "x", operator("{default: [1]}"), "variable 'a' is declared as", "a variable is declared as");
        Texts.assertRefused("x", operator("{default: 1, unti: s}"), "no key 'unti'; did you mean 'unit'?");
        Texts.assertRefused("x", operator("{vtype: const}"), "'vtype' must be constant, input, variable or output");
        Texts.assertRefused("x", operator("{value: 3}"), "needs the key 'vtype'");
        Texts.assertRefused("x", operator("{vtype: input, valeu: 3}"), "no key 'valeu'; did you mean 'value'?");
        Texts.assertRefused("x", operator("{vtype: input, dtype: text}"), "'dtype' must be float, int or complex");
        Texts.assertRefused(
                "x", operator("{vtype: input, shape: [2, 2]}"), "'a' is a matrix, which can only be a real");
        Texts.assertRefused("x", operator("{vtype: constant, shape: [2, 2, 2]}"), "'shape' must be [], [n] or");
        Texts.assertRefused("x", operator("{vtype: constant, shape: [0]}"), "'shape' must be [], [n] or");
        Texts.assertRefused("x", operator("{vtype: constant, shape: [5000, 5000]}"), "'shape' must be [], [n] or");
        Texts.assertRefused(
                "x",
                operator("{vtype: constant, shape: [3], value: [1, 2]}"),
                "the value of 'a' must be a list of 3 numbers (it has 2)");
        Texts.assertRefused(
                "x",
                operator("{vtype: constant, shape: [2, 2], value: [[1, 2], [3]]}"),
                "a row of the value of 'a' must be a list of 2 numbers (it has 1)");
        Texts.assertRefused("x", operator("{vtype: constant, value: []}"), "a list of at least one number");
        Texts.assertRefused(
                "x", operator("{vtype: constant, value: [1, x]}"), "element 1 of the value of 'a' must be a");
        Texts.assertRefused("x", operator("{vtype: input, value: x}"), "'value' must be a number");
        Texts.assertRefused("x", operator("{vtype: input, dtype: float, value: 1j}"), "write dtype: complex");
    }

    @Test
    void namesOfVariablesAreWords() {
        Texts.assertRefused("x", operator("1\n    b-c: 1"), "'b-c' is no name of a variable");
        Texts.assertRefused("x", operator("1\n    2: 1"), "'2' is no name of a variable");
        Texts.assertRefused("x", operator("1\n    $: 1"), "unexpected character '$'");
    }
}
