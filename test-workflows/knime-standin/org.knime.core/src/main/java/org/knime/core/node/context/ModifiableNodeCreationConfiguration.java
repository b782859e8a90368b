/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node.context;

import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ports.ModifiablePortsConfiguration;

/** What the user chooses when a node is put into a workflow. */
public final class ModifiableNodeCreationConfiguration extends NodeCreationConfiguration
        implements DeepCopy<ModifiableNodeCreationConfiguration>, NodeSettingsPersistable {
    private static final String KEY = "node_creation_config";

    /** Creates a choice of ports. */
    public ModifiableNodeCreationConfiguration(final ModifiablePortsConfiguration ports) {
        super(ports);
    }

    @Override
    public Optional<ModifiablePortsConfiguration> getPortConfig() {
        return getModifiablePortConfig();
    }

    @Override
    public ModifiableNodeCreationConfiguration copy() {
        return new ModifiableNodeCreationConfiguration(
                getPortConfig().orElseThrow().copy());
    }

    @Override
    public void saveSettingsTo(final NodeSettingsWO settings) {
        final NodeSettingsWO config = settings.addNodeSettings(KEY);
        getPortConfig().orElseThrow().saveSettingsTo(config);
    }

    @Override
    public void loadSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        if (settings.containsKey(KEY)) {
            getPortConfig().orElseThrow().loadSettingsFrom(settings.getNodeSettings(KEY));
        }
    }
}
