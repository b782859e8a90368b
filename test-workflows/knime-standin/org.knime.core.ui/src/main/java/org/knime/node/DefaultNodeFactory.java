/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node;

import java.io.IOException;
import java.util.Optional;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeModel;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.xml.sax.SAXException;

/** Makes the nodes that are described in code. */
public abstract class DefaultNodeFactory extends ConfigurableNodeFactory<NodeModel> {
    private final DefaultNode node;

    /** Creates a factory. */
    @SuppressWarnings("this-escape")
    protected DefaultNodeFactory(final DefaultNode node) {
        this.node = node;
        super.init();
    }

    @Override
    protected final NodeDescription createNodeDescription() throws SAXException, IOException {
        return DescribedNode.of(node);
    }

    @Override
    protected final Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
        final PortsConfigurationBuilder builder = new PortsConfigurationBuilder();
        node.declaredPorts().forEach(port -> port.addTo(builder));
        return Optional.of(builder);
    }

    @Override
    protected final NodeModel createNodeModel(final NodeCreationConfiguration creationConfig) {
        return new DefaultNodeModel(node.model(), creationConfig.getPortConfig().orElseThrow());
    }

    /** Tells whether there is a dialog: whether there are parameters. */
    public boolean hasNodeDialog() {
        return node.model().parametersClass().isPresent();
    }
}
