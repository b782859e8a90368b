/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The templates that come along with the program, read from the class path. */
final class BuiltInSource implements TemplateSource {
    private static final String FOLDER = "/org/ratesweep/core/library/";

    /** The class path cannot be listed inside of every container that the program runs in. */
    private static final List<String> NAMES = List.of(
            "model_templates/base_templates.yaml",
            "model_templates/neural_mass_models/ik.yaml",
            "model_templates/neural_mass_models/jansenrit.yaml",
            "model_templates/neural_mass_models/qif.yaml",
            "model_templates/neural_mass_models/synaptic_plasticity.yaml",
            "model_templates/neural_mass_models/theta.yaml",
            "model_templates/neural_mass_models/wilsoncowan.yaml",
            "model_templates/oscillators/kuramoto.yaml",
            "model_templates/oscillators/stuartlandau.yaml",
            "model_templates/oscillators/vanderpol.yaml");

    @Override
    public Optional<TemplateFile> find(final String path) {
        return NAMES.stream()
                .filter(name -> FileName.withoutExtension(name).equals(path))
                .map(name -> new TemplateFile(name, text(name)))
                .findFirst();
    }

    @Override
    public Optional<TemplateFile> data(final String path) {
        return Optional.empty();
    }

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public String shown(final String name) {
        return name;
    }

    @Override
    public String words() {
        return "the built-in library";
    }

    private static String text(final String name) {
        try (InputStream stream = BuiltInSource.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IllegalStateException("the built-in library lacks " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
