/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.port;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.model.Model;
import org.ratesweep.core.template.CircuitTemplate;
import org.ratesweep.core.template.MemorySource;
import org.ratesweep.core.template.TemplateFile;
import org.ratesweep.core.template.TemplateLibrary;

/**
 * A model that needs nothing but itself: the text of every template file that it uses travels in it, those of the
 * built-in library included, so that it means the same on another computer and in a later version.
 *
 * <p>Immutable once made or loaded.
 */
public final class ModelPortObject extends AbstractSimplePortObject {
    /** The type of the ports that models pass through. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(ModelPortObject.class);

    /** The number of the persisted form; raised when what is written changes. */
    private static final int FORMAT = 1;

    private ModelPortObjectSpec spec;
    private List<TemplateFile> files;

    /** Reads and writes the model; KNIME finds it in {@code plugin.xml}. */
    public static final class Serializer extends AbstractSimplePortObjectSerializer<ModelPortObject> {}

    /** Makes an object to be loaded into; for KNIME only. */
    public ModelPortObject() {
        this(new ModelPortObjectSpec(), List.of());
    }

    private ModelPortObject(final ModelPortObjectSpec spec, final List<TemplateFile> files) {
        this.spec = spec;
        this.files = List.copyOf(files);
    }

    /**
     * Loads a model and all that it needs.
     *
     * @param library where the reference and those in the templates are looked up
     * @param reference the reference of a circuit, node or operator template
     * @return the model
     * @throws InputException if the template is not found or faulty, or its equations cannot be run
     */
    public static ModelPortObject load(final TemplateLibrary library, final String reference) {
        final List<TemplateFile> files = library.filesOf(reference);
        final Model model = Model.of(circuit(files, reference));
        return new ModelPortObject(ModelPortObjectSpec.of(reference, model), files);
    }

    private static CircuitTemplate circuit(final List<TemplateFile> files, final String reference) {
        return TemplateLibrary.builtIn().with(new MemorySource(files)).circuit(reference);
    }

    /**
     * Returns the circuit template, from the texts that this object holds; no file is read.
     *
     * @return the template, inheritance resolved
     * @throws InputException if this version understands the texts no more
     */
    public CircuitTemplate circuit() {
        return circuit(files, spec.reference());
    }

    /** Returns the template files that the model needs, its own first. */
    public List<TemplateFile> files() {
        return files;
    }

    @Override
    public ModelPortObjectSpec getSpec() {
        return spec;
    }

    @Override
    public String getSummary() {
        final int number = spec.variables().size();
        return spec.modelName() + ": " + number + (number == 1 ? " variable" : " variables");
    }

    @Override
    protected void save(final ModelContentWO content, final ExecutionMonitor monitor)
            throws CanceledExecutionException {
        content.addInt("format", FORMAT);
        content.addStringArray("fileNames", texts(TemplateFile::name));
        content.addStringArray("fileTexts", texts(TemplateFile::text));
    }

    private String[] texts(final Function<TemplateFile, String> part) {
        return files.stream().map(part).toArray(String[]::new);
    }

    @Override
    protected void load(final ModelContentRO content, final PortObjectSpec loadedSpec, final ExecutionMonitor monitor)
            throws InvalidSettingsException, CanceledExecutionException {
        spec = (ModelPortObjectSpec) loadedSpec;
        ModelPortObjectSpec.requireFormat(content.getInt("format"), FORMAT, spec.writtenBy());
        final String[] names = content.getStringArray("fileNames");
        final String[] texts = content.getStringArray("fileTexts");
        files = IntStream.range(0, names.length)
                .mapToObj(i -> new TemplateFile(names[i], texts[i]))
                .toList();
    }
}
