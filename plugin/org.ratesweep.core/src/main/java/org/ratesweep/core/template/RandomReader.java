/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.List;
import java.util.Optional;
import org.ratesweep.core.random.Distribution;
import org.ratesweep.core.yaml.YamlMapping;
import org.ratesweep.core.yaml.YamlNode;

/** Reads distributions of random numbers, such as {@code {normal: [0.0, 1.0], seed: 1}}, and seeds. */
final class RandomReader {
    /** The kinds of distributions. */
    static final List<String> KINDS = List.of("uniform", "normal", "lorentz");

    static final String SEED = "seed";
    /** Whole numbers up to here are exact as doubles. */
    private static final double LARGEST_SEED = 0x1p53;

    private RandomReader() {}

    /** Reads the distribution that a mapping names, if it names one. */
    static Optional<Distribution> distribution(final YamlMapping mapping) {
        final List<String> named =
                KINDS.stream().filter(kind -> mapping.get(kind).isPresent()).toList();
        if (named.size() > 1) {
            throw mapping.mismatch("a distribution", "one of " + String.join(", ", KINDS));
        }
        return named.stream()
                .findFirst()
                .map(kind -> distribution(kind, mapping.get(kind).orElseThrow()));
    }

    private static Distribution distribution(final String kind, final YamlNode node) {
        final String subject = "'" + kind + "'";
        final List<YamlNode> both = node.asSequence(subject).elements();
        final String meaning = switch (kind) {
            case "uniform" -> "the lower and the upper bound";
            case "normal" -> "the mean and the standard deviation, which is not negative";
            default -> "the center and the half width, which is not negative";
        };
        if (both.size() != 2) {
            throw node.mismatch(subject, "a list of two numbers: " + meaning);
        }
        final double first = both.get(0).asNumber("the first number of " + subject);
        final double second = both.get(1).asNumber("the second number of " + subject);
        if (second < (kind.equals("uniform") ? first : 0)) {
            throw node.mismatch(subject, "a list of two numbers in order: " + meaning);
        }
        return switch (kind) {
            case "uniform" -> new Distribution.Uniform(first, second);
            case "normal" -> new Distribution.Normal(first, second);
            default -> new Distribution.Lorentz(first, second);
        };
    }

    /** Reads the seed of a mapping, without which its numbers would be others every time. */
    static long seed(final YamlMapping mapping, final String subject) {
        final YamlNode node = mapping.require(SEED, subject);
        final double seed = node.asNumber("'" + SEED + "'");
        if (seed != Math.rint(seed) || Math.abs(seed) > LARGEST_SEED) {
            throw node.mismatch("'" + SEED + "'", "a whole number of at most 2^53");
        }
        return (long) seed;
    }
}
