/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.results;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ratesweep.core.error.InputException;

/**
 * The results map as a CSV table: one row a parameter set.
 *
 * <p>The columns are {@value #SET}, the keys of the grid, {@value #STATUS} and {@value #MESSAGE}, and if the model has
 * noise {@value #NOISE_SEED}, the same number in all rows; numbers and names are written as in {@link ResultsCsv}.
 */
public final class ResultsMapCsv {
    /** The header of the column of the names. */
    public static final String SET = "parameter_set";

    /** The header of the column that says how a set fared. */
    public static final String STATUS = "status";

    /** The header of the column that says what happened to a set that failed. */
    public static final String MESSAGE = "message";

    /** The header of the column of what the noise followed from, which models without noise do not have. */
    public static final String NOISE_SEED = "noise_seed";

    private static final List<String> OWN_COLUMNS = List.of(SET, STATUS, MESSAGE, NOISE_SEED);

    private ResultsMapCsv() {}

    /**
     * Refuses a key whose column could not be told from one of the table's own.
     *
     * @param key a key of the parameter grid
     * @throws InputException if the key is the name of a column that tables have
     */
    public static void requireDistinct(final String key) {
        if (OWN_COLUMNS.contains(key)) {
            throw new InputException("the parameter key '" + key
                    + "' is the name of a column that results maps have; choose another key, for instance '" + key
                    + "_'");
        }
    }

    /**
     * Writes the table.
     *
     * @param map the results map
     * @param out where to; not closed
     * @throws IOException if it cannot be written to
     * @throws InputException if a key is the name of one of the other columns
     */
    public static void write(final ResultsMap map, final OutputStream out) throws IOException {
        map.keys().forEach(ResultsMapCsv::requireDistinct);
        final CsvWriter table =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
        final List<String> header = new ArrayList<>();
        header.add(SET);
        header.addAll(map.keys());
        header.add(STATUS);
        header.add(MESSAGE);
        map.noiseSeed().ifPresent(seed -> header.add(NOISE_SEED));
        table.writeRecord(header);
        for (final ResultsMap.Row row : map.rows()) {
            final List<String> cells = new ArrayList<>();
            cells.add(row.set());
            row.values().forEach(value -> cells.add(ShortestDecimal.of(value)));
            cells.add(row.status().word());
            cells.add(row.message());
            map.noiseSeed().ifPresent(seed -> cells.add(Long.toString(seed)));
            table.writeRecord(cells);
        }
        table.flush();
    }
}
