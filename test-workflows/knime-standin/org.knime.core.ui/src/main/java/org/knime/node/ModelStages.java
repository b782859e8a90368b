/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node;

import java.util.Optional;
import org.knime.node.parameters.NodeParameters;

/**
 * The stages in which a model is described.
 *
 * @param parametersClass the parameters, if the node has any
 */
record ModelStages(Optional<Class<? extends NodeParameters>> parametersClass)
        implements DefaultModel.RequireConfigureOrRearrangeColumns {
    @Override
    public DefaultModel.RequireExecute configure(
            final DefaultModel.ConfigureOrRearrangerConsumer<DefaultModel.ConfigureInput, DefaultModel.ConfigureOutput>
                    configuration) {
        return execution -> new DescribedModel(parametersClass, configuration, execution);
    }
}
