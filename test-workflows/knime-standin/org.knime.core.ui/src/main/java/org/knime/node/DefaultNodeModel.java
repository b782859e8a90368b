/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node;

import java.util.Arrays;
import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;
import org.ratesweep.standin.parameters.ConnectedInput;
import org.ratesweep.standin.parameters.ParametersClass;
import org.ratesweep.standin.parameters.PersistedParameters;

/** Does what a node's description says, with the parameters that were set last. */
final class DefaultNodeModel extends NodeModel {
    private final DefaultModel model;
    private final PortsConfiguration ports;
    private Optional<NodeParameters> parameters = Optional.empty();

    DefaultNodeModel(final DefaultModel model, final PortsConfiguration ports) {
        super(ports.getInputPorts(), ports.getOutputPorts());
        this.model = model;
        this.ports = ports;
    }

    @Override
    protected void saveSettingsTo(final NodeSettingsWO settings) {
        model.parametersClass()
                .ifPresent(type ->
                        PersistedParameters.save(parameters.orElseGet(() -> ParametersClass.create(type)), settings));
    }

    @Override
    protected void validateSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        if (model.parametersClass().isPresent()) {
            PersistedParameters.load(model.parametersClass().get(), settings).validate();
        }
    }

    @Override
    protected void loadValidatedSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        if (model.parametersClass().isPresent()) {
            parameters =
                    Optional.of(PersistedParameters.load(model.parametersClass().get(), settings));
        }
    }

    @Override
    protected void reset() {}

    @Override
    protected PortObjectSpec[] configure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        if (parameters.isEmpty() && model.parametersClass().isPresent()) {
            final NodeParameters defaults = ParametersClass.create(
                    model.parametersClass().get(),
                    new ConnectedInput(ports.getInputPorts(), inSpecs, ports.getOutputPorts()));
            parameters = Optional.of(defaults);
            defaults.validate();
        }
        final PortObjectSpec[] outSpecs = new PortObjectSpec[ports.getOutputPorts().length];
        model.configuration().accept(new Configuring(inSpecs), new Configured(outSpecs));
        return outSpecs;
    }

    @Override
    protected PortObject[] execute(final PortObject[] inObjects, final ExecutionContext exec) throws Exception {
        final PortObject[] outObjects = new PortObject[ports.getOutputPorts().length];
        model.execution().accept(new Executing(inObjects, exec), new Executed(outObjects));
        return outObjects;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private <S extends NodeParameters> S currentParameters() {
        return (S) parameters.orElseThrow(() -> new IllegalStateException("The node has no parameters"));
    }

    private void warn(final String message) {
        setWarningMessage(message);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private final class Configuring implements DefaultModel.ConfigureInput {
        private final PortObjectSpec[] specs;

        Configuring(final PortObjectSpec[] specs) {
            this.specs = specs;
        }

        @Override
        public <S extends NodeParameters> S getParameters() {
            return currentParameters();
        }

        @Override
        public PortObjectSpec[] getInPortSpecs() {
            return specs;
        }

        @Override
        public <S extends PortObjectSpec> S getInPortSpec(final int index) {
            return (S) specs[index];
        }

        @Override
        public DataTableSpec[] getInTableSpecs() {
            return Arrays.stream(specs).map(DataTableSpec.class::cast).toArray(DataTableSpec[]::new);
        }

        @Override
        public DataTableSpec getInTableSpec(final int index) {
            return (DataTableSpec) specs[index];
        }

        @Override
        public PortType[] getOutPortTypes() {
            return ports.getOutputPorts();
        }
    }

    private final class Configured implements DefaultModel.ConfigureOutput {
        private final PortObjectSpec[] specs;

        Configured(final PortObjectSpec[] specs) {
            this.specs = specs;
        }

        @Override
        public <S extends PortObjectSpec> void setOutSpec(final int index, final S spec) {
            specs[index] = spec;
        }

        @Override
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final <S extends PortObjectSpec> void setOutSpecs(final S... outSpecs) {
            System.arraycopy(outSpecs, 0, specs, 0, outSpecs.length);
        }

        @Override
        public void setWarningMessage(final String message) {
            warn(message);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private final class Executing implements DefaultModel.ExecuteInput {
        private final PortObject[] objects;
        private final ExecutionContext exec;

        Executing(final PortObject[] objects, final ExecutionContext exec) {
            this.objects = objects;
            this.exec = exec;
        }

        @Override
        public <S extends NodeParameters> S getParameters() {
            return currentParameters();
        }

        @Override
        public ExecutionContext getExecutionContext() {
            return exec;
        }

        @Override
        public PortObject[] getInPortObjects() {
            return objects;
        }

        @Override
        public <D extends PortObject> D getInPortObject(final int index) {
            return (D) objects[index];
        }

        @Override
        public BufferedDataTable[] getInTables() {
            return Arrays.stream(objects).map(BufferedDataTable.class::cast).toArray(BufferedDataTable[]::new);
        }

        @Override
        public BufferedDataTable getInTable(final int index) {
            return (BufferedDataTable) objects[index];
        }

        @Override
        public PortType[] getOutPortTypes() {
            return ports.getOutputPorts();
        }
    }

    private final class Executed implements DefaultModel.ExecuteOutput {
        private final PortObject[] objects;

        Executed(final PortObject[] objects) {
            this.objects = objects;
        }

        @Override
        public <D extends PortObject> void setOutData(final int index, final D data) {
            objects[index] = data;
        }

        @Override
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final <D extends PortObject> void setOutData(final D... data) {
            System.arraycopy(data, 0, objects, 0, data.length);
        }

        @Override
        @SafeVarargs
        public final <D extends PortObject> void setInternalData(final D... data) {
            // The stand-in has no views.
        }

        @Override
        public void setWarningMessage(final String message) {
            warn(message);
        }
    }
}
