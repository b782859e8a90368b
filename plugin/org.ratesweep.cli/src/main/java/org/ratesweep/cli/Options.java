/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The kinds of commands and options that there are.
 *
 * <p>Commands describe themselves with these instead of picocli's annotations: to read those takes a tenth of a short run.
 */
final class Options {
    private Options() {}

    /**
     * Describes a command without options but those that every command has.
     *
     * @param name what it is called
     * @param description what it is good for, for its help
     * @param command what it does
     * @return the description, to which options can be added
     */
    static CommandSpec command(final String name, final String description, final Callable<Integer> command) {
        final CommandSpec spec = CommandSpec.wrapWithoutInspection(command)
                .name(name)
                .versionProvider(new Version())
                .addOption(flagBuilder("Show this help message and exit.", "-h", "--help")
                        .usageHelp(true)
                        .build())
                .addOption(flagBuilder("Print version information and exit.", "-V", "--version")
                        .versionHelp(true)
                        .build());
        spec.usageMessage().description(description);
        return spec;
    }

    /** Returns an option without a parameter; its value is a Boolean. */
    static OptionSpec flag(final String name, final String description) {
        return flagBuilder(description, name).build();
    }

    /** Returns the same, to go into details. */
    static OptionSpec.Builder flagBuilder(final String description, final String... names) {
        return OptionSpec.builder(names).type(boolean.class).initialValue(false).description(description);
    }

    /** Returns an option with a parameter, whose value is null if it is not given. */
    static OptionSpec value(final String name, final String label, final Class<?> type, final String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(type)
                .description(description)
                .build();
    }

    /** Returns an option that may be repeated; its value is a list of folders, in the order in which they are given. */
    static OptionSpec folders(final String name, final String description) {
        return values(name, "DIR", Path.class, description);
    }

    /** Returns an option that may be repeated; its value is a list, in the order in which its parameters are given. */
    static OptionSpec values(final String name, final String label, final Class<?> type, final String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(type)
                .initialValue(List.of())
                .description(description)
                .build();
    }

    /** Returns the argument that a command must have. */
    static PositionalParamSpec argument(final String label, final Class<?> type, final String description) {
        return PositionalParamSpec.builder()
                .index("0")
                .required(true)
                .paramLabel(label)
                .type(type)
                .description(description)
                .build();
    }
}
