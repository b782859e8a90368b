/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * From a model to code that computes many parameter sets at a time.
 *
 * <p>In comes a flattened model and how it is to be used (what varies between sets, what is wanted); out goes a {@link
 * org.ratesweep.core.compile.CompiledModel}, whose {@link org.ratesweep.core.compile.Block}s solvers work on. Between them lies
 * one intermediate form, a graph of values, and passes over it, each a class of its own:
 *
 * <ol>
 *   <li>{@code Lowering} writes expressions over names as values of a {@code ValueGraph}, which computes nothing twice and knows
 *       for each value how often it changes ({@code Variance}) and how many units it has.
 *   <li>{@code Hoisting} takes out of the loops what stays the same in them: for a set, or for all sets at an instant.
 *   <li>{@code LoopPartition} cuts what is left into steps: short loops over the lanes, calls of one function over neighbouring
 *       slots, and what goes across units.
 *   <li>{@code ScratchSlots} gives intermediate values few slots instead of one each.
 *   <li>{@code RoutineAssembler} writes the steps as a class, which {@code RoutineLoader} loads, {@code AcrossUnits} those that
 *       bytecode is not needed for. {@code LazyRoutine} puts planning and writing off until a routine is first needed;
 *       {@code GeneratedCode} keeps what was written for later runs, which then need not wait for HotSpot.
 * </ol>
 *
 * <p>Each pass says with an example what it does. {@code Listing} prints the result of all of them. A new function needs nothing
 * here; a new kind of operation needs a case in {@code Operation} and where it is cut and written.
 *
 * <p>Why bytecode and not an interpreter: HotSpot makes vector instructions of short loops over arrays with literal offsets, and
 * of nothing else. Why one lane a set: all arithmetic is element-wise, so a set's result depends neither on its lane nor on
 * the others.
 */
package org.ratesweep.core.compile;
