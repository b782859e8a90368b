/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.parametergrid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.sweep.ParameterGrid;
import org.ratesweep.core.sweep.RandomDesign;
import org.ratesweep.core.sweep.ValueRange;
import org.ratesweep.knime.parametergrid.ParameterGridParameters.Combination;
import org.ratesweep.knime.parametergrid.ParameterGridParameters.Parameter;
import org.ratesweep.knime.port.ModelPortObjectSpec;
import org.ratesweep.knime.results.ResultsColumns;

/** What the settings ask for: the values of each key, what each key sets, and how the values are combined. */
final class GridDefinition {
    /** As many as a grid can have; more are for the grid itself to refuse. */
    private static final long MOST_SETS = 100_000_000;

    private final Map<String, Column> columns;
    private final Combination combination;

    /**
     * A column of the grid.
     *
     * @param range where its values come from
     * @param count how many they are
     * @param patterns the paths that it sets, as they were written
     */
    private record Column(ValueRange range, int count, List<String> patterns) {}

    private GridDefinition(final Map<String, Column> columns, final Combination combination) {
        this.columns = columns;
        this.combination = combination;
    }

    /**
     * Reads the settings, without a model.
     *
     * @param parameters the settings
     * @return what they ask for
     * @throws InputException if a key is missing or there twice, a parameter sets nothing, or its values cannot be
     *     understood
     */
    static GridDefinition of(final ParameterGridParameters parameters) {
        final Map<String, Column> columns = new LinkedHashMap<>();
        for (int i = 0; i < parameters.m_parameters.length; i++) {
            final Parameter parameter = parameters.m_parameters[i];
            final String key = parameter.m_key.strip();
            requireKey(key, i);
            final ValueRange range = within(quoted(key), () -> range(parameter, parameters));
            final Column column = new Column(range, count(range), patterns(parameter));
            if (column.patterns().isEmpty()) {
                throw new InputException("the parameter '" + key + "' sets nothing; choose at least one variable");
            }
            if (columns.put(key, column) != null) {
                throw new InputException("the key '" + key + "' is there twice; expected all to differ");
            }
        }
        return new GridDefinition(columns, parameters.m_combination);
    }

    /**
     * Checks what can be checked of each setting on its own, whatever the others are.
     *
     * @param parameters the settings
     * @return the same settings
     * @throws InputException if a list has something that is no number, or a number of values is not positive
     */
    static ParameterGridParameters requireReadable(final ParameterGridParameters parameters) {
        requirePositive(parameters.m_randomN, "random values");
        for (int i = 0; i < parameters.m_parameters.length; i++) {
            final Parameter parameter = parameters.m_parameters[i];
            final String name = parameter.m_key.isBlank() ? String.valueOf(i + 1) : quoted(parameter.m_key.strip());
            within(name, () -> NumberList.parse(parameter.m_list));
            within(name, () -> requirePositive(parameter.m_n, "values"));
        }
        return parameters;
    }

    private static int requirePositive(final int number, final String subject) {
        if (number < 1) {
            throw new InputException("the number of " + subject + " is " + number + "; expected at least 1");
        }
        return number;
    }

    private static void requireKey(final String key, final int number) {
        if (key.isEmpty()) {
            throw new InputException("parameter " + (number + 1) + " has no key; expected the name of its column");
        }
        ResultsColumns.requireFree(key, "the parameter key");
    }

    private static List<String> patterns(final Parameter parameter) {
        return Arrays.stream(parameter.m_paths)
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .distinct()
                .toList();
    }

    private static ValueRange range(final Parameter parameter, final ParameterGridParameters parameters) {
        return switch (parameter.m_values) {
            case LIST -> new ValueRange.Listed(NumberList.parse(parameter.m_list));
            case LINEAR -> new ValueRange.Linear(parameter.m_from, parameter.m_to, parameter.m_n);
            case LOGARITHMIC -> new ValueRange.Logarithmic(parameter.m_from, parameter.m_to, parameter.m_n);
            case UNIFORM -> random(parameter, RandomDesign.Kind.UNIFORM, parameters);
            case LATIN_HYPERCUBE -> random(parameter, RandomDesign.Kind.LATIN_HYPERCUBE, parameters);
            case SOBOL -> random(parameter, RandomDesign.Kind.SOBOL, parameters);
        };
    }

    private static ValueRange random(
            final Parameter parameter, final RandomDesign.Kind kind, final ParameterGridParameters parameters) {
        return new ValueRange.Random(
                parameter.m_from, parameter.m_to, new RandomDesign(kind, parameters.m_randomN, parameters.m_seed));
    }

    /** How many values there will be, without making them: the dialog asks at every keystroke. */
    private static int count(final ValueRange range) {
        if (range instanceof ValueRange.Linear linear) {
            return linear.n();
        }
        if (range instanceof ValueRange.Logarithmic logarithmic) {
            return logarithmic.n();
        }
        if (range instanceof ValueRange.Random random) {
            return random.design().n();
        }
        return range.values().length;
    }

    private static String quoted(final String key) {
        return "'" + key + "'";
    }

    private static <T> T within(final String parameter, final Supplier<T> computation) {
        try {
            return computation.get();
        } catch (final InputException problem) {
            throw problem.within("the parameter " + parameter);
        }
    }

    /** Returns the keys, in the order of the columns. */
    List<String> keys() {
        return List.copyOf(columns.keySet());
    }

    /**
     * Counts the parameter sets, if they can be made.
     *
     * @return how many there are
     * @throws InputException if unequally many values are to make pairs, or there are too many combinations
     */
    long size() {
        if (columns.isEmpty()) {
            return 1;
        }
        long product = 1;
        for (final Column column : columns.values()) {
            product = Math.min(MOST_SETS + 1, product * column.count());
        }
        final Set<Integer> counts = new LinkedHashSet<>();
        columns.values().forEach(column -> counts.add(column.count()));
        final boolean fine = combination == Combination.ALL_COMBINATIONS ? product <= MOST_SETS : counts.size() == 1;
        if (!fine) {
            return grid().size();
        }
        return combination == Combination.ALL_COMBINATIONS
                ? product
                : counts.iterator().next();
    }

    /**
     * Makes the parameter sets. Without any parameter there is one, in which every variable has its default.
     *
     * @return the grid
     * @throws InputException as {@link #size}
     */
    ParameterGrid grid() {
        if (columns.isEmpty()) {
            return ParameterGrid.single();
        }
        final Map<String, ValueRange> ranges = new LinkedHashMap<>();
        columns.forEach((key, column) -> ranges.put(key, column.range()));
        final Map<String, double[]> values = ValueRange.columns(ranges);
        return combination == Combination.ALL_COMBINATIONS
                ? ParameterGrid.combinations(values)
                : ParameterGrid.pairwise(values);
    }

    /**
     * Finds what the keys set.
     *
     * @param model the model
     * @return the full paths of each key, in the order of the columns
     * @throws InputException if a path is not found, with near matches, cannot be swept, or is set by two keys
     */
    Map<String, List<String>> paths(final ModelPortObjectSpec model) {
        final Map<String, List<String>> patterns = new LinkedHashMap<>();
        columns.forEach((key, column) -> patterns.put(key, column.patterns()));
        return model.targets(patterns, "the parameter");
    }

    /** Returns in words how the sets come about, for instance {@code "C: 3 × D: 4"}. */
    String words() {
        final List<String> factors = new ArrayList<>();
        columns.forEach((key, column) -> factors.add(key + ": " + column.count()));
        return String.join(combination == Combination.ALL_COMBINATIONS ? " × " : ", ", factors);
    }
}
