/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.results;

import java.util.ArrayList;
import java.util.List;
import org.ratesweep.core.solve.Recording;

/** The samples of a run: of blocks of parameter sets, in the order of the grid, with the same rows and variables each. */
sealed interface Samples extends AutoCloseable permits Samples.InMemory, SamplesFile {
    /**
     * Adds the samples of the next block.
     *
     * @throws org.ratesweep.core.error.InputException if there is no room for them
     */
    void add(Recording recording);

    /** Returns the number of blocks. */
    int blocks();

    /** Returns the number of parameter sets in a block. */
    int sets(int block);

    /**
     * Reads the samples of one variable in all sets of a block.
     *
     * @param block the number of the block
     * @param variable the number of the variable
     * @param fromRow the first row
     * @param toRow the row behind the last one
     * @param to where they go from the first element on: row by row, in each the sets
     * @throws org.ratesweep.core.error.InputException if they cannot be read
     */
    void read(int block, int variable, int fromRow, int toRow, double[] to);

    /**
     * Returns all samples of one variable in one set.
     *
     * @param block the number of the block
     * @param variable the number of the variable
     * @param set the number of the set within the block
     * @return a new array, one element a row
     * @throws org.ratesweep.core.error.InputException if they cannot be read
     */
    double[] series(int block, int variable, int set);

    /** Gives back what the samples take. */
    @Override
    void close();

    /** Samples in memory. */
    final class InMemory implements Samples {
        private final List<Recording> recordings = new ArrayList<>();

        @Override
        public void add(final Recording recording) {
            recordings.add(recording);
        }

        @Override
        public int blocks() {
            return recordings.size();
        }

        @Override
        public int sets(final int block) {
            return recordings.get(block).sets();
        }

        @Override
        public void read(final int block, final int variable, final int fromRow, final int toRow, final double[] to) {
            recordings.get(block).copyRows(variable, fromRow, toRow, to);
        }

        @Override
        public double[] series(final int block, final int variable, final int set) {
            return recordings.get(block).series(variable, set);
        }

        @Override
        public void close() {
            // Memory needs no giving back.
        }
    }
}
