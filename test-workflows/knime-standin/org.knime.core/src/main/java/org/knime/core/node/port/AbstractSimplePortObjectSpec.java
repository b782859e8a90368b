/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node.port;

import java.io.IOException;
import javax.swing.JComponent;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

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
    public boolean equals(final Object other) {
        return this == other
                || other instanceof AbstractSimplePortObjectSpec spec
                        && written().equals(spec.written());
    }

    @Override
    public int hashCode() {
        return written().hashCode();
    }

    private SimpleContent written() {
        return SimpleContent.of(this, this::save);
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
            SimpleContent.of(spec, spec::save).writeTo(out);
        }

        @Override
        public T loadPortObjectSpec(final PortObjectSpecZipInputStream in) throws IOException {
            return SimpleContent.from(in)
                    .read(
                            AbstractSimplePortObjectSpec.class,
                            (final T blank, final ModelContentRO content) -> blank.load(content));
        }
    }
}
