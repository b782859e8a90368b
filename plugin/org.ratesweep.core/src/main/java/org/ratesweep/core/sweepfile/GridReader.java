/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweepfile;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.SourceLocation;
import org.ratesweep.core.results.ResultsMapCsv;
import org.ratesweep.core.sweep.ParameterGrid;
import org.ratesweep.core.sweep.ValueRange;
import org.ratesweep.core.table.NumberTable;
import org.ratesweep.core.yaml.YamlEntry;
import org.ratesweep.core.yaml.YamlMapping;
import org.ratesweep.core.yaml.YamlNode;
import org.ratesweep.core.yaml.YamlScalar;
import org.ratesweep.core.yaml.YamlSequence;

/** Reads the parameter grid: values by keys, or a CSV file of one row a parameter set. */
final class GridReader {
    private static final int SPACING_ARGUMENTS = 3;
    private static final List<String> SPACINGS =
            Arrays.stream(Spacing.values()).map(Spacing::key).toList();
    private static final String EXPECTED_VALUES =
            "a list of numbers, {linspace: [from, to, n]} or {logspace: [from_exponent, to_exponent, n]}";

    private final DataFolders data;

    GridReader(final DataFolders data) {
        this.data = data;
    }

    /**
     * A grid and where its keys are written.
     *
     * @param grid the grid
     * @param keys the place of each key, in a sweep file or in a CSV file
     */
    record Located(ParameterGrid grid, Map<String, SourceLocation> keys) {}

    /**
     * Reads a grid.
     *
     * @param node what is written
     * @param subject what it is the value of
     * @param permute the demand for all combinations, if there is one
     */
    Located read(final YamlNode node, final String subject, final Optional<YamlNode> permute) {
        if (node instanceof YamlMapping mapping) {
            return fromMapping(mapping, permute.isPresent());
        }
        if (node instanceof YamlScalar scalar && scalar.type() == YamlScalar.Type.TEXT) {
            permute.ifPresent(demand -> {
                throw InputException.at(
                        demand.location(),
                        "a CSV file holds one row a parameter set, which leaves nothing to permute; write "
                                + "'permute_grid: false', or give the values of each key");
            });
            return Places.at(node.location(), () -> fromTable(NumberTable.read(data.find(scalar.text()))));
        }
        throw node.mismatch(subject, "a mapping from keys to values, or the path of a CSV file");
    }

    private static Located fromMapping(final YamlMapping mapping, final boolean combinations) {
        final Map<String, double[]> values = new LinkedHashMap<>();
        final Map<String, SourceLocation> keys = new LinkedHashMap<>();
        for (final YamlEntry entry : mapping.inOrder()) {
            put(entry.key(), entry.location(), keys);
            values.put(entry.key(), values(entry.value(), "the grid's key '" + entry.key() + "'"));
        }
        return new Located(
                Places.at(
                        mapping.location(), () -> combinations ? ParameterGrid.combinations(values) : pairwise(values)),
                keys);
    }

    private static ParameterGrid pairwise(final Map<String, double[]> values) {
        try {
            return ParameterGrid.pairwise(values);
        } catch (final InputException problem) {
            final boolean unequal = values.values().stream()
                            .map(column -> column.length)
                            .distinct()
                            .count()
                    > 1;
            throw unequal ? new InputException(problem.problem() + " (permute_grid: true)", problem) : problem;
        }
    }

    private static Located fromTable(final NumberTable table) {
        if (table.header().isEmpty()) {
            throw InputException.at(
                    table.firstRow(), "the first row of a parameter grid must hold the keys, but holds numbers");
        }
        final Map<String, double[]> values = new LinkedHashMap<>();
        final Map<String, SourceLocation> keys = new LinkedHashMap<>();
        int before = 0;
        for (int column = 0; column < table.columns().length; column++) {
            final String key = table.header().get(column);
            final SourceLocation location = new SourceLocation(table.firstRow().file(), 1, before + 1);
            if (key.isEmpty() || keys.containsKey(key)) {
                throw InputException.at(
                        location,
                        (key.isEmpty() ? "this key is empty" : "the key '" + key + "' is there twice") + " (cell "
                                + (column + 1) + ")");
            }
            put(key, location, keys);
            values.put(key, table.columns()[column]);
            before += key.length() + 1;
        }
        return new Located(ParameterGrid.pairwise(values), keys);
    }

    private static void put(final String key, final SourceLocation location, final Map<String, SourceLocation> keys) {
        Places.at(location, () -> {
            ResultsMapCsv.requireDistinct(key);
            return keys.put(key, location);
        });
    }

    private static double[] values(final YamlNode node, final String subject) {
        if (node instanceof YamlSequence sequence) {
            if (sequence.elements().isEmpty()) {
                throw InputException.at(node.location(), subject + " has no values");
            }
            return sequence.elements().stream()
                    .mapToDouble(element -> element.asNumber("a value of " + subject))
                    .toArray();
        }
        if (node instanceof YamlMapping mapping && mapping.entries().size() == 1) {
            mapping.refuseKeysBeyond(SPACINGS, subject);
            final YamlEntry entry = mapping.inOrder().iterator().next();
            for (final Spacing spacing : Spacing.values()) {
                if (spacing.key().equals(entry.key())) {
                    return spaced(spacing, entry.value());
                }
            }
        }
        throw node.mismatch(subject, EXPECTED_VALUES);
    }

    private static double[] spaced(final Spacing spacing, final YamlNode node) {
        final List<YamlNode> arguments =
                node.asSequence("'" + spacing.key() + "'").elements();
        if (arguments.size() != SPACING_ARGUMENTS) {
            throw node.mismatch("'" + spacing.key() + "'", "a list of three numbers: from, to, and how many values");
        }
        final double from = arguments.get(0).asNumber("the start of '" + spacing.key() + "'");
        final double to = arguments.get(1).asNumber("the end of '" + spacing.key() + "'");
        final YamlNode number = arguments.get(2);
        final int n = number.asInteger("the number of values of '" + spacing.key() + "'");
        if (n < 1 || n > ValueRange.MOST_VALUES) {
            throw number.mismatch(
                    "the number of values of '" + spacing.key() + "'", "from 1 to " + ValueRange.MOST_VALUES);
        }
        return Places.at(node.location(), () -> spacing.range(from, to, n)).values();
    }
}
