/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.model.Model;
import org.ratesweep.core.model.ModelVariable;
import org.ratesweep.core.results.Results;
import org.ratesweep.core.solve.AdaptiveSolver;
import org.ratesweep.core.solve.Solver;
import org.ratesweep.core.sweep.InputSignal;
import org.ratesweep.core.sweep.ParameterGrid;
import org.ratesweep.core.sweep.ParameterTarget.Paths;
import org.ratesweep.core.sweep.RunOptions;
import org.ratesweep.core.sweep.Sweep;
import org.ratesweep.core.template.MemorySource;
import org.ratesweep.core.template.Template;
import org.ratesweep.core.template.TemplateExport;
import org.ratesweep.core.template.TemplateFile;
import org.ratesweep.core.template.TemplateLibrary;

/**
 * Generated templates, right ones and wrong ones: each runs or is refused with an {@link InputException}, on a small stack
 * and before long.
 *
 * <p>{@code -Dratesweep.fuzz=100000} tries so many of them, {@code -Dratesweep.fuzz.seed=5} others.
 */
class FuzzTest {
    private static final int CASES = Integer.getInteger("ratesweep.fuzz", 1500);
    private static final long SEED = Long.getLong("ratesweep.fuzz.seed", 1L);

    /** What worker threads get at least, halved. */
    private static final long SMALL_STACK_BYTES = 512 * 1024;

    /** Longer than a case takes by a factor of thousands: what takes so long does not end. */
    private static final Duration HANGS = Duration.ofMinutes(5);

    /** Writes template files, most of them sound but for what the dice say. */
    private static final class Writer {
        private static final List<String> NAMES = List.of("x", "y", "o", "u", "w", "a", "b", "z", "c", "t", "q");
        private static final List<String> FUNCTIONS = List.of(
                "sin",
                "exp",
                "log",
                "sqrt",
                "sigmoid",
                "absv",
                "tanh",
                "real",
                "imag",
                "conj",
                "arg",
                "erf",
                "round",
                "noise",
                "heaviside",
                "square",
                "log",
                "nonsense");
        private static final List<String> OPERATORS =
                List.of(" + ", " - ", "*", "/", "^", "**", " < ", " >= ", " == ", " and ", " or ", " % ");
        private static final List<String> NUMBERS =
                List.of("0", "1", "2", "0.5", "1e-3", "10", "1e308", "0.1", "pi", "E", "I", "3", "1e999");

        private static final String VECTORS = ", v: \"variable(0.5, 3)\", p: {vtype: constant, value: [-1, 0.5, 2]},"
                + " f: {vtype: constant, value: [0.1, -2, 1]}, W: {vtype: constant, shape: [2, 2], value: [[1, 2], [3, -4]]}";

        private final Random random;
        /** Whether the operator that is being written has the variables of {@link #VECTORS}. */
        private boolean vectors;

        Writer(final Random random) {
            this.random = random;
        }

        private boolean oneIn(final int number) {
            return random.nextInt(number) == 0;
        }

        private <T> T any(final List<T> choices) {
            return choices.get(random.nextInt(choices.size()));
        }

        private String name() {
            return oneIn(40) ? any(NAMES) : any(NAMES.subList(0, 7));
        }

        /** A text now and then, where a number belongs. */
        private String number() {
            return oneIn(30) ? name() : any(NUMBERS.subList(0, 6));
        }

        /** A complex one in complex equations, which would not fit elsewhere. */
        private String leaf(final boolean complex) {
            if (oneIn(3)) {
                return any(NUMBERS.subList(0, oneIn(30) ? NUMBERS.size() : complex ? 11 : 10));
            }
            return complex && oneIn(2) ? any(List.of("z", "c")) : name();
        }

