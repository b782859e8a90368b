/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweepfile;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.SourceLocation;

/**
 * A CSV file of numbers.
 *
 * <p>Cells are separated by commas. The first row is a header if none of its cells is a number. All other cells are
 * finite numbers, and all rows are equally long.
 *
 * @param header the cells of the header, empty if there is none
 * @param columns the numbers, one array a column
 * @param firstRow where the first row begins, be it the header or not
 */
record NumberTable(List<String> header, double[][] columns, SourceLocation firstRow) {

    /**
     * Reads a table.
     *
     * @param file the file
     * @return the table, which has at least one row of numbers
     * @throws InputException if a cell is no finite number, a row is longer or shorter than the first, a line before
     *     the last numbers is blank, or there are no numbers, with line and column
     */
    static NumberTable read(final Path file) {
        final NumberRowsReader rows = new NumberRowsReader(file.toString());
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .skipEmptyLines(false)
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file)) {
            for (final CsvRecord record : records) {
                rows.add(record);
            }
        } catch (final CsvParseException problem) {
            throw new InputException("'" + file + "' is no CSV file: " + problem.getMessage(), problem);
        } catch (final UncheckedIOException | IOException problem) {
            throw new InputException("the file '" + file + "' cannot be read: " + problem.getMessage(), problem);
        }
        return rows.table();
    }
}
