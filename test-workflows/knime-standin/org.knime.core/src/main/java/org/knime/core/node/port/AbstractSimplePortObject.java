/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node.port;

import java.io.IOException;
import javax.swing.JComponent;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** A port object that is written as settings. It must have a public constructor without arguments. */
public abstract class AbstractSimplePortObject implements PortObject {
    /** Creates an object. */
    public AbstractSimplePortObject() {}

    /** Writes the object. */
    protected abstract void save(ModelContentWO model, ExecutionMonitor monitor) throws CanceledExecutionException;

    /** Reads into a new object. */
    protected abstract void load(ModelContentRO model, PortObjectSpec spec, ExecutionMonitor monitor)
            throws InvalidSettingsException, CanceledExecutionException;

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    public boolean equals(final Object other) {
        return this == other
                || other instanceof AbstractSimplePortObject object && written().equals(object.written());
    }

    @Override
    public int hashCode() {
        return written().hashCode();
    }

    private SimpleContent written() {
        try {
            return SimpleContent.of(this, content -> save(content, new ExecutionMonitor()));
        } catch (final CanceledExecutionException nobodyCancels) {
            throw new IllegalStateException(nobodyCancels);
        }
    }

    /**
     * Writes and reads objects of one class.
     *
     * @param <T> the class
     */
    public abstract static class AbstractSimplePortObjectSerializer<T extends AbstractSimplePortObject>
            extends PortObjectSerializer<T> {
        /** Creates a serializer. */
        public AbstractSimplePortObjectSerializer() {}

        @Override
        public void savePortObject(final T object, final PortObjectZipOutputStream out, final ExecutionMonitor monitor)
                throws IOException, CanceledExecutionException {
            SimpleContent.of(object, content -> object.save(content, monitor)).writeTo(out);
        }

        @Override
        public T loadPortObject(
                final PortObjectZipInputStream in, final PortObjectSpec spec, final ExecutionMonitor monitor)
                throws IOException, CanceledExecutionException {
            return SimpleContent.from(in)
                    .read(
                            AbstractSimplePortObject.class,
                            (final T blank, final ModelContentRO content) -> blank.load(content, spec, monitor));
        }
    }
}
