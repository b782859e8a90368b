/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.expression.LinearMap;
import org.ratesweep.core.random.Distribution;
import org.ratesweep.core.table.NumberTable;
import org.ratesweep.core.yaml.YamlMapping;
import org.ratesweep.core.yaml.YamlNode;
import org.ratesweep.core.yaml.YamlSequence;

/** Reads the weights of a connection, unless they are one number. */
final class WeightsReader {
    private static final String SUBJECT = "'weight'";
    private static final String FILE = "file";
    private static final String FORMAT = "format";
    private static final String DENSE = "dense";
    private static final String TRIPLETS = "triplets";
    private static final String RANDOM = "random";
    private static final String PROBABILITY = "probability";
    private static final String WEIGHT = "weight";
    private static final int TRIPLET = 3;
    private static final String FORMS = "a number, a matrix [[…], …] with a row for each target unit, {file: W.csv}, "
            + "{file: W.csv, format: triplets}, {triplets: [[target, source, weight], …]} or "
            + "{random: {probability: p, weight: w, seed: k}}";

    private final Loading loading;
    private final Definition definition;

    WeightsReader(final Loading loading, final Definition definition) {
        this.loading = loading;
        this.definition = definition;
    }

    Weights read(final YamlNode node) {
        if (node instanceof YamlSequence rows && Elements.isNested(rows)) {
            return new Weights.Matrix(matrix(rows));
        }
        if (node instanceof YamlMapping mapping) {
            if (mapping.get(FILE).isPresent()) {
                return fromFile(mapping);
            }
            if (mapping.get(TRIPLETS).isPresent()) {
                mapping.refuseKeysBeyond(List.of(TRIPLETS), SUBJECT);
                return listed(mapping.require(TRIPLETS, SUBJECT));
            }
            mapping.refuseKeysBeyond(List.of(RANDOM, FILE, FORMAT, TRIPLETS), SUBJECT);
            return random(mapping.require(RANDOM, SUBJECT));
        }
        throw node.mismatch(SUBJECT, FORMS);
    }

    private static LinearMap.Dense matrix(final YamlSequence rows) {
        final int columns = rows.elements()
                .get(0)
                .asSequence("a row of " + SUBJECT)
                .elements()
                .size();
        final List<Value> elements =
                Elements.read(rows, SUBJECT, List.of(rows.elements().size(), columns));
        return new LinearMap.Dense(
                rows.elements().size(),
                columns,
                elements.stream().mapToDouble(element -> real(element, rows)).toArray());
    }

    private static double real(final Value value, final YamlNode node) {
        if (value.imaginary() != 0) {
            throw node.mismatch("every element of " + SUBJECT, "a real number");
        }
        return value.real();
    }

    private Weights fromFile(final YamlMapping mapping) {
        mapping.refuseKeysBeyond(List.of(FILE, FORMAT), SUBJECT);
        final Optional<YamlNode> format = mapping.given(FORMAT);
        final String written =
                format.map(node -> node.asText("'" + FORMAT + "'")).orElse(DENSE);
        final NumberTable table = loading.table(mapping.require(FILE, SUBJECT), definition);
        if (written.equals(DENSE)) {
            return new Weights.Matrix(matrix(table, mapping));
        }
        if (!written.equals(TRIPLETS)) {
            throw format.orElseThrow().mismatch("'" + FORMAT + "'", "'" + DENSE + "' or '" + TRIPLETS + "'");
        }
        if (table.columns().length != TRIPLET) {
            throw InputException.at(
                    table.firstRow(),
                    "a file of triplets has three columns, the numbers of target and source unit and the weight, but this one has "
                            + table.columns().length);
        }
        final List<Weights.Pair> pairs = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            pairs.add(new Weights.Pair(
                    unit(table.columns()[0][row], mapping),
                    unit(table.columns()[1][row], mapping),
                    table.columns()[2][row]));
        }
        return new Weights.Listed(pairs);
    }

    private static LinearMap.Dense matrix(final NumberTable table, final YamlNode node) {
        final double[][] columns = table.columns();
        if ((long) table.rows() * columns.length > Elements.MOST) {
            throw InputException.at(
                    node.location(),
                    "the matrix of " + SUBJECT + " has more than " + Elements.MOST
                            + " elements; leave out those that are 0 in " + "a file of triplets");
        }
        final double[] elements = new double[table.rows() * columns.length];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = columns[i % columns.length][i / columns.length];
        }
        return new LinearMap.Dense(table.rows(), columns.length, elements);
    }

    private static Weights listed(final YamlNode node) {
        final List<Weights.Pair> pairs = new ArrayList<>();
        for (final YamlNode triplet : node.asSequence("'" + TRIPLETS + "'").elements()) {
            final List<YamlNode> parts =
                    triplet.asSequence("an element of '" + TRIPLETS + "'").elements();
            if (parts.size() != TRIPLET) {
                throw triplet.mismatch("an element of '" + TRIPLETS + "'", "a list [target, source, weight]");
            }
            pairs.add(new Weights.Pair(
                    unit(parts.get(0).asNumber("the target unit"), triplet),
                    unit(parts.get(1).asNumber("the source unit"), triplet),
                    parts.get(2).asNumber("the weight")));
        }
        return new Weights.Listed(pairs);
    }

    private static int unit(final double number, final YamlNode node) {
        if (number != Math.rint(number) || number < 0 || number > Integer.MAX_VALUE) {
            throw InputException.at(node.location(), number + " is not the number of a unit, a whole number from 0 on");
        }
        return (int) number;
    }

    private static Weights random(final YamlNode node) {
        final String subject = "'" + RANDOM + "'";
        final YamlMapping rule = node.asMapping(subject + " (probability: p, weight: w, seed: k)");
        rule.refuseKeysBeyond(List.of(PROBABILITY, WEIGHT, RandomReader.SEED), subject);
        final YamlNode written = rule.require(PROBABILITY, subject);
        final double probability = written.asNumber("'" + PROBABILITY + "'");
        if (!(probability >= 0 && probability <= 1)) {
            throw written.mismatch("'" + PROBABILITY + "'", "a number from 0 to 1");
        }
        return new Weights.Random(
                probability,
                rule.given(WEIGHT).map(WeightsReader::distribution).orElse(new Distribution.Always(1)),
                RandomReader.seed(rule, subject));
    }

    private static Distribution distribution(final YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            mapping.refuseKeysBeyond(RandomReader.KINDS, SUBJECT);
            return RandomReader.distribution(mapping)
                    .orElseThrow(() -> mapping.mismatch(SUBJECT, "a number or a distribution"));
        }
        return new Distribution.Always(node.asNumber(SUBJECT));
    }
}
