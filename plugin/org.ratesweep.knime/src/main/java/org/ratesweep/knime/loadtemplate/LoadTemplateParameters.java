/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.loadtemplate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.template.TemplateKind;
import org.ratesweep.core.template.TemplateLibrary;
import org.ratesweep.core.template.TemplateSummary;
import org.ratesweep.knime.port.ModelPortObjectSpec;

/** The settings of Load Template. The names of the fields are saved in workflows and used in batch mode. */
@LoadDefaultsForAbsentFields
final class LoadTemplateParameters implements NodeParameters {

    /** Where the template comes from. */
    enum Source {
        @Label(value = "Library", description = "A circuit that comes along with the extension.")
        LIBRARY,
        @Label(value = "File", description = "A template in a YAML file of yours.")
        FILE
    }

    @Widget(title = "Template from", description = "Where the template comes from.")
    @ValueSwitchWidget
    @ValueReference(SourceReference.class)
    Source m_source = Source.LIBRARY;

    @Widget(
            title = "Library template",
            description =
                    "One of the circuits that come along with the extension. Any other template of the library can be"
                            + " named by a flow variable, for instance"
                            + " <code>model_templates.neural_mass_models.jansenrit.JRC2</code>.")
    @ChoicesProvider(LibraryChoices.class)
    @ValueReference(TemplateReference.class)
    @Effect(predicate = FromFile.class, type = EffectType.HIDE)
    String m_template = "model_templates.neural_mass_models.jansenrit.JRC2";

    @Widget(
            title = "File",
            description =
                    "A YAML file in the template language of PyRates: a full path, or a URL. A file in the data folder"
                            + " of the workflow, <code>knime://knime.workflow/data/model.yaml</code>, travels with the"
                            + " workflow. The templates may refer to others in the same folder, in folders below it and"
                            + " in the library, and to no file outside.")
    @ValueReference(FileReference.class)
    @Effect(predicate = FromFile.class, type = EffectType.SHOW)
    String m_file = "";

    @Widget(
            title = "Template in the file",
            description =
                    "The name of a circuit in the file; or of a node or an operator, which is then run alone, as the"
                            + " node <code>p</code>.")
    @ChoicesProvider(FileChoices.class)
    @ValueReference(TemplateInFileReference.class)
    @Effect(predicate = FromFile.class, type = EffectType.SHOW)
    String m_templateInFile = "";

    @TextMessage(Outcome.class)
    Void m_outcome;

    private interface SourceReference extends ParameterReference<Source> {}

    private interface TemplateReference extends ParameterReference<String> {}

    private interface FileReference extends ParameterReference<String> {}

    private interface TemplateInFileReference extends ParameterReference<String> {}

    /** Tells whether the template comes from a file. */
    static final class FromFile implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(SourceReference.class).isOneOf(Source.FILE);
        }
    }

    /** Offers the circuits of the library. */
    static final class LibraryChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return TemplateLibrary.builtIn().list().stream()
                    .filter(summary -> summary.kind() == TemplateKind.CIRCUIT)
                    .map(summary -> {
                        final String reference = summary.reference();
                        final String name = reference.substring(reference.lastIndexOf('.') + 1);
                        return new StringChoice(reference, name + ": " + summary.summary());
                    })
                    .toList();
        }
    }

    /** Offers the templates of the file, none as long as it cannot be read. */
    static final class FileChoices implements StringChoicesProvider {
        private Supplier<String> m_chosenFile = () -> "";

        @Override
        public void init(final StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
            m_chosenFile = initializer.computeFromValueSupplier(FileReference.class);
        }

        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            try {
                final TemplateFileLocation file = TemplateFileLocation.of(m_chosenFile.get());
                return file.templates().stream()
                        .map(summary -> new StringChoice(file.nameOf(summary), text(file.nameOf(summary), summary)))
                        .toList();
            } catch (final InputException unreadable) {
                return List.of();
            }
        }

        private static String text(final String name, final TemplateSummary summary) {
            final String kind = summary.kind() == TemplateKind.CIRCUIT
                    ? ""
                    : " (" + summary.kind().name().toLowerCase(Locale.ROOT) + ")";
            return name + kind + (summary.summary().isEmpty() ? "" : ": " + summary.summary());
        }
    }

    /** Says what the settings lead to: how large the model is, or why there is none. */
    static final class Outcome implements StateProvider<Optional<Message>> {
        private Supplier<Source> m_chosenSource = () -> Source.LIBRARY;
        private Supplier<String> m_chosenTemplate = () -> "";
        private Supplier<String> m_chosenFile = () -> "";
        private Supplier<String> m_chosenTemplateInFile = () -> "";

        @Override
        public void init(final StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
            m_chosenSource = initializer.computeFromValueSupplier(SourceReference.class);
            m_chosenTemplate = initializer.computeFromValueSupplier(TemplateReference.class);
            m_chosenFile = initializer.computeFromValueSupplier(FileReference.class);
            m_chosenTemplateInFile = initializer.computeFromValueSupplier(TemplateInFileReference.class);
        }

        @Override
        public Optional<Message> computeState(final NodeParametersInput input) {
            final LoadTemplateParameters chosen = new LoadTemplateParameters();
            chosen.m_source = m_chosenSource.get();
            chosen.m_template = m_chosenTemplate.get();
            chosen.m_file = m_chosenFile.get();
            chosen.m_templateInFile = m_chosenTemplateInFile.get();
            try {
                final ModelPortObjectSpec model =
                        TemplateChoice.of(chosen).load().getSpec();
                final String size = model.variables().size() + " variables, of which "
                        + model.sweepablePaths().size() + " can be swept and "
                        + model.recordablePaths().size() + " recorded";
                return Optional.of(new Message(model.modelName(), size, MessageType.INFO));
            } catch (final InputException problem) {
                return Optional.of(new Message("There is no model yet", problem.getMessage(), MessageType.ERROR));
            }
        }
    }
}
