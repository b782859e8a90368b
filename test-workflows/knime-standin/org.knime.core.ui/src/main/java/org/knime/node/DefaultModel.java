/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node;

import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** What a node does. */
public abstract class DefaultModel implements FluentNodeAPI {
    DefaultModel() {}

    abstract Optional<Class<? extends NodeParameters>> parametersClass();

    abstract ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configuration();

    abstract ExecuteConsumer execution();

    /** The stage in which a model is given its parameters. */
    public interface RequireModelParameters {
        /** Names the class of the parameters. */
        RequireConfigureOrRearrangeColumns parametersClass(Class<? extends NodeParameters> parametersClass);

        /** Says that there are none. */
        default RequireConfigureOrRearrangeColumns withoutParameters() {
            return new ModelStages(Optional.empty());
        }
    }

    /** The stage that says what is known before a node runs. */
    public interface RequireConfigureOrRearrangeColumns {
        /** Sets what is done when something is connected or set. */
        RequireExecute configure(ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configuration);
    }

    /** The stage that says what is done when a node runs. */
    public interface RequireExecute {
        /** Sets what is done when the node runs. */
        DefaultModel execute(ExecuteConsumer execution);
    }

    /**
     * What is done when something is connected or set.
     *
     * @param <I> what is known
     * @param <O> takes what follows
     */
    @FunctionalInterface
    public interface ConfigureOrRearrangerConsumer<I, O> {
        /** Does it. */
        void accept(I input, O output) throws InvalidSettingsException;
    }

    /** What is done when a node runs. */
    @FunctionalInterface
    public interface ExecuteConsumer {
        /** Does it. */
        void accept(ExecuteInput input, ExecuteOutput output) throws CanceledExecutionException, KNIMEException;
    }

    /** What is known before a node runs. */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public interface ConfigureInput {
        /** Returns the parameters. */
        <S extends NodeParameters> S getParameters();

        /** Returns what is known of the inputs. */
        PortObjectSpec[] getInPortSpecs();

        /** Returns what is known of an input. */
        <S extends PortObjectSpec> S getInPortSpec(int index);

        /** Returns the columns of the inputs, which must all be tables. */
        DataTableSpec[] getInTableSpecs();

        /** Returns the columns of an input. */
        DataTableSpec getInTableSpec(int index);

        /** Returns the types of the output ports. */
        PortType[] getOutPortTypes();
    }

    /** Takes what is known of the outputs. */
    public interface ConfigureOutput {
        /** Takes what is known of an output. */
        <S extends PortObjectSpec> void setOutSpec(int index, S spec);

        /** Takes what is known of all outputs. */
        @SuppressWarnings("unchecked")
        <S extends PortObjectSpec> void setOutSpecs(S... specs);

        /** Tells the user of something. */
        void setWarningMessage(String message);
    }

    /** What a node works on. */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public interface ExecuteInput {
        /** Returns the parameters. */
        <S extends NodeParameters> S getParameters();

        /** Returns what makes tables and takes progress. */
        ExecutionContext getExecutionContext();

        /** Returns the inputs. */
        PortObject[] getInPortObjects();

        /** Returns an input. */
        <D extends PortObject> D getInPortObject(int index);

        /** Returns the inputs, which must all be tables. */
        BufferedDataTable[] getInTables();

        /** Returns a table. */
        BufferedDataTable getInTable(int index);

        /** Returns the types of the output ports. */
        PortType[] getOutPortTypes();
    }

    /** Takes what a node makes. */
    public interface ExecuteOutput {
        /** Takes an output. */
        <D extends PortObject> void setOutData(int index, D data);

        /** Takes all outputs. */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setOutData(D... data);

        /** Keeps what the node's view shows. */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setInternalData(D... data);

        /** Tells the user of something. */
        void setWarningMessage(String message);
    }
}
