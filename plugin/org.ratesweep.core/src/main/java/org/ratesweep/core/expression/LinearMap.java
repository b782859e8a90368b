/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import java.util.Arrays;

/**
 * A map from the units of one variable to those of another: each is a sum of the others, times numbers.
 *
 * <p>Sums are taken in the order of the units that are summed, from 0.
 */
public sealed interface LinearMap {
    /** Returns the number of units of the result. */
    int rows();

    /** Returns the number of units that are summed. */
    int columns();

    /**
     * Sums of neighbours: unit i is the sum of the units from {@code i * size} to before {@code (i + 1) * size}.
     *
     * @param rows the number of sums
     * @param size how many units each is the sum of
     */
    record GroupSums(int rows, int size) implements LinearMap {
        public GroupSums {
            if (rows < 1 || size < 1) {
                throw new IllegalArgumentException(rows + " sums of " + size + " units");
            }
        }

        @Override
        public int columns() {
            return Math.multiplyExact(rows, size);
        }
    }

    /** A matrix in which most elements count. */
    final class Dense implements LinearMap {
        private final int rows;
        private final int columns;
        private final double[] elements;

        /**
         * @param rows the number of rows
         * @param columns the number of columns
         * @param elements the elements, row by row
         */
        public Dense(final int rows, final int columns, final double[] elements) {
            if (rows < 1 || columns < 1 || elements.length != Math.multiplyExact(rows, columns)) {
                throw new IllegalArgumentException(elements.length + " elements for " + rows + " x " + columns);
            }
            this.rows = rows;
            this.columns = columns;
            this.elements = elements.clone();
        }

        @Override
        public int rows() {
            return rows;
        }

        @Override
        public int columns() {
            return columns;
        }

        /** Returns one element. */
        public double element(final int row, final int column) {
            return elements[row * columns + column];
        }

        @Override
        public boolean equals(final Object other) {
            return other instanceof Dense dense && dense.rows == rows && Arrays.equals(dense.elements, elements);
        }

        @Override
        public int hashCode() {
            return 31 * rows + Arrays.hashCode(elements);
        }

        @Override
        public String toString() {
            return rows + " x " + columns + " matrix";
        }
    }

    /** A matrix in which most elements are 0 and left out. */
    final class Sparse implements LinearMap {
        private final int columns;
        private final int[] starts;
        private final int[] places;
        private final double[] elements;

        /**
         * @param columns the number of columns
         * @param starts where each row begins among the elements, and behind them their number: one more than rows
         * @param places the column of each element
         * @param elements the elements, row by row
         */
        public Sparse(final int columns, final int[] starts, final int[] places, final double[] elements) {
            if (starts.length < 2 || places.length != elements.length || starts[starts.length - 1] != places.length) {
                throw new IllegalArgumentException("a sparse matrix whose arrays do not fit");
            }
            this.columns = columns;
            this.starts = starts.clone();
            this.places = places.clone();
            this.elements = elements.clone();
        }

        @Override
        public int rows() {
            return starts.length - 1;
        }

        @Override
        public int columns() {
            return columns;
        }

        /** Returns the number of the first element of a row; of one row too many, the number of elements. */
        public int start(final int row) {
            return starts[row];
        }

        /** Returns the column of an element. */
        public int column(final int element) {
            return places[element];
        }

        /** Returns an element. */
        public double element(final int element) {
            return elements[element];
        }

        @Override
        public boolean equals(final Object other) {
            return other instanceof Sparse sparse
                    && sparse.columns == columns
                    && Arrays.equals(sparse.starts, starts)
                    && Arrays.equals(sparse.places, places)
                    && Arrays.equals(sparse.elements, elements);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(starts) + 31 * Arrays.hashCode(places) + Arrays.hashCode(elements);
        }

        @Override
        public String toString() {
            return rows() + " x " + columns + " matrix with " + elements.length + " elements";
        }
    }
}
