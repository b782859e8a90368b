/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.ratesweep.cli.terminal.Quantity;
import org.ratesweep.cli.terminal.Table;
import org.ratesweep.cli.terminal.Terminal;
import org.ratesweep.core.compile.Block;
import org.ratesweep.core.compile.CompiledModel;
import org.ratesweep.core.compile.Listing;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.model.Model;
import org.ratesweep.core.model.ModelVariable;
import org.ratesweep.core.template.CircuitTemplate;
import org.ratesweep.core.template.TemplateLibrary;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command that shows what the compiler makes of a model. */
final class CompileCommand implements Callable<Integer> {
    /** As many parameter sets as a sweep computes together; the steps are the same for any number. */
    private static final int LANES = 64;

    private final TemplateArgument template = new TemplateArgument();

    private final OptionSpec show = Options.flag("--show", "Write the steps of the compiled routines.");

    private final OptionSpec varied = Options.values(
            "--vary",
            "PATH",
            String.class,
            "A variable that a sweep gives different values, as 'show' lists it; 'all' stands for any circuit or node;"
                    + " repeatable. All others become numbers.");

    private final Terminal terminal;

    private CompileCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    /** Describes the command. */
    static CommandSpec spec(final Terminal terminal) {
        final CompileCommand command = new CompileCommand(terminal);
        final CommandSpec spec = Options.command(
                        "compile", "Show what the compiler makes of a model: its size, times and steps.", command)
                .addOption(command.show)
                .addOption(command.varied);
        command.template.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() {
        final TemplateLibrary library = template.library();
        final String reference = template.reference(library);
        final long start = System.nanoTime();
        final CircuitTemplate circuit = library.circuit(reference);
        final long read = System.nanoTime();
        final Model model = Model.of(circuit).withoutNoise();
        final long flattened = System.nanoTime();
        final List<String> paths = varied.<List<String>>getValue().stream()
                .flatMap(pattern -> sweepable(model, pattern))
                .toList();
        final CompiledModel compiledModel = CompiledModel.compile(model, LANES, paths, Set.of(), List.of());
        final Listing listing = compiledModel.listing();
        final long compiled = System.nanoTime();
        terminal.out().println(reference);
        print(sizes(listing.sizes()));
        if (show.getValue()) {
            listing.lines().forEach(terminal.out()::println);
        } else {
            // Routines are written when they are first needed.
            final Block block = compiledModel.newBlock(1);
            block.prepare();
            block.derivatives(0, block.state(), new double[block.state().length]);
            final long evaluated = System.nanoTime();
            print(List.of(
                    List.of("reading", time(start, read)),
                    List.of("flattening", time(read, flattened)),
                    List.of("compiling", time(flattened, compiled)),
                    List.of("first evaluation", time(compiled, evaluated))));
        }
        return ExitStatus.OK;
    }

    private void print(final List<List<String>> rows) {
        Table.of(rows).lines(2).forEach(terminal.out()::println);
        terminal.out().println();
    }

    private static Stream<String> sweepable(final Model model, final String pattern) {
        final List<ModelVariable> matching = model.matching(pattern);
        if (matching.stream().noneMatch(ModelVariable::sweepable)) {
            final ModelVariable variable = matching.get(0);
            throw new InputException("'" + variable.path() + "' cannot be swept: it is "
                    + variable.kind().withArticle());
        }
        return matching.stream().filter(ModelVariable::sweepable).map(ModelVariable::path);
    }

    private static List<List<String>> sizes(final Listing.Sizes sizes) {
        final Listing.Work work = sizes.derivatives();
        return List.of(
                List.of(
                        "numbers of a parameter set",
                        sizes.states() + " of the state, " + sizes.parameters() + " of parameters, " + sizes.scratch()
                                + " intermediate"),
                List.of("numbers for all sets", Integer.toString(sizes.shared())),
                List.of(
                        "derivatives",
                        Quantity.count(work.loops(), "loop") + ", " + Quantity.count(work.groups(), "group")
                                + " of calls, " + Quantity.count(work.across(), "step") + " across units"),
                List.of(
                        "of each set",
                        Quantity.count(work.operations(), "operation") + ", " + Quantity.count(work.calls(), "call")));
    }

    private static String time(final long from, final long to) {
        return String.format(Locale.ROOT, "%.1f ms", Duration.ofNanos(to - from).toNanos() / 1e6);
    }
}
