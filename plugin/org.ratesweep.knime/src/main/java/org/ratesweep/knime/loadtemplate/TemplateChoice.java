/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.loadtemplate;

import org.ratesweep.core.error.InputException;
import org.ratesweep.core.template.TemplateLibrary;
import org.ratesweep.knime.port.ModelPortObject;

/**
 * The template that the settings ask for.
 *
 * @param library where its reference is looked up
 * @param reference what the library understands as its name
 */
record TemplateChoice(TemplateLibrary library, String reference) {

    /**
     * Finds out what is asked for.
     *
     * @param parameters the settings
     * @return the choice
     * @throws InputException if nothing is chosen or the file is not there
     */
    static TemplateChoice of(final LoadTemplateParameters parameters) {
        if (parameters.m_source == LoadTemplateParameters.Source.FILE) {
            final TemplateFileLocation file = TemplateFileLocation.of(parameters.m_file);
            return new TemplateChoice(file.library(), file.reference(parameters.m_templateInFile));
        }
        if (parameters.m_template.isBlank()) {
            throw new InputException("no template of the library is chosen");
        }
        return new TemplateChoice(TemplateLibrary.builtIn(), parameters.m_template.strip());
    }

    /**
     * Loads the template.
     *
     * @return the model
     * @throws InputException if the template is not found or faulty, or its equations cannot be run
     */
    ModelPortObject load() {
        return ModelPortObject.load(library, reference);
    }
}
