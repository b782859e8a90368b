/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

/**
 * A square matrix as the product of a lower and an upper triangular one, to solve linear systems.
 *
 * <p>Gaussian elimination with partial pivoting; source: G. H. Golub, C. F. Van Loan, Matrix Computations (4th edition, 2013),
 * algorithm 3.4.1.
 */
final class LuFactors {
    private final int size;
    private final double[] elements;
    private final int[] pivots;

    LuFactors(final int size) {
        this.size = size;
        this.elements = new double[size * size];
        this.pivots = new int[size];
    }

    /** Returns the array that takes the matrix, row by row, before {@link #factor}. */
    double[] elements() {
        return elements;
    }

    /** Replaces the matrix by its factors and tells whether it has them: it has none if it is singular or not finite. */
    boolean factor() {
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++) {
                if (Math.abs(elements[row * size + column]) > Math.abs(elements[pivot * size + column])) {
                    pivot = row;
                }
            }
            pivots[column] = pivot;
            swapRows(column, pivot);
            final double diagonal = elements[column * size + column];
            if (diagonal == 0 || !Double.isFinite(diagonal)) {
                return false;
            }
            for (int row = column + 1; row < size; row++) {
                final double factor = elements[row * size + column] / diagonal;
                elements[row * size + column] = factor;
                if (factor != 0) {
                    for (int i = column + 1; i < size; i++) {
                        elements[row * size + i] -= factor * elements[column * size + i];
                    }
                }
            }
        }
        return true;
    }

    private void swapRows(final int first, final int second) {
        if (first != second) {
            for (int i = 0; i < size; i++) {
                final double element = elements[first * size + i];
                elements[first * size + i] = elements[second * size + i];
                elements[second * size + i] = element;
            }
        }
    }

    /** Replaces the right-hand side of a system by its solution. */
    void solve(final double[] vector) {
        for (int row = 0; row < size; row++) {
            final double value = vector[pivots[row]];
            vector[pivots[row]] = vector[row];
            vector[row] = value;
        }
        for (int row = 1; row < size; row++) {
            vector[row] = vector[row] - dot(row, 0, row, vector);
        }
        for (int row = size - 1; row >= 0; row--) {
            vector[row] = (vector[row] - dot(row, row + 1, size, vector)) / elements[row * size + row];
        }
    }

    private double dot(final int row, final int from, final int to, final double[] vector) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += elements[row * size + i] * vector[i];
        }
        return sum;
    }
}
