/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ratesweep.core.expression.LinearMap;
import org.ratesweep.core.expression.UnitSelection;

/**
 * What goes across units: selections of units, sums over them and vectors of several parts, lane by lane.
 *
 * <p>Each sum is taken in the order of the units, in every lane and for any number of lanes, so that results do not depend
 * on how sets are put together. The inner loops go over the lanes, or, in blocks of one lane, over the units of the result.
 */
final class AcrossUnits {
    private static final int UNROLLED = 4;

    private AcrossUnits() {}

    /** Where the values of neighbouring units stand during a call of a routine. */
    private record Place(Region region, int offset) {
        static Place of(final Operation.Load load, final int stride) {
            return new Place(load.region(), Math.multiplyExact(load.slot(), stride));
        }

        double[] array(final double[] state, final double[] parameters, final double[] scratch, final double[] result) {
            return switch (region) {
                case STATE -> state;
                case PARAMETERS -> parameters;
                case SCRATCH -> scratch;
                case RESULT -> result;
                case START, SHARED -> throw new IllegalStateException(region + " has no part in steps across units");
            };
        }
    }

    /** Works on values that stand in arrays from an offset on; lanes of a unit are neighbours, units a stride apart. */
    private interface Transfer {
        void run(int lanes, double[] from, int fromOffset, double[] to, int toOffset);
    }

    /**
     * @param plan the routine that it belongs to
     * @param assignment a value that is {@link Operation.Units}, {@link Operation.Combination} or {@link Operation.Joined},
     *     and where it goes
     * @param stride the distance between slots
     * @return what computes it
     */
    static Routine routine(final RoutinePlan plan, final Assignment assignment, final int stride) {
        final Operation operation = plan.graph().operation(assignment.value());
        if (operation instanceof Operation.Joined joined) {
            return joined(plan, joined, assignment.target(), stride);
        }
        final Transfer transfer = operation instanceof Operation.Units units
                ? selection(units.selection(), stride)
                : sums(((Operation.Combination) operation).map(), stride);
        return routine(plan, operation.operands().get(0), transfer, assignment.target(), assignment.extent(), stride);
    }

    private static Routine joined(
            final RoutinePlan plan, final Operation.Joined joined, final Operation.Load target, final int stride) {
        final Routine[] parts = new Routine[joined.parts().size()];
        int slot = target.slot();
        for (int i = 0; i < parts.length; i++) {
            final int extent = joined.extents().get(i);
            final Transfer copy = selection(UnitSelection.range(0, extent), stride);
            parts[i] = routine(
                    plan, joined.parts().get(i), copy, new Operation.Load(target.region(), slot), extent, stride);
            slot += extent;
        }
        return (lanes, shared, state, start, parameters, scratch, result, work) -> {
            for (final Routine part : parts) {
                part.run(lanes, shared, state, start, parameters, scratch, result, work);
            }
        };
    }

    private static Routine routine(
            final RoutinePlan plan,
            final int operand,
            final Transfer transfer,
            final Operation.Load target,
            final int extent,
            final int stride) {
        final Place to = Place.of(target, stride);
        final Operation source = plan.places().containsKey(operand)
                ? plan.places().get(operand)
                : plan.graph().operation(operand);
        if (source instanceof Operation.Constant constant) {
            return filling(extent * stride, to, constant.value());
        }
        final Operation.Load load = (Operation.Load) source;
        if (load.region() == Region.SHARED) {
            return filling(extent * stride, to, load.slot());
        }
        final Place from = Place.of(load, stride);
        return (lanes, shared, state, start, parameters, scratch, result, work) -> transfer.run(
                lanes,
                from.array(state, parameters, scratch, result),
                from.offset,
                to.array(state, parameters, scratch, result),
                to.offset);
    }

    private static Routine filling(final int length, final Place to, final double value) {
        return (lanes, shared, state, start, parameters, scratch, result, work) ->
                Arrays.fill(to.array(state, parameters, scratch, result), to.offset, to.offset + length, value);
    }

    private static Routine filling(final int length, final Place to, final int slot) {
        return (lanes, shared, state, start, parameters, scratch, result, work) ->
                Arrays.fill(to.array(state, parameters, scratch, result), to.offset, to.offset + length, shared[slot]);
    }

    private static Transfer selection(final UnitSelection selection, final int stride) {
        final int extent = selection.extent();
        if (stride > 1) {
            return (lanes, from, fromOffset, to, toOffset) -> {
                for (int unit = 0; unit < extent; unit++) {
                    System.arraycopy(
                            from, fromOffset + selection.source(unit) * stride, to, toOffset + unit * stride, lanes);
                }
            };
        }
        if (selection.highest() == 0) {
            return (lanes, from, fromOffset, to, toOffset) ->
                    Arrays.fill(to, toOffset, toOffset + extent, from[fromOffset]);
        }
        return (lanes, from, fromOffset, to, toOffset) -> {
            for (int unit = 0; unit < extent; unit++) {
                to[toOffset + unit] = from[fromOffset + selection.source(unit)];
            }
        };
    }

    private static Transfer sums(final LinearMap map, final int stride) {
        if (map instanceof LinearMap.GroupSums groups) {
            return (lanes, from, fromOffset, to, toOffset) -> {
                for (int row = 0; row < groups.rows(); row++) {
                    sum(
                            groups.size(),
                            lanes,
                            stride,
                            from,
                            fromOffset + row * groups.size() * stride,
                            to,
                            toOffset + row * stride);
                }
            };
        }
        if (map instanceof LinearMap.Sparse sparse) {
            return stride == 1 ? ofOneLane(sparse) : byRows(sparse, stride);
        }
        final LinearMap.Dense dense = (LinearMap.Dense) map;
        return stride == 1 ? byColumns(dense) : byRows(dense, stride);
    }

