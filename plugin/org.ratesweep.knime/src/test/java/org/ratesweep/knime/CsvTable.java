/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A table that was read from a CSV file.
 *
 * @param header the names of the columns
 * @param rows the other lines
 */
public record CsvTable(List<String> header, List<List<String>> rows) {
    /** Reads a file, which is compressed if its name ends in {@code .gz}. */
    public static CsvTable read(final Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                Reader text = new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8);
                CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text);
                Stream<CsvRecord> records = csv.stream()) {
            final List<List<String>> lines = new ArrayList<>();
            records.forEach(line -> lines.add(List.copyOf(line.getFields())));
            return new CsvTable(lines.get(0), lines.subList(1, lines.size()));
        }
    }

    /** Reads a table of the reference's results, whose columns are called {@code output|set|path}. */
    public static CsvTable golden(final String name) throws IOException {
        return read(Path.of("../org.ratesweep.core/src/test/resources/golden", name));
    }

    /** Returns the texts in a column. */
    public List<String> column(final String name) {
        final int column = header.indexOf(name);
        return rows.stream().map(row -> row.get(column)).toList();
    }

    /** Returns the numbers in a column, NaN where there is none. */
    public double[] numbers(final String name) {
        return column(name).stream()
                .mapToDouble(text -> number(text).orElse(Double.NaN))
                .toArray();
    }

    /** Reads a text as a number, if it is one. */
    public static Optional<Double> number(final String text) {
        try {
            return Optional.of(Double.valueOf(text));
        } catch (final NumberFormatException words) {
            return Optional.empty();
        }
    }
}
