/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;
import org.ratesweep.core.random.Distribution;
import org.ratesweep.core.table.NumberTable;
import org.ratesweep.core.yaml.YamlEntry;
import org.ratesweep.core.yaml.YamlMapping;
import org.ratesweep.core.yaml.YamlNode;
import org.ratesweep.core.yaml.YamlSequence;

/** Reads one population of a circuit. */
final class PopulationReader {
    private static final String OWNER = "a population";
    private static final String NODE = "node";
    private static final String SIZE = "n";
    private static final String PARAMETERS = "params";
    private static final String FILE = "file";
    private static final String COLUMN = "column";
    private static final int LARGEST = 1_000_000;
    private static final String FORMS = "a number, a list of one for each unit, {file: x.csv, column: name}, or "
            + "{uniform: [low, high], seed: k}, {normal: [mean, deviation], seed: k} or "
            + "{lorentz: [center, half width], seed: k}";

    private final Loading loading;
    private final Definition definition;

    PopulationReader(final Loading loading, final Definition definition) {
        this.loading = loading;
        this.definition = definition;
    }

    Population read(final YamlNode node) {
        final YamlMapping fields = node.asMapping(OWNER + " (node: template, n: number)");
        fields.refuseKeysBeyond(List.of(NODE, SIZE, PARAMETERS), OWNER);
        final NodeTemplate template =
                loading.part(fields.require(NODE, OWNER), definition, NodeTemplate.class, TemplateKind.NODE);
        requireNoVectors(template, node);
        final YamlNode written = fields.require(SIZE, OWNER);
        final int size = written.asInteger("'" + SIZE + "'");
        if (size < 1 || size > LARGEST) {
            throw written.mismatch("'" + SIZE + "'", "a number of units from 1 to " + LARGEST);
        }
        final Map<String, List<Value>> parameters = new LinkedHashMap<>();
        fields.given(PARAMETERS)
                .map(given -> List.copyOf(given.asMapping("'" + PARAMETERS + "' (operator/variable: value)")
                        .inOrder()))
                .orElse(List.of())
                .forEach(entry -> parameters.put(variable(template, entry), values(entry, size)));
        return new Population(template, size, parameters, node.location());
    }

    private static void requireNoVectors(final NodeTemplate template, final YamlNode node) {
        template.operators()
                .forEach(use -> use.operator().variables().forEach((name, declaration) -> {
                    if (declaration.length() > 0) {
                        throw InputException.at(
                                node.location(),
                                "the node '" + template.name() + "' has the vector '" + use.label() + "/" + name
                                        + "', so that it cannot make a population: a unit of a population has no units itself");
                    }
                }));
    }

    private static String variable(final NodeTemplate template, final YamlEntry entry) {
        final List<String> known = template.operators().stream()
                .flatMap(use -> use.operator().variables().keySet().stream().map(name -> use.label() + "/" + name))
                .toList();
        if (!known.contains(entry.key())) {
            throw InputException.at(
                    entry.location(),
                    "the node '" + template.name() + "' has no variable '" + entry.key() + "' (operator/variable)"
                            + NearMatches.suggest(entry.key(), known));
        }
        return entry.key();
    }

    private List<Value> values(final YamlEntry entry, final int size) {
        final String subject = "the value of '" + entry.key() + "'";
        if (entry.value() instanceof YamlSequence) {
            final List<Value> values = Elements.row(entry.value(), subject);
            requireOneForEach(entry.value(), subject, values.size(), size);
            return values;
        }
        if (!(entry.value() instanceof YamlMapping mapping)) {
            return List.of(Values.require(entry.value(), subject));
        }
        if (mapping.get(FILE).isPresent()) {
            mapping.refuseKeysBeyond(List.of(FILE, COLUMN), subject);
            final double[] column = column(mapping, subject);
            requireOneForEach(mapping, "the column of " + subject, column.length, size);
            return Arrays.stream(column).mapToObj(Value::real).toList();
        }
        final List<String> keys = new ArrayList<>(RandomReader.KINDS);
        keys.add(RandomReader.SEED);
        mapping.refuseKeysBeyond(keys, subject);
        final Distribution distribution =
                RandomReader.distribution(mapping).orElseThrow(() -> mapping.mismatch(subject, FORMS));
        final long seed = RandomReader.seed(mapping, subject);
        return IntStream.range(0, size)
                .mapToObj(unit -> Value.real(distribution.draw(seed, unit)))
                .toList();
    }

    private double[] column(final YamlMapping mapping, final String subject) {
        final NumberTable table = loading.table(mapping.require(FILE, subject), definition);
        final Optional<YamlNode> column = mapping.given(COLUMN);
        if (column.isEmpty()) {
            if (table.columns().length > 1) {
                throw mapping.mismatch(
                        subject,
                        "a column of the file, which has " + table.columns().length
                                + "; write {file: …, column: name}");
            }
            return table.columns()[0];
        }
        final String name = column.get().asText("'" + COLUMN + "'");
        final int place = table.header().indexOf(name);
        if (place < 0) {
            throw InputException.at(
                    column.get().location(),
                    "the file has no column '" + name + "'" + NearMatches.suggest(name, table.header()));
        }
        return table.columns()[place];
    }

    private static void requireOneForEach(final YamlNode node, final String subject, final int found, final int size) {
        if (found != size) {
            throw InputException.at(
                    node.location(), subject + " has " + found + " numbers for " + size + " units of the population");
        }
    }
}
