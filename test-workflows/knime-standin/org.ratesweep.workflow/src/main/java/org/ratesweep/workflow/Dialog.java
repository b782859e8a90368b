/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.workflow;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.EnumChoice;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.TypedStringChoice;
import org.knime.node.parameters.widget.message.TextMessage;
import org.ratesweep.standin.parameters.Condition;
import org.ratesweep.standin.parameters.ConnectedInput;
import org.ratesweep.standin.parameters.ParametersClass;

/** What a dialog shows of parameters at a moment: choices, messages, and which settings are seen. */
public final class Dialog {
    private final NodeParameters parameters;
    private final NodeParametersInput input;

    private Dialog(final NodeParameters parameters, final NodeParametersInput input) {
        this.parameters = parameters;
        this.input = input;
    }

    /** Opens the dialog of a node with given inputs; an input of which nothing is known is null, as with KNIME. */
    public static Dialog open(
            final NodeInstance instance, final NodeParameters parameters, final PortObjectSpec... specs) {
        final PortType[] in = new PortType[instance.inputs()];
        Arrays.setAll(in, i -> instance.node().getInputType(i + 1));
        final PortType[] out = new PortType[instance.outputs()];
        Arrays.setAll(out, i -> instance.node().getOutputType(i + 1));
        return new Dialog(parameters, new ConnectedInput(in, specs, out));
    }

    /** Returns the stored form of what can be chosen for a field of the parameters or of one of their elements. */
    public List<String> choices(final Object owner, final String fieldName) {
        final ChoicesProvider provider = field(owner, fieldName).getAnnotation(ChoicesProvider.class);
        final Object state = compute(provider.value(), owner);
        return ((List<?>) state).stream().map(Dialog::id).toList();
    }

    /** Returns the message that a field shows now. */
    @SuppressWarnings("unchecked")
    public Optional<TextMessage.Message> message(final Object owner, final String fieldName) {
        final TextMessage annotation = field(owner, fieldName).getAnnotation(TextMessage.class);
        return (Optional<TextMessage.Message>) compute(annotation.value(), owner);
    }

    /** Tells whether a field is seen and can be used now. */
    public boolean isActive(final Object owner, final String fieldName) {
        final Effect effect = field(owner, fieldName).getAnnotation(Effect.class);
        if (effect == null) {
            return true;
        }
        final boolean holds =
                Condition.holds(ParametersClass.create(effect.predicate()).init(new Conditions(owner)));
        return switch (effect.type()) {
            case SHOW, ENABLE -> holds;
            case HIDE, DISABLE -> !holds;
        };
    }

    private Object compute(final Class<?> providerClass, final Object owner) {
        final StateProvider<?> provider = (StateProvider<?>) ParametersClass.create(providerClass);
        provider.init(new Values(owner));
        return provider.computeState(input);
    }

    private Object value(final Class<?> reference, final Object owner) {
        return find(reference, owner)
                .or(() -> find(reference, parameters))
                .orElseThrow(() -> new IllegalStateException("no field has the reference " + reference.getName()));
    }

    private static Optional<Object> find(final Class<?> reference, final Object owner) {
        for (final Field field : ParametersClass.fields(owner.getClass())) {
            final Object value = ParametersClass.get(field, owner);
            final ValueReference annotation = field.getAnnotation(ValueReference.class);
            if (annotation != null && annotation.value() == reference) {
                return Optional.ofNullable(value);
            }
            if (value != null && ParametersClass.isGroup(field.getType())) {
                final Optional<Object> nested = find(reference, value);
                if (nested.isPresent()) {
                    return nested;
                }
            }
        }
        return Optional.empty();
    }

    private static Field field(final Object owner, final String name) {
        return ParametersClass.fields(owner.getClass()).stream()
                .filter(field -> field.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field '" + name + "'"));
    }

    private static String id(final Object choice) {
        if (choice instanceof StringChoice text) {
            return text.id();
        }
        if (choice instanceof TypedStringChoice text) {
            return text.id();
        }
        return ((EnumChoice<?>) choice).id().name();
    }

    private final class Values implements StateProvider.StateProviderInitializer {
        private final Object owner;

        Values(final Object owner) {
            this.owner = owner;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> Supplier<T> computeFromValueSupplier(final Class<? extends ParameterReference<T>> reference) {
            return () -> (T) value(reference, owner);
        }

        @Override
        public <T> Supplier<T> getValueSupplier(final Class<? extends ParameterReference<T>> reference) {
            return computeFromValueSupplier(reference);
        }

        @Override
        public <T> void computeOnValueChange(final Class<? extends ParameterReference<T>> reference) {}

        @Override
        @SuppressWarnings("unchecked")
        public <T> Supplier<T> computeFromProvidedState(final Class<? extends StateProvider<T>> provider) {
            return () -> (T) compute(provider, owner);
        }

        @Override
        public void computeBeforeOpenDialog() {}

        @Override
        public void computeAfterOpenDialog() {}
    }

    private final class Conditions implements EffectPredicateProvider.PredicateInitializer {
        private final Object owner;

        Conditions(final Object owner) {
            this.owner = owner;
        }

        @Override
        public StringReference getString(final Class<? extends ParameterReference<String>> reference) {
            return new StringReference() {
                @Override
                public EffectPredicate isEqualTo(final String text) {
                    return (Condition) () -> value(reference, owner).equals(text);
                }

                @Override
                public EffectPredicate matchesPattern(final String pattern) {
                    return (Condition) () -> ((String) value(reference, owner)).matches(pattern);
                }
            };
        }

        @Override
        public BooleanReference getBoolean(final Class<? extends ParameterReference<Boolean>> reference) {
            return new BooleanReference() {
                @Override
                public EffectPredicate isTrue() {
                    return (Condition) () -> (Boolean) value(reference, owner);
                }

                @Override
                public EffectPredicate isFalse() {
                    return (Condition) () -> !(Boolean) value(reference, owner);
                }
            };
        }

        @Override
        public <E extends Enum<E>> EnumReference<E> getEnum(final Class<? extends ParameterReference<E>> reference) {
            return new EnumReference<>() {
                @Override
                @SafeVarargs
                @SuppressWarnings("varargs")
                public final EffectPredicate isOneOf(final E... constants) {
                    final List<E> all = List.of(constants);
                    return (Condition) () -> all.stream().anyMatch(value(reference, owner)::equals);
                }
            };
        }

        @Override
        public <T> ArrayReference getArray(final Class<? extends ParameterReference<T[]>> reference) {
            return new ArrayReference() {
                @Override
                public EffectPredicate hasMultipleItems() {
                    return (Condition) () -> size(value(reference, owner)) > 1;
                }

                @Override
                public EffectPredicate containsElementSatisfying(final EffectPredicateProvider elementPredicate) {
                    return (Condition) () -> elements(value(reference, owner)).stream()
                            .anyMatch(element -> Condition.holds(elementPredicate.init(new Conditions(element))));
                }
            };
        }

        @Override
        public boolean isMissing(final Class<? extends ParameterReference<?>> reference) {
            return find(reference, owner).or(() -> find(reference, parameters)).isEmpty();
        }

        @Override
        public EffectPredicate getConstant(final Predicate<NodeParametersInput> predicate) {
            return (Condition) () -> predicate.test(input);
        }

        @Override
        public EffectPredicate getPredicate(final Class<? extends EffectPredicateProvider> provider) {
            return ParametersClass.create(provider).init(this);
        }

        private static int size(final Object value) {
            return elements(value).size();
        }

        private static Collection<?> elements(final Object value) {
            return value instanceof Collection<?> collection ? collection : List.of((Object[]) value);
        }
    }
}
