/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data.container;

/** What a container checks and notes while rows are added. */
public final class DataContainerSettings {
    private final boolean initializedDomain;
    private final boolean checkDuplicateRowKeys;
    private final boolean domainUpdate;

    private DataContainerSettings(
            final boolean initializedDomain, final boolean checkDuplicateRowKeys, final boolean domainUpdate) {
        this.initializedDomain = initializedDomain;
        this.checkDuplicateRowKeys = checkDuplicateRowKeys;
        this.domainUpdate = domainUpdate;
    }

    /** Changes settings, one at a time. */
    public interface Builder {
        /** Sets whether the domain begins as the spec says. */
        Builder withInitializedDomain(boolean initialize);

        /** Sets whether two rows of the same key are refused. */
        Builder withCheckDuplicateRowKeys(boolean check);

        /** Sets whether the domain follows the rows. */
        Builder withDomainUpdate(boolean update);

        /** Returns the settings. */
        DataContainerSettings build();
    }

    /** Returns what holds for all containers that say nothing else. */
    public static DataContainerSettings getDefault() {
        return new DataContainerSettings(false, true, true);
    }

    /** Begins with the default. */
    public static Builder builder() {
        return new Changes(getDefault());
    }

    /** Tells whether the domain begins as the spec says. */
    public boolean isInitializeDomain() {
        return initializedDomain;
    }

    /** Tells whether two rows of the same key are refused. */
    public boolean isCheckDuplicateRowKeys() {
        return checkDuplicateRowKeys;
    }

    /** Tells whether the domain follows the rows. */
    public boolean isEnableDomainUpdate() {
        return domainUpdate;
    }

    private record Changes(DataContainerSettings settings) implements Builder {
        @Override
        public Builder withInitializedDomain(final boolean initialize) {
            return new Changes(
                    new DataContainerSettings(initialize, settings.checkDuplicateRowKeys, settings.domainUpdate));
        }

        @Override
        public Builder withCheckDuplicateRowKeys(final boolean check) {
            return new Changes(new DataContainerSettings(settings.initializedDomain, check, settings.domainUpdate));
        }

        @Override
        public Builder withDomainUpdate(final boolean update) {
            return new Changes(
                    new DataContainerSettings(settings.initializedDomain, settings.checkDuplicateRowKeys, update));
        }

        @Override
        public DataContainerSettings build() {
            return settings;
        }
    }
}
