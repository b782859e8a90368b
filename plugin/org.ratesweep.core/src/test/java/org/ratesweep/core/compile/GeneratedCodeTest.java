/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ratesweep.core.expression.Powers;
import org.ratesweep.core.lanes.Exp;
import org.ratesweep.core.model.Model;
import org.ratesweep.core.template.MemorySource;
import org.ratesweep.core.template.TemplateFile;
import org.ratesweep.core.template.TemplateLibrary;

@DisplayName("Generated code that is used again")
class GeneratedCodeTest {
    private final GeneratedCode code = new GeneratedCode();

    private static Model decay(final String rate) {
        return Model.of(TemplateLibrary.builtIn()
                .with(new MemorySource(List.of(new TemplateFile("m.yaml", """
                        op:
                          base: OperatorTemplate
                          equations: "x' = %s*x"
                          variables: {x: output(2.0)}
                        n:
                          base: NodeTemplate
                          operators: [op]
                        c:
                          base: CircuitTemplate
                          nodes: {p: n}
                        """.formatted(rate)))))
                .circuit("m.c"));
    }

    private static CompiledModel compiled(final String rate, final int lanes, final GeneratedCode code) {
        return CompiledModel.compile(decay(rate), lanes, List.of(), Set.of(), List.of(), code);
    }

    private static Routine derivatives(final CompiledModel compiled) {
        return compiled.derivatives().written().routine();
    }

    @Test
    @DisplayName(
            "is that of a model with the same equations, not of one that differs in a number or in the lanes of a block")
    void sameModel() {
        final Routine first = derivatives(compiled("3.0", 8, code));
        assertSame(first, derivatives(compiled("3.0", 8, code)));
        assertNotSame(first, derivatives(compiled("4.0", 8, code)));
        assertNotSame(first, derivatives(compiled("3.0", 16, code)));
        assertNotSame(first, derivatives(CompiledModel.compile(decay("3.0"), 8, List.of(), Set.of(), List.of())));
    }

    @Test
    @DisplayName("computes what the model says that it is used for")
    void ownResults() {
        for (final double rate : new double[] {3, 4, 3}) {
            final Block block = compiled(Double.toString(rate), 1, code).newBlock(1);
            block.prepare();
            final double[] derivative = new double[block.state().length];
            block.derivatives(0, block.state(), derivative);
            assertArrayEquals(new double[] {2 * rate}, new double[] {derivative[0]});
        }
    }

    @Test
    @DisplayName("is given up when it was not used for longest, so that it does not grow")
    void bounded() {
        final GeneratedCode small = new GeneratedCode(5000);
        final Routine often = derivatives(compiled("3.0", 8, small));
        final Routine once = derivatives(compiled("4.0", 8, small));
        for (int lanes = 9; lanes < 30; lanes++) {
            derivatives(compiled("5.0", lanes, small));
            assertSame(often, derivatives(compiled("3.0", 8, small)), "used again and again");
        }
        assertNotSame(once, derivatives(compiled("4.0", 8, small)));
    }

    @Test
    @DisplayName("has functions over lanes of its own, and everything else in common")
    void ownFunctions() throws ReflectiveOperationException {
        final ClassLoader one = derivatives(compiled("3.0", 8, code)).getClass().getClassLoader();
        final ClassLoader other =
                derivatives(compiled("4.0", 8, code)).getClass().getClassLoader();
        final Class<?> exp = one.loadClass(Exp.class.getName());
        assertNotSame(exp, Exp.class);
        assertNotSame(exp, other.loadClass(Exp.class.getName()));
        assertSame(exp, one.loadClass(Exp.class.getName()));
        assertSame(Powers.class, one.loadClass(Powers.class.getName()));
        assertThrows(ClassNotFoundException.class, () -> one.loadClass(Exp.class.getName() + "onential"));
    }

    @Test
    @DisplayName("is unloaded with its functions when nothing refers to it")
    void unloaded() throws InterruptedException {
        final WeakReference<ClassLoader> loader = new WeakReference<>(
                derivatives(compiled("3.0", 8, new GeneratedCode())).getClass().getClassLoader());
        for (int i = 0; loader.get() != null && i < 100; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertNull(loader.get());
    }
}
