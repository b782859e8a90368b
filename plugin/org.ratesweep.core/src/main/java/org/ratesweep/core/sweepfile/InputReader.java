/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweepfile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.sweep.InputSignal;
import org.ratesweep.core.table.NumberTable;
import org.ratesweep.core.yaml.YamlMapping;
import org.ratesweep.core.yaml.YamlNode;
import org.ratesweep.core.yaml.YamlScalar;

/** Reads extrinsic signals: a CSV file, a number, or uniform random numbers. */
final class InputReader {
    private static final String UNIFORM = "uniform";
    private static final String SEED = "seed";
    private static final String CSV = "csv";
    private static final String COLUMNS = "columns";
    /** Whole numbers up to here are exact as doubles, in this program and in others that read the record of a run. */
    private static final double LARGEST_SEED = 0x1p53;

    private final DataFolders data;

    InputReader(final DataFolders data) {
        this.data = data;
    }

    InputSignal read(final YamlNode node, final String subject) {
        if (node instanceof YamlMapping mapping) {
            return mapping.get(UNIFORM).isPresent() ? uniform(mapping, subject) : table(mapping, subject);
        }
        if (node instanceof YamlScalar scalar) {
            switch (scalar.type()) {
                case TEXT -> {
                    return table(node, scalar.text(), Optional.empty());
                }
                case INTEGER, FLOAT -> {
                    return new InputSignal.Constant(node.asNumber(subject));
                }
                case NULL, BOOLEAN -> {
                    // Neither is a signal; said below.
                }
            }
        }
        throw node.mismatch(
                subject,
                "the path of a CSV file, {csv: path, columns: …}, a number, or {uniform: [low, high], seed: n}");
    }

    private InputSignal table(final YamlMapping mapping, final String subject) {
        mapping.refuseKeysBeyond(
                mapping.get(CSV).isPresent() ? List.of(CSV, COLUMNS) : List.of(UNIFORM, SEED, CSV, COLUMNS), subject);
        final YamlNode path = mapping.get(CSV)
                .orElseThrow(() -> InputException.at(
                        mapping.location(), subject + " needs the key '" + CSV + "' or '" + UNIFORM + "'"));
        return table(path, path.asText("'" + CSV + "'"), mapping.get(COLUMNS).map(InputReader::owners));
    }

    private InputSignal table(final YamlNode node, final String path, final Optional<InputSignal.Columns> owners) {
        return Places.at(
                node.location(),
                () -> new InputSignal.Samples(NumberTable.read(data.find(path)).columns(), owners));
    }

    private static InputSignal.Columns owners(final YamlNode node) {
        final String word = node.asText("'" + COLUMNS + "'");
        final List<InputSignal.Columns> choices = List.of(InputSignal.Columns.values());
        return choices.stream()
                .filter(choice -> choice.word().equals(word))
                .findFirst()
                .orElseThrow(() -> node.mismatch(
                        "'" + COLUMNS + "'",
                        choices.stream().map(InputSignal.Columns::word).collect(Collectors.joining(", "))));
    }

    private static InputSignal uniform(final YamlMapping mapping, final String subject) {
        mapping.refuseKeysBeyond(List.of(UNIFORM, SEED), subject);
        final YamlNode bounds = mapping.require(UNIFORM, subject);
        final List<YamlNode> both = bounds.asSequence("'" + UNIFORM + "'").elements();
        if (both.size() != 2) {
            throw bounds.mismatch("'" + UNIFORM + "'", "a list of two numbers: the lower and the upper bound");
        }
        return new InputSignal.Uniform(
                both.get(0).asNumber("the lower bound of '" + UNIFORM + "'"),
                both.get(1).asNumber("the upper bound of '" + UNIFORM + "'"),
                mapping.get(SEED).map(seed -> seed(seed, "'" + SEED + "'")).orElseGet(InputSignal.Uniform::drawSeed));
    }

    static long seed(final YamlNode node, final String subject) {
        final double seed = node.asNumber(subject);
        if (seed != Math.rint(seed) || Math.abs(seed) > LARGEST_SEED) {
            throw node.mismatch(subject, "a whole number of at most 2^53");
        }
        return (long) seed;
    }
}
