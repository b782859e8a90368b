/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ratesweep.cli.terminal.Style;
import org.ratesweep.cli.terminal.Table;
import org.ratesweep.cli.terminal.Terminal;
import org.ratesweep.core.template.TemplateKind;
import org.ratesweep.core.template.TemplateSummary;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command that lists templates. */
final class ListCommand implements Callable<Integer> {
    private final TemplateFolders templates = new TemplateFolders();

    private final OptionSpec all =
            Options.flag("--all", "List node, operator and edge templates as well, which circuits are made of.");

    private final Terminal terminal;

    private ListCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    /** Describes the command. */
    static CommandSpec spec(final Terminal terminal) {
        final ListCommand command = new ListCommand(terminal);
        final CommandSpec spec = Options.command("list", "List the models that can be swept.", command)
                .addOption(command.all);
        command.templates.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() {
        final List<TemplateSummary> known = templates.library().list();
        final List<TemplateSummary> shown = known.stream()
                .filter(template -> all.<Boolean>getValue() || template.kind() == TemplateKind.CIRCUIT)
                .toList();
        final Map<String, List<TemplateSummary>> byFile = new LinkedHashMap<>();
        shown.forEach(template -> byFile.computeIfAbsent(file(template), file -> new ArrayList<>())
                .add(template));
        // All files together, so that the columns are aligned from one to the next.
        final List<String> lines = Table.of(byFile.values().stream()
                        .flatMap(List::stream)
                        .map(this::row)
                        .toList())
                .lines(2);
        int line = 0;
        for (final Map.Entry<String, List<TemplateSummary>> file : byFile.entrySet()) {
            terminal.out().println(Style.HEAD.on(file.getKey(), terminal.colours() && terminal.outInteractive()));
            for (int i = 0; i < file.getValue().size(); i++) {
                terminal.out().println(lines.get(line++));
            }
            terminal.out().println();
        }
        shown.stream().findFirst().ifPresent(this::explain);
        if (shown.size() < known.size()) {
            terminal.out()
                    .println("'list --all' lists their parts too: " + (known.size() - shown.size())
                            + " node, operator and edge templates.");
        }
        return ExitStatus.OK;
    }

    private void explain(final TemplateSummary example) {
        terminal.out()
                .println(
                        "In a sweep file, the name follows that of its file: circuit_template: " + example.reference());
        terminal.out().println("What can be swept and recorded in it: ratesweep show " + name(example));
    }

    private List<String> row(final TemplateSummary template) {
        return all.<Boolean>getValue()
                ? List.of(name(template), word(template.kind()), template.summary())
                : List.of(name(template), template.summary());
    }

    private static String word(final TemplateKind kind) {
        return switch (kind) {
            case CIRCUIT -> "circuit";
            case NODE -> "node";
            case OPERATOR -> "operator";
            case EDGE -> "edge";
        };
    }

    private static String file(final TemplateSummary template) {
        return template.reference()
                .substring(0, Math.max(0, template.reference().lastIndexOf('.')));
    }

    private static String name(final TemplateSummary template) {
        return template.reference().substring(template.reference().lastIndexOf('.') + 1);
    }
}
