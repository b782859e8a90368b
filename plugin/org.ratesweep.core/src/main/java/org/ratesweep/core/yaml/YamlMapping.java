/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.yaml;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;
import org.ratesweep.core.error.SourceLocation;

/**
 * Keys with their values.
 *
 * @param entries the entries by their keys, in the order written; merged mappings ({@code <<}) are already part of it
 * @param location where the mapping begins
 */
public record YamlMapping(Map<String, YamlEntry> entries, SourceLocation location) implements YamlNode {
    private static final int MOST_KEYS_IN_WORDS = 5;

    public YamlMapping {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** Returns the entries in the order written. */
    public Collection<YamlEntry> inOrder() {
        return entries.values();
    }

    /** Returns the value of a key, if the key is there. */
    public Optional<YamlNode> get(final String key) {
        return Optional.ofNullable(entries.get(key)).map(YamlEntry::value);
    }

    /** Returns the value of a key, unless the key is missing or its value null. */
    public Optional<YamlNode> given(final String key) {
        return get(key).filter(value -> !value.isNull());
    }

    /**
     * Returns the value of a key that must be there and not be null.
     *
     * @param key the key
     * @param owner what the mapping is, with its article, for instance {@code "an edge"}
     * @return the value
     * @throws InputException if the key is missing or has no value
     */
    public YamlNode require(final String key, final String owner) {
        return given(key)
                .orElseThrow(
                        () -> InputException.at(location, owner + " needs the key '" + key + "', which is missing"));
    }

    /**
     * Refuses keys that nobody will read.
     *
     * @param known the keys that have a meaning here
     * @param owner what the mapping is, with its article, for instance {@code "an edge"}
     * @throws InputException at the first key that is not among the known ones, with the nearest ones that are
     */
    public void refuseKeysBeyond(final Collection<String> known, final String owner) {
        for (final YamlEntry entry : inOrder()) {
            if (!known.contains(entry.key())) {
                throw InputException.at(
                        entry.location(),
                        owner + " has no key '" + entry.key() + "'" + NearMatches.suggest(entry.key(), known));
            }
        }
    }

    @Override
    public YamlMapping asMapping(final String subject) {
        return this;
    }

    @Override
    public String words() {
        final List<String> first =
                entries.keySet().stream().limit(MOST_KEYS_IN_WORDS).toList();
        return entries.isEmpty()
                ? "an empty mapping"
                : first.stream().collect(Collectors.joining(": …, ", "the mapping {", ": …"))
                        + (entries.size() > first.size() ? ", …}" : "}");
    }
}