    private static void sum(
            final int units,
            final int lanes,
            final int stride,
            final double[] from,
            final int fromOffset,
            final double[] to,
            final int toOffset) {
        if (stride == 1) {
            double total = 0;
            for (int unit = 0; unit < units; unit++) {
                total += from[fromOffset + unit];
            }
            to[toOffset] = total;
            return;
        }
        Arrays.fill(to, toOffset, toOffset + lanes, 0);
        for (int unit = 0; unit < units; unit++) {
            add(lanes, from, fromOffset + unit * stride, to, toOffset);
        }
    }

    private static void add(
            final int lanes, final double[] from, final int fromOffset, final double[] to, final int toOffset) {
        for (int lane = 0; lane < lanes; lane++) {
            to[toOffset + lane] += from[fromOffset + lane];
        }
    }

    /** The same for all lanes at once: a row of the matrix times the units, each of which has an array of its own. */
    private static Transfer byRows(final LinearMap.Dense dense, final int stride) {
        return (lanes, from, fromOffset, to, toOffset) -> {
            final double[][] units = apart(dense.columns(), lanes, stride, from, fromOffset);
            for (int row = 0; row < dense.rows(); row++) {
                final double[] total = new double[lanes];
                int column = 0;
                for (; column + UNROLLED <= units.length; column += UNROLLED) {
                    addScaled(
                            total,
                            dense.element(row, column),
                            units[column],
                            dense.element(row, column + 1),
                            units[column + 1],
                            dense.element(row, column + 2),
                            units[column + 2],
                            dense.element(row, column + 3),
                            units[column + 3]);
                }
                for (; column < units.length; column++) {
                    addScaled(total, dense.element(row, column), units[column]);
                }
                System.arraycopy(total, 0, to, toOffset + row * stride, lanes);
            }
        };
    }

    private static Transfer byRows(final LinearMap.Sparse sparse, final int stride) {
        return (lanes, from, fromOffset, to, toOffset) -> {
            final double[][] units = apart(sparse.columns(), lanes, stride, from, fromOffset);
            for (int row = 0; row < sparse.rows(); row++) {
                final double[] total = new double[lanes];
                final int end = sparse.start(row + 1);
                int element = sparse.start(row);
                for (; element + UNROLLED <= end; element += UNROLLED) {
                    addScaled(
                            total,
                            sparse.element(element),
                            units[sparse.column(element)],
                            sparse.element(element + 1),
                            units[sparse.column(element + 1)],
                            sparse.element(element + 2),
                            units[sparse.column(element + 2)],
                            sparse.element(element + 3),
                            units[sparse.column(element + 3)]);
                }
                for (; element < end; element++) {
                    addScaled(total, sparse.element(element), units[sparse.column(element)]);
                }
                System.arraycopy(total, 0, to, toOffset + row * stride, lanes);
            }
        };
    }

    private static Transfer ofOneLane(final LinearMap.Sparse sparse) {
        final int[] starts =
                IntStream.rangeClosed(0, sparse.rows()).map(sparse::start).toArray();
        final int[] columns =
                IntStream.range(0, starts[sparse.rows()]).map(sparse::column).toArray();
        final double[] elements =
                IntStream.range(0, columns.length).mapToDouble(sparse::element).toArray();
        return (lanes, from, fromOffset, to, toOffset) -> {
            for (int row = 0; row < starts.length - 1; row++) {
                double total = 0;
                for (int element = starts[row]; element < starts[row + 1]; element++) {
                    total += elements[element] * from[fromOffset + columns[element]];
                }
                to[toOffset + row] = total;
            }
        };
    }

    /** In blocks of one lane, column by column, so that no sum waits for the one before. */
    private static Transfer byColumns(final LinearMap.Dense dense) {
        final double[][] columns = new double[dense.columns()][dense.rows()];
        for (int row = 0; row < dense.rows(); row++) {
            for (int column = 0; column < dense.columns(); column++) {
                columns[column][row] = dense.element(row, column);
            }
        }
        return (lanes, from, fromOffset, to, toOffset) -> {
            final double[] total = new double[dense.rows()];
            int column = 0;
            for (; column + UNROLLED <= columns.length; column += UNROLLED) {
                final int at = fromOffset + column;
                addScaled(
                        total,
                        from[at],
                        columns[column],
                        from[at + 1],
                        columns[column + 1],
                        from[at + 2],
                        columns[column + 2],
                        from[at + 3],
                        columns[column + 3]);
            }
            for (; column < columns.length; column++) {
                addScaled(total, from[fromOffset + column], columns[column]);
            }
            System.arraycopy(total, 0, to, toOffset, total.length);
        };
    }

    /** Copies units into arrays of their own: HotSpot vectorises loops over arrays only where all begin at one place. */
    private static double[][] apart(
            final int units, final int lanes, final int stride, final double[] from, final int fromOffset) {
        final double[][] apart = new double[units][];
        for (int unit = 0; unit < units; unit++) {
            final int start = fromOffset + unit * stride;
            apart[unit] = Arrays.copyOfRange(from, start, start + lanes);
        }
        return apart;
    }

    private static void addScaled(final double[] total, final double a, final double[] x) {
        for (int i = 0; i < total.length; i++) {
            total[i] += a * x[i];
        }
    }

    /** Four of the above, with the same roundings and fewer loads and stores. */
    private static void addScaled(
            final double[] total,
            final double a,
            final double[] x,
            final double b,
            final double[] y,
            final double c,
            final double[] z,
            final double d,
            final double[] w) {
        for (int i = 0; i < total.length; i++) {
            total[i] = (((total[i] + a * x[i]) + b * y[i]) + c * z[i]) + d * w[i];
        }
    }
}
