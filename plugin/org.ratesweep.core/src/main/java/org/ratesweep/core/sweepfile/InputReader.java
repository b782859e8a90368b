/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweepfile;

import java.util.List;
import org.ratesweep.core.sweep.InputSignal;
import org.ratesweep.core.yaml.YamlMapping;
import org.ratesweep.core.yaml.YamlNode;
import org.ratesweep.core.yaml.YamlScalar;

/** Reads extrinsic signals: the path of a CSV file, a number, or uniform random numbers. */
final class InputReader {
    private static final String UNIFORM = "uniform";
    private static final String SEED = "seed";
    /** Whole numbers up to here are exact as doubles, in this program and in others that read the record of a run. */
    private static final double LARGEST_SEED = 0x1p53;

    private final DataFolders data;

    InputReader(final DataFolders data) {
        this.data = data;
    }

    InputSignal read(final YamlNode node, final String subject) {
        if (node instanceof YamlMapping mapping) {
            return uniform(mapping, subject);
        }
        if (node instanceof YamlScalar scalar) {
            switch (scalar.type()) {
                case TEXT -> {
                    return Places.at(
                            node.location(),
                            () -> new InputSignal.Samples(
                                    NumberTable.read(data.find(scalar.text())).columns()));
                }
                case INTEGER, FLOAT -> {
                    return new InputSignal.Constant(node.asNumber(subject));
                }
                case NULL, BOOLEAN -> {
                    // Neither is a signal; said below.
                }
            }
        }
        throw node.mismatch(subject, "the path of a CSV file, a number, or {uniform: [low, high], seed: n}");
    }

    private static InputSignal uniform(final YamlMapping mapping, final String subject) {
        mapping.refuseKeysBeyond(List.of(UNIFORM, SEED), subject);
        final YamlNode bounds = mapping.require(UNIFORM, subject);
        final List<YamlNode> both = bounds.asSequence("'" + UNIFORM + "'").elements();
        if (both.size() != 2) {
            throw bounds.mismatch("'" + UNIFORM + "'", "a list of two numbers: the lower and the upper bound");
        }
        return new InputSignal.Uniform(
                both.get(0).asNumber("the lower bound of '" + UNIFORM + "'"),
                both.get(1).asNumber("the upper bound of '" + UNIFORM + "'"),
                mapping.get(SEED).map(seed -> seed(seed, "'" + SEED + "'")).orElseGet(InputSignal.Uniform::drawSeed));
    }

    static long seed(final YamlNode node, final String subject) {
        final double seed = node.asNumber(subject);
        if (seed != Math.rint(seed) || Math.abs(seed) > LARGEST_SEED) {
            throw node.mismatch(subject, "a whole number of at most 2^53");
        }
        return (long) seed;
    }
}
