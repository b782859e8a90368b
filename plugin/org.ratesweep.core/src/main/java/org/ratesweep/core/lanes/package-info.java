/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Elementary functions of many numbers at once. In comes a range of an array, each number of it a lane; the function
 * values take its place.
 *
 * <p>Each function is a class with two forms: of one number, and of a range in place. The two do the same arithmetic
 * lane by lane and agree to the last bit, for any length and position of a range, interpreted or compiled, on any
 * processor. So they use only operations that IEEE 754 rounds exactly, and no fused multiply-add, which is slow where
 * the processor lacks it. Of NaN, only that it is NaN is promised.
 *
 * <p>How a range is worked through: in chunks of at most 640 lanes, so that all stays in the first caches; by exp, which
 * works in a single column, as a whole. A chunk passes through several short loops. These are slower for less than 16 lanes
 * than one number after the other, which callers are to do then: both ways in a function would make its code too large for
 * HotSpot to put it into theirs. Each counts the indices of the range itself and finds what it needs in the array of the
 * numbers and in the columns of a working space, at fixed distances from there, because that is what HotSpot turns into
 * vector instructions (a loop of more than some forty operations, or one whose offsets vary, it does not; nor one with helper
 * methods in it, which is why loops repeat the formula of the single number). Operations on the bits of a double stay
 * scalar and have loops of their own. None of the loops branches: a lane outside the common domain of a function (huge,
 * subnormal, NaN) gets nonsense, is noticed in the loop over the bits, and is computed again as a single number.
 *
 * <p>The polynomials are minimax fits, found by the exchange algorithm of E. Ya. Remez (1934) in arithmetic of 50 digits
 * and rounded to doubles; the errors stated are those of the rounded coefficients. They are evaluated by the scheme of G.
 * Estrin (1960), Organization of computer systems: the fixed plus variable structure computer, Proc. Western Joint
 * Computer Conference, 33-40. Reductions of the argument subtract a multiple of a constant kept in two or three parts
 * (W. J. Cody and W. Waite, 1980, Software Manual for the Elementary Functions).
 *
 * <p>Each generated class loads classes of its own from this package. So nothing here has state, and none of its types may
 * stand in what generated code takes or returns.
 */
package org.ratesweep.core.lanes;
