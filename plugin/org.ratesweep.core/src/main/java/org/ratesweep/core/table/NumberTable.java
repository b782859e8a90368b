/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.table;

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
public record NumberTable(List<String> header, double[][] columns, SourceLocation firstRow) {
    /**
     * Reads a table.
     *
     * @param file the file
     * @return the table, which has at least one row of numbers
     * @throws InputException if a cell is no finite number, a row is longer or shorter than the first, a line before
     *     the last numbers is blank, or there are no numbers, with line and column
     */
    public static NumberTable read(final Path file) {
        try (CsvReader<CsvRecord> records = form().ofCsvRecord(file)) {
            return read(records, file.toString());
        } catch (final CsvParseException problem) {
            throw new InputException("'" + file + "' is no CSV file: " + problem.getMessage(), problem);
        } catch (final UncheckedIOException | IOException problem) {
            throw new InputException("the file '" + file + "' cannot be read: " + problem.getMessage(), problem);
        }
    }

    /**
     * Reads a table from its text.
     *
     * @param text the text
     * @param name what to call it in messages
     * @return the table
     * @throws InputException as {@link #read(Path)}
     */
    public static NumberTable parse(final String text, final String name) {
        try (CsvReader<CsvRecord> records = form().ofCsvRecord(text)) {
            return read(records, name);
        } catch (final CsvParseException problem) {
            throw new InputException("'" + name + "' is no CSV file: " + problem.getMessage(), problem);
        } catch (final IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static CsvReader.CsvReaderBuilder form() {
        return CsvReader.builder()
                .skipEmptyLines(false)
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    private static NumberTable read(final CsvReader<CsvRecord> records, final String name) {
        final NumberRowsReader rows = new NumberRowsReader(name);
        for (final CsvRecord record : records) {
            rows.add(record);
        }
        return rows.table();
    }

    /** Returns the number of rows of numbers. */
    public int rows() {
        return columns[0].length;
    }
}
