/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.parametergrid;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
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
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextAreaWidget;
import org.ratesweep.core.error.InputException;
import org.ratesweep.knime.port.InputProblems;
import org.ratesweep.knime.port.ModelPortObjectSpec;
import org.ratesweep.knime.port.ModelPortObjectSpec.Variable;

/** The settings of Parameter Grid. The names of the fields are saved in workflows and used in batch mode. */
@LoadDefaultsForAbsentFields
final class ParameterGridParameters implements NodeParameters {

    /** How the values of a parameter are given. */
    enum Values {
        @Label(value = "List", description = "The numbers themselves.")
        LIST,
        @Label(value = "Linear", description = "Evenly spaced numbers, both ends included.")
        LINEAR,
        @Label(
                value = "Logarithmic",
                description = "Numbers at even ratios, both ends included; the ends are values above 0, not exponents.")
        LOGARITHMIC,
        @Label(value = "Random: uniform", description = "Independent random numbers between two bounds.")
        UNIFORM,
        @Label(
                value = "Random: Latin hypercube",
                description =
                        "Random numbers of which each of n equal parts of the range holds one. All parameters of this"
                                + " kind are drawn together.")
        LATIN_HYPERCUBE,
        @Label(
                value = "Random: Sobol",
                description =
                        "A Sobol sequence, which fills the space of all parameters of this kind evenly; best with a"
                                + " power of two values.")
        SOBOL
    }

    /** How the values of several parameters make parameter sets. */
    enum Combination {
        @Label(
                value = "Pairwise",
                description =
                        "The first values of all parameters make the first set, the second ones the second, and so on;"
                                + " all parameters need equally many values. This is what random values ask for.")
        PAIRWISE,
        @Label(
                value = "All combinations",
                description = "Every value of each parameter with every value of the others.")
        ALL_COMBINATIONS
    }

    @Widget(
            title = "Parameters",
            description =
                    "The parameters that differ between the sets, one column of the grid each. Without any there is a"
                            + " single set, in which every variable has its default.")
    @ArrayWidget(elementTitle = "Parameter", addButtonText = "Add parameter", showSortButtons = true)
    @ValueReference(ParametersReference.class)
    Parameter[] m_parameters = {};

    @Widget(title = "Combination", description = "How the values of several parameters make parameter sets.")
    @ValueSwitchWidget
    @ValueReference(CombinationReference.class)
    Combination m_combination = Combination.PAIRWISE;

