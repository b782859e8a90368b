/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.results;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.solve.Recording;

/**
 * Samples in a hidden file that is deleted when it is closed: blocks one after the other, in each the variables, in each
 * the rows, in each the sets.
 */
final class SamplesFile implements Samples {
    private static final int BUFFER_SIZE = 1 << 18;

    private final Path file;
    private final FileChannel channel;
    private final int variables;
    private final int rows;
    private final List<Block> blocks = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_SIZE).order(ByteOrder.nativeOrder());
    private long length;

    private record Block(long position, int sets) {}

    private SamplesFile(final Path file, final FileChannel channel, final int variables, final int rows) {
        this.file = file;
        this.channel = channel;
        this.variables = variables;
        this.rows = rows;
    }

    /**
     * Creates the file.
     *
     * @param folder where; created if it is missing
     * @param variables how many variables the recordings have
     * @param rows how many rows
     * @throws InputException if it cannot be created
     */
    static SamplesFile in(final Path folder, final int variables, final int rows) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            final Path file = Files.createTempFile(folder, ".samples", ".part");
            final FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            return new SamplesFile(file, channel, variables, rows);
        } catch (final IOException problem) {
            throw new InputException("cannot keep samples in '" + folder + "': " + problem.getMessage(), problem);
        }
    }

    @Override
    public void add(final Recording recording) {
        blocks.add(new Block(length, recording.sets()));
        final int rowsAtATime = rowsAtATime(recording.sets());
        final double[] some = new double[rowsAtATime * recording.sets()];
        for (int variable = 0; variable < variables; variable++) {
            for (int row = 0; row < rows; row += rowsAtATime) {
                final int end = Math.min(rows, row + rowsAtATime);
                recording.copyRows(variable, row, end, some);
                write(some, (end - row) * recording.sets());
            }
        }
    }

    private void write(final double[] samples, final int number) {
        try {
            for (int from = 0; from < number; from += BUFFER_SIZE / Double.BYTES) {
                final int some = Math.min(number - from, BUFFER_SIZE / Double.BYTES);
                buffer.clear().limit(some * Double.BYTES);
                buffer.asDoubleBuffer().put(samples, from, some);
                while (buffer.hasRemaining()) {
                    length += channel.write(buffer, length);
                }
            }
        } catch (final IOException problem) {
            throw new InputException("cannot write '" + file + "': " + problem.getMessage(), problem);
        }
    }

    @Override
    public int blocks() {
        return blocks.size();
    }

    @Override
    public int sets(final int block) {
        return blocks.get(block).sets;
    }

    @Override
    public void read(final int block, final int variable, final int fromRow, final int toRow, final double[] to) {
        final int sets = sets(block);
        long position = blocks.get(block).position + ((long) variable * rows + fromRow) * sets * Double.BYTES;
        final int number = (toRow - fromRow) * sets;
        try {
            for (int from = 0; from < number; from += BUFFER_SIZE / Double.BYTES) {
                final int some = Math.min(number - from, BUFFER_SIZE / Double.BYTES);
                buffer.clear().limit(some * Double.BYTES);
                while (buffer.hasRemaining()) {
                    final int read = channel.read(buffer, position);
                    if (read < 0) {
                        throw new EOFException("it became shorter");
                    }
                    position += read;
                }
                buffer.flip();
                buffer.asDoubleBuffer().get(to, from, some);
            }
        } catch (final IOException problem) {
            throw new InputException("cannot read '" + file + "': " + problem.getMessage(), problem);
        }
    }

    @Override
    public double[] series(final int block, final int variable, final int set) {
        final int sets = sets(block);
        final double[] series = new double[rows];
        final int rowsAtATime = rowsAtATime(sets);
        final double[] some = new double[rowsAtATime * sets];
        for (int from = 0; from < rows; from += rowsAtATime) {
            final int to = Math.min(rows, from + rowsAtATime);
            read(block, variable, from, to, some);
            for (int row = from; row < to; row++) {
                series[row] = some[(row - from) * sets + set];
            }
        }
        return series;
    }

    private static int rowsAtATime(final int sets) {
        return Math.max(1, BUFFER_SIZE / Double.BYTES / sets);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (final IOException problem) {
            throw new InputException("cannot delete '" + file + "': " + problem.getMessage(), problem);
        }
    }
}