        private String expression(final int depth, final boolean complex) {
            if (depth == 0 || oneIn(6)) {
                return leaf(complex);
            }
            final String first = expression(depth - 1, complex);
            if (vectors && oneIn(4)) {
                return ofVectors(first);
            }
            return switch (random.nextInt(12)) {
                case 0 -> any(FUNCTIONS.subList(0, oneIn(20) ? FUNCTIONS.size() : 13)) + "(" + first + ")";
                case 1 -> "where(" + leaf(false) + " > " + leaf(false) + ", " + first + ", " + leaf(complex) + ")";
                case 2 -> oneIn(3) ? "past(x, 0." + (1 + random.nextInt(4)) + ")" : "-" + first;
                case 3 -> oneIn(3) ? "x(t-0.2)" : "(" + first + ")";
                case 4 -> first + " + " + leaf(complex) + "*" + leaf(complex);
                case 5 -> oneIn(8) ? "noise(" + leaf(false) + ") + " + first : first + "*" + leaf(complex);
                default -> {
                    final String operator = any(OPERATORS.subList(0, oneIn(25) ? OPERATORS.size() : 4));
                    yield "(" + first + operator + expression(depth - 1, complex) + ")";
                }
            };
        }

        private String ofVectors(final String number) {
            final String place = oneIn(8) ? name() : Integer.toString(random.nextInt(oneIn(15) ? 6 : 3));
            return switch (random.nextInt(10)) {
                case 0 -> "interp(" + number + ", p, f)";
                case 1 -> "vsum(interp(f + " + number + ", p, " + (oneIn(9) ? "f" : "2*f + v") + "))";
                case 2 -> "index_2d(W, 1, " + (oneIn(9) ? place : "0") + ")*" + number;
                case 3 -> "mean(index_range(v, " + (oneIn(9) ? place : "0") + ", 2))";
                case 4 -> "index(roll(v, " + place + "), 2)";
                case 5 -> "index(concatenate(v, " + leaf(false) + "), 3)";
                case 6 -> "vsum(matvec(W, index_axis(W, " + (oneIn(9) ? place : "1") + ", 1)))";
                case 7 -> oneIn(9) ? "v" : "vsum(v)";
                default -> "index(v, " + place + ")";
            };
        }

        /** Equations for the elements of a vector, as parts of a list. */
        private String elements() {
            final String kind = oneIn(2) ? "'" : "";
            final List<String> targets = new ArrayList<>(any(List.of(
                    List.of("index(v, 0)", "index_range(v, 1, 3)"),
                    List.of("index(v, 2)", "index(v, 0)", "index(v, -2)"),
                    List.of("index_range(v, 0, 2)", "index_axis(v, 2, 0)"),
                    List.of("v"),
                    List.of("index_range(v, 0, 3)"))));
            if (oneIn(25)) {
                targets.add(any(List.of("v", "index(v, 1)", "index(x, 0)", "index_range(v, 2, 1)", "index(v, y)")));
            }
            return targets.stream()
                    .map(target -> ", \"" + target + (oneIn(40) ? "'" : kind) + " = " + expression(2, false) + "\"")
                    .collect(Collectors.joining());
        }

        /** A text so deep or long that nothing may call itself along it. */
        private String pathological() {
            final int size = 1 << 4 + random.nextInt(11);
            return switch (random.nextInt(6)) {
                case 0 -> "(".repeat(size) + "x" + ")".repeat(size);
                case 1 -> "sin(".repeat(size) + "x" + ")".repeat(size);
                case 2 -> "-".repeat(size) + "x";
                case 3 -> "x" + "*y".repeat(size);
                case 4 -> "x" + " + y".repeat(size);
                default -> "x" + "^2".repeat(size);
            };
        }

        private String right(final boolean complex) {
            return oneIn(60) ? pathological() : expression(1 + random.nextInt(4), complex);
        }