    @Widget(
            title = "Number of random values",
            description =
                    "How many values each random parameter gets. Parameters of the same kind are drawn together: each"
                            + " parameter set is one random point.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @ValueReference(RandomNReference.class)
    @Effect(predicate = AnyRandom.class, type = EffectType.SHOW)
    int m_randomN = 100;

    @Widget(
            title = "Seed",
            description =
                    "What the random values follow from: the same seed gives the same values, on any computer. Seed 0"
                            + " of a Sobol sequence is the plain sequence.")
    @Effect(predicate = AnyRandom.class, type = EffectType.SHOW)
    long m_seed = 1;

    @TextMessage(GridSize.class)
    Void m_gridSize;

    /** A parameter: a column of the grid, and what it sets. */
    @LoadDefaultsForAbsentFields
    static final class Parameter implements NodeParameters {
        @Widget(title = "Key", description = "The name of the column in the grid, for instance <code>C</code>.")
        String m_key = "";

        @Widget(
                title = "Variables",
                description =
                        "What gets the values: one or more variables or edge weights of the model, by their paths. A"
                                + " path with <code>all</code> in place of a node, as in <code>all/jrc_op/c</code>"
                                + ", can be typed in and stands for that variable on every node.")
        @ChoicesProvider(SweepablePaths.class)
        String[] m_paths = {};

        @Widget(title = "Values", description = "How the values are given.")
        @ValueReference(ValuesReference.class)
        Values m_values = Values.LINEAR;

        @Widget(
                title = "List of values",
                description = "Numbers with a decimal point, separated by commas, blanks or line breaks:"
                        + " <code>68, 128, 135, 270</code>.")
        @TextAreaWidget(rows = 2)
        @Effect(predicate = IsList.class, type = EffectType.SHOW)
        String m_list = "";

        @Widget(title = "From", description = "The first value; of random values the lower bound.")
        @Effect(predicate = IsList.class, type = EffectType.HIDE)
        double m_from = 0;

        @Widget(title = "To", description = "The last value; of random values the upper bound.")
        @Effect(predicate = IsList.class, type = EffectType.HIDE)
        double m_to = 1;

        @Widget(title = "Number of values", description = "How many values there are, both ends included.")
        @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
        @Effect(predicate = IsSpaced.class, type = EffectType.SHOW)
        int m_n = 11;
    }

    /**
     * Checks each setting on its own. What they come to together is known when flow variables have supplied the
     * rest.
     */
    @Override
    public void validate() throws InvalidSettingsException {
        InputProblems.inConfigure(() -> GridDefinition.requireReadable(this));
    }

    private interface ParametersReference extends ParameterReference<Parameter[]> {}

    private interface CombinationReference extends ParameterReference<Combination> {}

    private interface RandomNReference extends ParameterReference<Integer> {}

    private interface ValuesReference extends ParameterReference<Values> {}

    /** Tells whether the values of a parameter are listed. */
    static final class IsList implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(ValuesReference.class).isOneOf(Values.LIST);
        }
    }

    /** Tells whether the values of a parameter are evenly spaced. */
    static final class IsSpaced implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(ValuesReference.class).isOneOf(Values.LINEAR, Values.LOGARITHMIC);
        }
    }

    /** Tells whether the values of a parameter are drawn at random. */
    static final class IsRandom implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer
                    .getEnum(ValuesReference.class)
                    .isOneOf(Values.UNIFORM, Values.LATIN_HYPERCUBE, Values.SOBOL);
        }
    }

    /** Tells whether there is a parameter whose values are drawn at random. */
    static final class AnyRandom implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getArray(ParametersReference.class).containsElementSatisfying(new IsRandom());
        }
    }

    /** Offers what a sweep can set, once a model is connected. */
    static final class SweepablePaths implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return ModelPortObjectSpec.in(input.getInPortSpec(0)).stream()
                    .flatMap(model -> model.variables().stream())
                    .filter(Variable::sweepable)
                    .map(variable -> new StringChoice(variable.path(), variable.path() + value(variable)))
                    .toList();
        }

        private static String value(final Variable variable) {
            return (Double.isNaN(variable.value()) ? "" : " = " + number(variable.value()))
                    + (variable.extent() == 1 ? "" : " (" + variable.extent() + " units)");
        }

        private static String number(final double value) {
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? String.format(Locale.ROOT, "%.0f", value)
                    : Double.toString(value);
        }
    }

    /** Says how many parameter sets there are, or what is wrong. */
    static final class GridSize implements StateProvider<Optional<Message>> {
        private Supplier<Parameter[]> m_chosenParameters = () -> new Parameter[0];
        private Supplier<Combination> m_chosenCombination = () -> Combination.PAIRWISE;
        private Supplier<Integer> m_chosenRandomN = () -> 1;

        @Override
        public void init(final StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
            m_chosenParameters = initializer.computeFromValueSupplier(ParametersReference.class);
            m_chosenCombination = initializer.computeFromValueSupplier(CombinationReference.class);
            m_chosenRandomN = initializer.computeFromValueSupplier(RandomNReference.class);
        }

        @Override
        public Optional<Message> computeState(final NodeParametersInput input) {
            final ParameterGridParameters chosen = new ParameterGridParameters();
            chosen.m_parameters = m_chosenParameters.get();
            chosen.m_combination = m_chosenCombination.get();
            chosen.m_randomN = m_chosenRandomN.get();
            try {
                final GridDefinition grid = GridDefinition.of(chosen);
                final long size = grid.size();
                ModelPortObjectSpec.in(input.getInPortSpec(0)).ifPresent(grid::paths);
                return Optional.of(new Message(
                        String.format(Locale.ROOT, size == 1 ? "%,d parameter set" : "%,d parameter sets", size),
                        grid.words(),
                        MessageType.INFO));
            } catch (final InputException problem) {
                return Optional.of(new Message("There is no grid yet", problem.getMessage(), MessageType.ERROR));
            }
        }
    }
}
