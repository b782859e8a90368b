/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.workflow.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.message.TextMessage;

/** Settings of every kind that the product's nodes have. */
final class PointsParameters implements NodeParameters {
    @Widget(title = "Points", description = "Where to look at the line.")
    @ArrayWidget(elementTitle = "Point", addButtonText = "Add point")
    @ValueReference(PointsRef.class)
    Point[] m_points = {new Point("P", 1), new Point("Q", 2)};

    @Widget(title = "Number", description = "The number of points.")
    @TextMessage(Count.class)
    Void m_count;

    @Widget(title = "Layout", description = "How the points are arranged.")
    @ValueReference(LayoutRef.class)
    Layout m_layout = Layout.ROWS;

    @Widget(title = "Column", description = "The name of the column with the values.")
    @ChoicesProvider(Names.class)
    @Effect(predicate = IsRows.class, type = Effect.EffectType.SHOW)
    String m_column = "";

    @Widget(title = "Factor", description = "What values are multiplied by.")
    Optional<Double> m_factor = Optional.empty();

    @Widget(title = "Pause", description = "How long each point takes, in milliseconds.")
    @Migrate(loadDefaultIfAbsent = true)
    int m_pause = 0;

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_points.length == 0) {
            throw new InvalidSettingsException("Add a point.");
        }
    }

    enum Layout {
        @Label("One row per point")
        ROWS,
        @Label("One list")
        LIST
    }

    static final class Point implements NodeParameters {
        @Widget(title = "Name", description = "The name of the point.")
        String m_name = "";

        @Widget(title = "Place", description = "Where the point is.")
        double m_place = 0;

        Point() {}

        Point(final String name, final double place) {
            m_name = name;
            m_place = place;
        }
    }

    interface PointsRef extends ParameterReference<Point[]> {}

    interface LayoutRef extends ParameterReference<Layout> {}

    static final class IsRows implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(LayoutRef.class).isOneOf(Layout.ROWS).and(initializer.always());
        }
    }

    static final class Names implements StringChoicesProvider {
        @Override
        public List<String> choices(final NodeParametersInput input) {
            return input.getInPortSpec(0)
                    .map(spec -> Arrays.asList(((LinePortObjectSpec) spec).names()))
                    .orElse(List.of());
        }
    }

    static final class Count implements StateProvider<Optional<TextMessage.Message>> {
        private Supplier<Point[]> points = () -> new Point[0];

        @Override
        public void init(final StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
            points = initializer.computeFromValueSupplier(PointsRef.class);
        }

        @Override
        public Optional<TextMessage.Message> computeState(final NodeParametersInput input) {
            return Optional.of(
                    new TextMessage.Message(points.get().length + " points", "", TextMessage.MessageType.INFO));
        }
    }
}