        private String operator(final int number) {
            final boolean complex = oneIn(4);
            vectors = oneIn(5);
            final String third = (complex ? ", \"z' = " + right(true) + "\"" : "") + (vectors ? elements() : "");
            return """
                    op%d:
                      base: OperatorTemplate
                      equations: ["x' = %s", "%s = %s", "o = %s"%s]
                      variables: {x: variable(%s), y: %s, o: output, u: input(0.5), w: input, a: %s, b: 2%s}
                    """.formatted(
                    number,
                    right(false),
                    oneIn(2) ? "d/dt * y" : "y'",
                    right(false),
                    oneIn(8) ? right(false) : "x + a*y",
                    third,
                    any(NUMBERS.subList(1, 6)),
                    oneIn(15) ? "\"variable(1,3)\"" : "variable(0.25)",
                    any(NUMBERS.subList(0, 6)),
                    (complex || oneIn(9) ? ", z: variable(0.5-0.25j), c: 1.0+2.0j" : "") + (vectors ? VECTORS : ""));
        }

        /** An operator whose equations are those of another one, edited. */
        private String edited(final int number, final int parent) {
            final String edit = switch (random.nextInt(5)) {
                case 0 -> "replace: {" + name() + ": " + leaf(false) + "}";
                case 1 -> "remove: \"" + any(OPERATORS) + name() + "\"";
                case 2 -> "append: \"+ " + expression(1, false) + "\"";
                case 3 -> "add: [\"q = " + expression(2, false) + "\"]";
                default -> "replace: {x: \"(x + " + leaf(false) + ")\", y: x}";
            };
            return "op" + number + ": {base: op" + parent + ", equations: {" + edit + "}, variables: {"
                    + (oneIn(2) ? "q: variable, " : "") + "a: 3.5}}\n";
        }

        private String edge(final int nodes) {
            final String source =
                    "n" + random.nextInt(nodes) + "/op" + random.nextInt(2) + "/" + (oneIn(4) ? "x" : "o");
            final String target =
                    "n" + random.nextInt(nodes) + "/op" + random.nextInt(2) + "/" + (oneIn(5) ? "w" : "u");
            final String template = oneIn(3) ? "plastic" : oneIn(40) ? "missing" : "null";
            final StringBuilder attributes = new StringBuilder("weight: " + any(NUMBERS.subList(0, 8)));
            if (oneIn(3)) {
                attributes
                        .append(", delay: ")
                        .append(any(oneIn(8) ? List.of("0", "0.01", "-1") : List.of("0.1", "0.25", "0.2", "1")));
            }
            if (oneIn(attributes.indexOf("delay") > 0 ? 3 : 40)) {
                attributes
                        .append(", spread: ")
                        .append(any(oneIn(8) ? List.of("3", "1e-9") : List.of("0.05", "0.1", "0")));
            }
            if (oneIn(template.equals("plastic") ? 3 : 40)) {
                attributes.append(", plastic_op/g: ").append(number());
            }
            return "    - [" + source + ", " + target + ", " + template + ", {" + attributes + "}]\n";
        }

        String file() {
            final int nodes = 1 + random.nextInt(3);
            final String operators = oneIn(2) ? edited(1, 0) : operator(1);
            final String text = operator(0)
                    + operators
                    + """
                    plastic_op: {base: OperatorTemplate, equations: ["g' = (1-g)/5 - g*s", "m = g*s"],
                      variables: {g: variable(1.0), s: input, m: output}}
                    plastic: {base: EdgeTemplate, operators: [plastic_op]}
                    node: {base: NodeTemplate, operators: %s}
                    inner:
                      base: CircuitTemplate
                      nodes: {%s}
                      edges:
                    """.formatted(
                                    oneIn(2) ? "[op0, op1]" : "{op0: {a: " + number() + "}, op1: {}}",
                                    IntStream.range(0, nodes)
                                            .mapToObj(i -> "n" + i + ": node")
                                            .collect(Collectors.joining(", ")))
                    + IntStream.range(0, 1 + random.nextInt(4))
                            .mapToObj(i -> edge(nodes))
                            .collect(Collectors.joining());
            final String root = oneIn(3)
                    ? "Test: {base: CircuitTemplate, circuits: {k: inner, l: inner}}\n"
                    : "Test: {base: inner}\n";
            return oneIn(6) ? damaged(text + root) : text + root;
        }

