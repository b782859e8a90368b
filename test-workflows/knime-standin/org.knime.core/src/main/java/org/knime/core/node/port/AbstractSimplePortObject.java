/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node.port;

import java.io.IOException;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.ratesweep.standin.Plugins;

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
    @SuppressWarnings("EqualsGetClass")
    public boolean equals(final Object other) {
        return this == other
                || other != null
                        && getClass() == other.getClass()
                        && content().equals(((AbstractSimplePortObject) other).content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    private ModelContent content() {
        final ModelContent content = new ModelContent("ignored");
        try {
            save(content, new ExecutionMonitor());
        } catch (final CanceledExecutionException nobodyCancels) {
            throw new IllegalStateException(nobodyCancels);
        }
        return content;
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
            final ModelContent content = new ModelContent("model.xml");
            content.addInt("version", 1);
            content.addString("class_name", object.getClass().getName());
            object.save(content.addModelContent("model"), monitor);
            out.putNextEntry(new ZipEntry("content.xml"));
            content.saveToXML(out);
        }

        @Override
        @SuppressWarnings("unchecked")
        public T loadPortObject(
                final PortObjectZipInputStream in, final PortObjectSpec spec, final ExecutionMonitor monitor)
                throws IOException, CanceledExecutionException {
            in.getNextEntry();
            final ModelContentRO content = ModelContent.loadFromXML(in);
            try {
                final String className = content.getString("class_name");
                final T object = (T) Plugins.create(className, AbstractSimplePortObject.class);
                object.load(content.getModelContent("model"), spec, monitor);
                return object;
            } catch (final InvalidSettingsException problem) {
                throw new IOException("the port object cannot be read", problem);
            }
        }
    }
}
