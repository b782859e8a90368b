/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorInheritanceTest {
    private static String pair(final List<String> equations, final String edits) {
        return "parent:\n  base: OperatorTemplate\n  equations:\n    - \"" + String.join("\"\n    - \"", equations)
                + "\"\nx:\n  base: parent\n  equations:\n    " + edits + "\n";
    }

    private static List<String> edited(final String equation, final String edits) {
        return edited(List.of(equation), edits);
    }

    private static List<String> edited(final List<String> equations, final String edits) {
        return ((OperatorTemplate) Texts.template("x", pair(equations, edits)))
                .equations().stream().map(EquationText::text).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "d/dt * r = r                      | replace: {r: q}                | d/dt * q = q",
                "r' = -r                           | replace: {r: q}                | q' = -q",
                "x' = -eta                         | replace: {eta: eta - a}        | x' = -eta - a",
                "x' = r + rr + r_a + r2            | replace: {r: q}                | x' = q + rr + r_a + r2",
                "x' = rr + r*rr                    | replace: {rr: q}               | x' = q + r*q",
                "x' = exp(a)  +  2                 | replace: {exp: log}            | x' = log(a)  +  2",
                "r' = (D/pi + 2.0*r*v) / tau       | replace: {2.0*r*v: r*(2.0*v-g)}| r' = (D/pi + r*(2.0*v-g)) / tau",
                "v' = (I_ext + s)/tau              | replace: {I_ext+s: u}          | v' = (u)/tau",
                "d/dt d = d/dt                     | replace: {d: q}                | d/dt q = q/dt",
                "d/dt x = dt                       | replace: {dt: h}               | d/dt x = h",
                "d/dt x = 1                        | replace: {d/dt x: x'}          | x' = 1",
                "x' = a                            | replace: {a: b, b: c}          | x' = c",
                "x' = a + b                        | replace: {a: b, b: a}          | x' = a + a",
                "x' = a*tau                        | replace: {tau: 2.5e-3}         | x' = a*2.5e-3",
                "x' = a + a + a                    | replace: {a + a: b}            | x' = b + a",
                "x' = a*b                          | remove: '*b'                   | x' = a",
                "x' = a*b*c                        | remove: b                      | x' = a* *c",
                "x' = a*b                          | remove: '*'                    | x' = a b",
                "x' = a + b + c                    | remove: [+ b, + c]             | x' = a",
                "x' = a                            | append: + b                    | x' = a + b",
                "x' = a                            | prepend: b                     | b x' = a",
                "x' = a                            | {append: + r, replace: {a: r}} | x' = r + r",
            })
    void editsWorkOnWholeWords(final String equation, final String edits, final String expected) {
        final String result = edited(equation, edits).get(0);
        assertEquals(expected, result.strip().replaceAll(" +$", ""));
    }

    @Test
    void editsApplyInTheirOrderWhateverTheOrderWritten() {
        final String edits = "{add: a = r, prepend: 0, append: '* r', remove: +q, replace: {r: q}}";
        assertEquals(List.of("0 x' = z * r", "a = r"), edited("x' = z+r", edits));
    }

    @Test
    void everyInheritedEquationIsEdited() {
        assertEquals(
                List.of("x' = q", "y' = q + z", "z = 1"),
                edited(List.of("x' = r", "y' = r + z", "z = 1"), "replace: {r: q}"));
    }

    @Test
    void aTextOrAListReplacesAllEquations() {
        assertEquals(List.of("y = 1"), edited(List.of("x' = r", "z = 2"), "y = 1"));
        assertEquals(List.of("y = 1", "w = 2"), edited("x' = r", "[y = 1, w = 2]"));
    }

    @Test
    void editsThatFindNothingAreRefusedWithTheEquations() {
        final String text = pair(List.of("x' = rr", "y = 2"), "replace: {r: q}");
        Texts.assertRefused(
                "x",
                text,
                "m.yaml:" + Texts.line(text, "replace")
                        + ":15: 'r', which 'replace' searches for, occurs in no equation",
                "x' = rr; y = 2",
                "in template 'x' (m.yaml:" + Texts.line(text, "x:\n  base") + ":1)");
        Texts.assertRefused("x", pair(List.of("x' = r"), "remove: [r, r]"), "'r', which 'remove' searches for");
        Texts.assertRefused("x", pair(List.of("d/dt x = r"), "replace: {dt: q}"), "occurs in no equation");
        Texts.assertRefused("x", pair(List.of("d/dt x = r"), "replace: {dt x: q}"), "occurs in no equation");
    }

    @Test
    void faultyEditsAreRefused() {
        Texts.assertRefused(
                "x", pair(List.of("x' = r"), "repalce: {r: q}"), "no key 'repalce'; did you mean 'replace'?");
        Texts.assertRefused("x", pair(List.of("x' = r"), "replace: {r: }"), "to leave it out, use 'remove'");
        Texts.assertRefused("x", pair(List.of("x' = r"), "replace: [r, q]"), "'replace' (old: new) must be a mapping");
        Texts.assertRefused("x", pair(List.of("x' = r"), "replace: {' ': q}"), "empty text to search for");
        Texts.assertRefused("x", pair(List.of("x' = r"), "replace: {$: q}"), "unexpected character '$'");
        Texts.assertRefused("x", "x: {base: OperatorTemplate, equations: {add: r = 1}}", "derives from another");
    }

    @Test
    void equationsCannotBeDoubledWithoutEnd() {
        final StringBuilder chain = new StringBuilder("x0: {base: OperatorTemplate, equations: r = r}\n");
        for (int i = 1; i < 60; i++) {
            chain.append("x" + i + ": {base: x" + (i - 1) + ", equations: {replace: {r: (r+r)}}}\n");
        }
        Texts.assertRefused("x59", chain.toString(), "longer than 100000 characters");
    }

    @Test
    void inheritedVariablesThatNoEquationMentionsAnyMoreAreDropped() {
        final OperatorTemplate operator = (OperatorTemplate) Texts.template("x", """
                parent:
                  base: OperatorTemplate
                  description: First. Second.
                  equations: d/dt r = a*r + r_a - d
                  variables: {r: output(1), a: 1, r_a: 2, d: 3, unused: 4}
                x:
                  base: parent
                  equations: {replace: {a*r: b*r, '- d': ''}}
                  variables: {b: 5, own: 6, r: variable(7)}
                """);
        assertEquals(
                List.of("r", "r_a", "b", "own"),
                List.copyOf(operator.variables().keySet()));
        assertEquals(Role.VARIABLE, operator.variables().get("r").role());
        assertEquals(7, operator.variables().get("r").value().real());
        assertEquals("First. Second.", operator.description());
    }

    @Test
    void withoutEditsAllVariablesStay() {
        final OperatorTemplate operator = (OperatorTemplate)
                Texts.template("x", "x: {base: op, description: Mine., variables: {tau: 3.0, more: 1}}");
        assertEquals(
                List.of("r", "tau", "inp", "more"),
                List.copyOf(operator.variables().keySet()));
        assertEquals(3, operator.variables().get("tau").value().real());
        assertEquals("Mine.", operator.description());
    }

    @Test
    void operatorsHaveEquationsAndAtMostOneOutput() {
        Texts.assertRefused("x", "x: {base: OperatorTemplate}", "the operator template 'x' has no equations");
        Texts.assertRefused("x", "x: {base: OperatorTemplate, equations: []}", "has no equations");
        Texts.assertRefused("x", "x: {base: OperatorTemplate, equations: [3]}", "an equation must be a text");
        Texts.assertRefused(
                "x",
                "x: {base: op, variables: {second: output}}",
                "m.yaml:" + Texts.line("", "") + ":35: an operator has at most one output, but both 'r' and 'second'");
    }
}
