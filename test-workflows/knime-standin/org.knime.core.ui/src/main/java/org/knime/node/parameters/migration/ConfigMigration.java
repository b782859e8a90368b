/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/**
 * One way to read a setting from what older versions wrote.
 *
 * @param <T> its type
 */
public final class ConfigMigration<T> {
    private final ParametersLoader<T> loader;
    private final Predicate<NodeSettingsRO> matcher;

    private ConfigMigration(final ParametersLoader<T> loader, final Predicate<NodeSettingsRO> matcher) {
        this.loader = loader;
        this.matcher = matcher;
    }

    /** Begins a way. */
    public static <T> Builder<T> builder(final ParametersLoader<T> loader) {
        return new Builder<>(loader);
    }

    /** Returns what reads it. */
    public ParametersLoader<T> getLoader() {
        return loader;
    }

    /** Returns what tells whether this way fits. */
    public Predicate<NodeSettingsRO> getMatcher() {
        return matcher;
    }

    /**
     * Describes a way.
     *
     * @param <T> the type of the setting
     */
    public static final class Builder<T> {
        private final ParametersLoader<T> loader;
        private final List<List<String>> paths = new ArrayList<>();
        private Optional<Predicate<NodeSettingsRO>> matcher = Optional.empty();

        /** Begins a way. */
        public Builder(final ParametersLoader<T> loader) {
            this.loader = loader;
        }

        /** Names a key that only older versions wrote; this way fits if all of them are there. */
        public Builder<T> withDeprecatedConfigPath(final String... keys) {
            paths.add(List.of(keys));
            return this;
        }

        /** Says when this way fits. */
        public Builder<T> withMatcher(final Predicate<NodeSettingsRO> fits) {
            matcher = Optional.of(fits);
            return this;
        }

        /** Returns the way. */
        public ConfigMigration<T> build() {
            if (matcher.isEmpty() && paths.isEmpty()) {
                throw new UnsupportedOperationException(
                        "the stand-in needs a matcher or a deprecated path; KNIME would look for absent settings");
            }
            return new ConfigMigration<>(
                    loader,
                    matcher.orElseGet(() -> paths.stream()
                            .<Predicate<NodeSettingsRO>>map(path -> settings -> leadsSomewhere(path, settings))
                            .reduce(Predicate::and)
                            .orElseThrow()));
        }

        private static boolean leadsSomewhere(final List<String> path, final NodeSettingsRO settings) {
            if (path.size() == 1 || !settings.containsKey(path.get(0))) {
                return settings.containsKey(path.get(0));
            }
            try {
                return leadsSomewhere(path.subList(1, path.size()), settings.getNodeSettings(path.get(0)));
            } catch (final InvalidSettingsException noConfig) {
                return false;
            }
        }
    }
}
