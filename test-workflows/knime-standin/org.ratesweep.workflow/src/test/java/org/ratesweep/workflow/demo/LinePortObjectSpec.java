/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.workflow.demo;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** The names of lines. */
public final class LinePortObjectSpec extends AbstractSimplePortObjectSpec {
    private String[] names = {};

    /** Creates a spec to be loaded. */
    public LinePortObjectSpec() {}

    LinePortObjectSpec(final String... names) {
        this.names = names;
    }

    String[] names() {
        return names.clone();
    }

    @Override
    protected void save(final ModelContentWO model) {
        model.addStringArray("names", names);
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        names = model.getStringArray("names");
    }

    /** Writes and reads specs. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<LinePortObjectSpec> {}
}
