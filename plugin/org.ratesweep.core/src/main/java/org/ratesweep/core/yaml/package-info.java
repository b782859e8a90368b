/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * A YAML text comes in, a tree of nodes goes out, in which every node knows its place in the text.
 *
 * <p>The tree is kept apart from what templates and sweep files mean by it, so that their readers can name file, line
 * and column of whatever they cannot use. Scalars are typed here by the core schema of YAML 1.2, because parsers of
 * YAML 1.1 read {@code 10e-3} as text and {@code on} as a truth value. A file may come from a stranger: size, depth and
 * the number of nodes that aliases multiply are bounded, and tags, which could name classes, are refused.
 */
package org.ratesweep.core.yaml;
