/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node.port;

import java.io.IOException;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.ratesweep.standin.Plugins;

/** A spec that is written as settings. It must have a public constructor without arguments. */
public abstract class AbstractSimplePortObjectSpec implements PortObjectSpec {
    /** Creates a spec. */
    public AbstractSimplePortObjectSpec() {}

    /** Writes the spec. */
    protected abstract void save(ModelContentWO model);

    /** Reads the spec into a new object. */
    protected abstract void load(ModelContentRO model) throws InvalidSettingsException;

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
                        && content().equals(((AbstractSimplePortObjectSpec) other).content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    private ModelContent content() {
        final ModelContent content = new ModelContent("ignored");
        save(content);
        return content;
    }

    /**
     * Writes and reads specs of one class.
     *
     * @param <T> the class
     */
    public abstract static class AbstractSimplePortObjectSpecSerializer<T extends AbstractSimplePortObjectSpec>
            extends PortObjectSpecSerializer<T> {
        /** Creates a serializer. */
        public AbstractSimplePortObjectSpecSerializer() {}

        @Override
        public void savePortObjectSpec(final T spec, final PortObjectSpecZipOutputStream out) throws IOException {
            final ModelContent content = new ModelContent("model.xml");
            content.addInt("version", 1);
            content.addString("class_name", spec.getClass().getName());
            spec.save(content.addModelContent("model"));
            out.putNextEntry(new ZipEntry("content.xml"));
            content.saveToXML(out);
        }

        @Override
        @SuppressWarnings("unchecked")
        public T loadPortObjectSpec(final PortObjectSpecZipInputStream in) throws IOException {
            in.getNextEntry();
            final ModelContentRO content = ModelContent.loadFromXML(in);
            try {
                final String className = content.getString("class_name");
                final T spec = (T) Plugins.create(className, AbstractSimplePortObjectSpec.class);
                spec.load(content.getModelContent("model"));
                return spec;
            } catch (final InvalidSettingsException problem) {
                throw new IOException("the spec cannot be read", problem);
            }
        }
    }
}
