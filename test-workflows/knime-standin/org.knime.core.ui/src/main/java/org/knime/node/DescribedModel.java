/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node;

import java.util.Optional;
import org.knime.node.parameters.NodeParameters;

/** A model that is described in full. */
final class DescribedModel extends DefaultModel {
    private final Optional<Class<? extends NodeParameters>> parametersClass;
    private final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configuration;
    private final ExecuteConsumer execution;

    DescribedModel(
            final Optional<Class<? extends NodeParameters>> parametersClass,
            final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configuration,
            final ExecuteConsumer execution) {
        this.parametersClass = parametersClass;
        this.configuration = configuration;
        this.execution = execution;
    }

    @Override
    Optional<Class<? extends NodeParameters>> parametersClass() {
        return parametersClass;
    }

    @Override
    ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configuration() {
        return configuration;
    }

    @Override
    ExecuteConsumer execution() {
        return execution;
    }
}
