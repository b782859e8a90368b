/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters.widget.choices;

import java.util.List;
import org.knime.node.parameters.NodeParametersInput;

/**
 * Computes constants that can be chosen.
 *
 * @param <E> their type
 */
public interface EnumChoicesProvider<E extends Enum<E>> extends ChoicesStateProvider<EnumChoice<E>> {
    @Override
    default void init(final StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
    }

    /** Returns the constants. */
    default List<E> choices(final NodeParametersInput input) {
        throw new IllegalStateException("override choices, or computeState");
    }

    @Override
    default List<EnumChoice<E>> computeState(final NodeParametersInput input) {
        return choices(input).stream()
                .map(constant -> new EnumChoice<>(constant, constant.name()))
                .toList();
    }
}
