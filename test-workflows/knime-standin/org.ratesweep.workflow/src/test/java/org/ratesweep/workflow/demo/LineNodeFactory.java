/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.workflow.demo;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.util.FileUtil;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** A source of lines, whose slope is in a file of the workflow. */
public final class LineNodeFactory extends DefaultNodeFactory {
    /** Creates the factory. */
    public LineNodeFactory() {
        super(DefaultNode.create()
                .name("Line")
                .icon("line.png")
                .shortDescription("Gives lines.")
                .fullDescription("<p>Gives lines.</p>")
                .sinceVersion(5, 8, 0)
                .ports(ports -> ports.addOutputPort(
                        "Line", "A line.", PortTypeRegistry.getInstance().getPortType(LinePortObject.class)))
                .model(model -> model.parametersClass(Parameters.class)
                        .configure((in, out) -> {
                            final Parameters parameters = in.getParameters();
                            out.setOutSpecs(new LinePortObjectSpec(parameters.m_name));
                        })
                        .execute((in, out) -> {
                            final Parameters parameters = in.getParameters();
                            out.setOutData(new LinePortObject(
                                    new LinePortObjectSpec(parameters.m_name),
                                    slope(parameters),
                                    "\t<a> \"b\" & %%00009\n"));
                        })));
    }

    private static double slope(final Parameters parameters) throws KNIMEException {
        try {
            final Path file = FileUtil.resolveToPath(FileUtil.toURL(parameters.m_file));
            return Double.parseDouble(Files.readString(file).trim());
        } catch (final IOException | URISyntaxException problem) {
            throw new KNIMEException("Cannot read the slope: " + problem.getMessage(), problem);
        }
    }

    static final class Parameters implements NodeParameters {
        @Widget(title = "Name", description = "The name of the line.")
        String m_name = "y";

        @Widget(title = "File", description = "The file with the slope.")
        String m_file = "knime://knime.workflow/data/slope.txt";

        @Override
        public void validate() throws InvalidSettingsException {
            if (m_name.isBlank()) {
                throw new InvalidSettingsException("The line needs a name.");
            }
        }
    }
}
