/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.function.Executable;
import org.ratesweep.core.error.InputException;

/** Libraries out of texts, and assertions about what they say. */
final class Texts {
    /** An operator, a node and an edge template to build circuits from. */
    static final String PARTS = """
            op:
              base: OperatorTemplate
              equations: r' = -r/tau + inp
              variables: {r: output(0.5), tau: 2.0, inp: input}
            other_op:
              base: OperatorTemplate
              equations: s = r_in*k
              variables: {s: output, k: 1.0, r_in: input}
            n: {base: NodeTemplate, operators: [op]}
            e: {base: EdgeTemplate, operators: [other_op]}
            none: {base: EdgeTemplate, operators: []}
            c:
              base: CircuitTemplate
              nodes: {a: n, b: n}
              edges:
                - [a/op/r, b/op/inp, null, {weight: 2}]
            """;

    private Texts() {}

    /** Returns the built-in library with files in front, given as name, text, name, text … */
    static TemplateLibrary library(final String... namesAndTexts) {
        final List<TemplateFile> files = new ArrayList<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            files.add(new TemplateFile(namesAndTexts[i], namesAndTexts[i + 1]));
        }
        return TemplateLibrary.builtIn().with(new MemorySource(files));
    }

    /** Loads a template of a single file that begins with {@link #PARTS}. */
    static Template template(final String name, final String text) {
        return library("m.yaml", PARTS + text).template("m." + name);
    }

    /** Asserts that a single file that begins with {@link #PARTS} is refused, with the parts in the message. */
    static void assertRefused(final String name, final String text, final String... parts) {
        assertMessage(() -> template(name, text), parts);
    }

    static void assertMessage(final Executable action, final String... parts) {
        final String message = assertThrows(InputException.class, action).getMessage();
        for (final String part : parts) {
            assertTrue(message.contains(part), () -> "'" + part + "' is missing in: " + message);
        }
    }

    /** Returns the number of the line of {@link #PARTS} and a text behind it that contains a part. */
    static int line(final String text, final String part) {
        return (PARTS + text).substring(0, (PARTS + text).lastIndexOf(part)).split("\n", -1).length;
    }
}