        private String damaged(final String text) {
            final StringBuilder changed = new StringBuilder(text);
            for (int change = random.nextInt(4); change >= 0; change--) {
                final int place = random.nextInt(changed.length());
                if (oneIn(2)) {
                    changed.delete(place, Math.min(changed.length(), place + 1 + random.nextInt(5)));
                } else {
                    changed.insert(place, "'\"{}[]:,&*!|>%#-\n x1(".charAt(random.nextInt(20)));
                }
            }
            return changed.toString();
        }
    }

    private int ran;
    private int refused;
    private String current = "";

    private void tryOne(final Random random) {
        current = new Writer(random).file();
        final TemplateLibrary library =
                TemplateLibrary.builtIn().with(new MemorySource(List.of(new TemplateFile("test.yaml", current))));
        try {
            final Template template = library.template("test.Test");
            final Sweep sweep = sweep(library, random).build();
            Results.collect(sweep, RunOptions.defaults().withThreads(1));
            final String exported = TemplateExport.yaml(template);
            assertEquals(
                    paths(Model.of(library.circuit("test.Test"))),
                    paths(Model.of(TemplateLibrary.builtIn()
                            .with(new MemorySource(List.of(new TemplateFile("again.yaml", exported))))
                            .circuit("again.Test"))),
                    "what was exported has the same variables");
            ran++;
        } catch (final InputException expected) {
            assertTrue(!expected.getMessage().isBlank());
            refused++;
        }
    }

    private static List<String> paths(final Model model) {
        return model.variables().stream().map(ModelVariable::path).toList();
    }

    private static Sweep.Builder sweep(final TemplateLibrary library, final Random random) {
        final Model model = Model.of(library.circuit("test.Test"));
        final List<Solver> solvers = Solver.all().stream()
                .filter(solver -> solver.takesNoise()
                        || !model.hasNoise() && (model.delayed().isEmpty() || !(solver instanceof AdaptiveSolver)))
                .toList();
        final Solver solver = solvers.get(random.nextInt(solvers.size()));
        final Sweep.Builder sweep = Sweep.of(library.circuit("test.Test"))
                .simulationTime(0.5)
                .stepSize(0.1)
                .solver(solver);
        if (solver instanceof AdaptiveSolver) {
            sweep.maxSteps(500);
        }
        final List<ModelVariable> variables = model.variables();
        final ModelVariable swept = variables.get(random.nextInt(variables.size()));
        if (swept.sweepable()) {
            sweep.grid(ParameterGrid.pairwise(Map.of("key", new double[] {0.5, -1, 1e300})))
                    .map("key", new Paths(List.of(swept.path())));
        }
        if (random.nextInt(10) == 0) {
            sweep.input("all/op0/w", new InputSignal.Constant(0.5));
        }
        return sweep.output(
                "x",
                random.nextInt(20) == 0
                        ? "all/op0/x"
                        : variables.stream()
                                .filter(ModelVariable::recordable)
                                .findFirst()
                                .orElse(swept)
                                .path());
    }

    @Test
    void generatedTemplatesRunOrAreRefused() throws InterruptedException {
        final AtomicReference<Throwable> failure = new AtomicReference<>();
        for (int number = 0; number < CASES; number++) {
            final Random random = new Random(SEED * 1_000_003 + number);
            final Thread thread = new Thread(null, () -> tryOne(random), "small stack", SMALL_STACK_BYTES);
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((where, thrown) -> failure.set(thrown));
            thread.start();
            thread.join(HANGS.toMillis());
            if (thread.isAlive()) {
                throw new AssertionError("case " + number + " does not end:\n" + current);
            }
            if (failure.get() != null) {
                throw new AssertionError("case " + number + ":\n" + current, failure.get());
            }
        }
        assertTrue(ran > CASES / 5 && refused > CASES / 10, ran + " ran, " + refused + " were refused");
    }
}
