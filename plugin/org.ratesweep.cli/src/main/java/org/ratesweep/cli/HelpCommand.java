/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** The command that explains another one. */
final class HelpCommand implements Callable<Integer> {
    private final PositionalParamSpec name = PositionalParamSpec.builder()
            .index("0")
            .arity("0..1")
            .paramLabel("COMMAND")
            .type(String.class)
            .description("The command to explain; the program itself unless given.")
            .build();

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this)
            .name("help")
            .helpCommand(true)
            .addPositional(name)
            .addOption(Options.flagBuilder("Explain this command.", "-h", "--help")
                    .usageHelp(true)
                    .build());

    private HelpCommand() {}

    /** Describes the command. */
    static CommandSpec spec() {
        final HelpCommand command = new HelpCommand();
        command.spec.usageMessage().description("Explain a command.");
        return command.spec;
    }

    @Override
    public Integer call() {
        final CommandLine program = spec.parent().commandLine();
        final Optional<String> asked = Optional.ofNullable(name.getValue());
        final CommandLine explained = asked.map(program.getSubcommands()::get).orElse(program);
        if (asked.isPresent() && explained == program) {
            throw new ParameterException(program, "there is no command '" + asked.get() + "'");
        }
        explained.usage(program.getOut());
        return ExitStatus.OK;
    }
}
