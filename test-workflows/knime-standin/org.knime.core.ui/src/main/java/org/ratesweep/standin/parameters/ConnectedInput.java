/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.standin.parameters;

import java.util.Arrays;
import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParametersInput;

/** What is connected to a node, of which nothing has run. */
public final class ConnectedInput implements NodeParametersInput {
    private final PortType[] inTypes;
    private final PortObjectSpec[] specs;
    private final PortType[] outTypes;

    /** Creates an input; a spec that is not known is null, as with KNIME. */
    public ConnectedInput(final PortType[] inTypes, final PortObjectSpec[] specs, final PortType[] outTypes) {
        this.inTypes = inTypes.clone();
        this.specs = specs.clone();
        this.outTypes = outTypes.clone();
    }

    @Override
    public PortType[] getInPortTypes() {
        return inTypes.clone();
    }

    @Override
    public PortObjectSpec[] getInPortSpecs() {
        return specs.clone();
    }

    @Override
    public Optional<PortObjectSpec> getInPortSpec(final int index) {
        return index < specs.length ? Optional.ofNullable(specs[index]) : Optional.empty();
    }

    @Override
    public DataTableSpec[] getInTableSpecs() {
        return Arrays.stream(specs)
                .map(spec -> spec instanceof DataTableSpec table ? table : null)
                .toArray(DataTableSpec[]::new);
    }

    @Override
    public Optional<DataTableSpec> getInTableSpec(final int index) {
        return getInPortSpec(index).filter(DataTableSpec.class::isInstance).map(DataTableSpec.class::cast);
    }

    @Override
    public Optional<PortObject> getInPortObject(final int index) {
        return Optional.empty();
    }

    @Override
    public PortType[] getOutPortTypes() {
        return outTypes.clone();
    }
}
