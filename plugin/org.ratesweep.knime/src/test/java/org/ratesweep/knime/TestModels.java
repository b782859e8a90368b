/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime;

import org.ratesweep.core.model.Model;
import org.ratesweep.core.template.TemplateLibrary;
import org.ratesweep.knime.port.ModelPortObjectSpec;

/** Models to test with. */
public final class TestModels {
    private TestModels() {}

    /** The Jansen-Rit column in a single node. */
    public static ModelPortObjectSpec column() {
        return of("model_templates.neural_mass_models.jansenrit.JRC2");
    }

    /** The Jansen-Rit column as three populations. */
    public static ModelPortObjectSpec populations() {
        return of("model_templates.neural_mass_models.jansenrit.JRC");
    }

    private static ModelPortObjectSpec of(final String reference) {
        return ModelPortObjectSpec.of(
                reference, Model.of(TemplateLibrary.builtIn().circuit(reference)));
    }
}
