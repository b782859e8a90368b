/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import java.util.Arrays;
import org.ratesweep.core.expression.LinearMap;
import org.ratesweep.core.expression.UnitSelection;

/**
 * What goes across units: selections of units and sums over them, lane by lane.
 *
 * <p>Each sum is taken in the order of the units, in every lane and for any number of lanes, so that results do not depend
 * on how sets are put together. The inner loops go over the lanes, or, in blocks of one lane, over the units of the result.
 */
final class AcrossUnits {
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
                case SHARED -> throw new IllegalStateException("what is shared has no lanes");
            };
        }
    }

    /** Works on values that stand in arrays from an offset on; lanes of a unit are neighbours, units a stride apart. */
    private interface Transfer {
        void run(int lanes, double[] from, int fromOffset, double[] to, int toOffset);
    }

    /**
     * @param plan the routine that it belongs to
     * @param assignment a value that is {@link Operation.Units} or an {@link Operation.Combination}, and where it goes
     * @param stride the distance between slots
     * @return what computes it
     */
    static Routine routine(final RoutinePlan plan, final Assignment assignment, final int stride) {
        final Operation operation = plan.graph().operation(assignment.value());
        final int operand = operation.operands().get(0);
        final Place to = Place.of(assignment.target(), stride);
        final Operation source = plan.places().containsKey(operand)
                ? plan.places().get(operand)
                : plan.graph().operation(operand);
        if (source instanceof Operation.Constant constant) {
            return filling(assignment.extent() * stride, to, constant.value());
        }
        final Operation.Load load = (Operation.Load) source;
        if (load.region() == Region.SHARED) {
            return filling(assignment.extent() * stride, to, load.slot());
        }
        final Place from = Place.of(load, stride);
        final Transfer transfer = operation instanceof Operation.Units units
                ? selection(units.selection(), stride)
                : sums(((Operation.Combination) operation).map(), stride);
        return (lanes, shared, state, parameters, scratch, result, work) -> transfer.run(
                lanes,
                from.array(state, parameters, scratch, result),
                from.offset,
                to.array(state, parameters, scratch, result),
                to.offset);
    }

    private static Routine filling(final int length, final Place to, final double value) {
        return (lanes, shared, state, parameters, scratch, result, work) ->
                Arrays.fill(to.array(state, parameters, scratch, result), to.offset, to.offset + length, value);
    }

    private static Routine filling(final int length, final Place to, final int slot) {
        return (lanes, shared, state, parameters, scratch, result, work) ->
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
            return (lanes, from, fromOffset, to, toOffset) -> {
                for (int row = 0; row < sparse.rows(); row++) {
                    final int target = toOffset + row * stride;
                    Arrays.fill(to, target, target + lanes, 0);
                    for (int element = sparse.start(row); element < sparse.start(row + 1); element++) {
                        final double weight = sparse.element(element);
                        addScaled(lanes, weight, from, fromOffset + sparse.column(element) * stride, to, target);
                    }
                }
            };
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

    private static void addScaled(
            final int lanes,
            final double weight,
            final double[] from,
            final int fromOffset,
            final double[] to,
            final int toOffset) {
        for (int lane = 0; lane < lanes; lane++) {
            to[toOffset + lane] += weight * from[fromOffset + lane];
        }
    }

    private static Transfer byRows(final LinearMap.Dense dense, final int stride) {
        return (lanes, from, fromOffset, to, toOffset) -> {
            for (int row = 0; row < dense.rows(); row++) {
                final int target = toOffset + row * stride;
                Arrays.fill(to, target, target + lanes, 0);
                for (int column = 0; column < dense.columns(); column++) {
                    addScaled(lanes, dense.element(row, column), from, fromOffset + column * stride, to, target);
                }
            }
        };
    }

    /** In blocks of one lane, column by column, so that the inner loop has no sum that waits for the one before. */
    private static Transfer byColumns(final LinearMap.Dense dense) {
        final double[] elements = new double[Math.multiplyExact(dense.rows(), dense.columns())];
        for (int column = 0; column < dense.columns(); column++) {
            for (int row = 0; row < dense.rows(); row++) {
                elements[column * dense.rows() + row] = dense.element(row, column);
            }
        }
        return (lanes, from, fromOffset, to, toOffset) -> {
            Arrays.fill(to, toOffset, toOffset + dense.rows(), 0);
            for (int column = 0; column < dense.columns(); column++) {
                addScaled(dense.rows(), from[fromOffset + column], elements, column * dense.rows(), to, toOffset);
            }
        };
    }
}
