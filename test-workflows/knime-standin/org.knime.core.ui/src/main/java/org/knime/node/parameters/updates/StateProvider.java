/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters.updates;

import java.util.function.Supplier;
import org.knime.node.parameters.NodeParametersInput;

/**
 * Computes something that a dialog shows.
 *
 * @param <S> its type
 */
public interface StateProvider<S> {
    /** Says when to compute and from what. */
    void init(StateProviderInitializer initializer);

    /** Computes. */
    S computeState(NodeParametersInput input);

    /** Takes when to compute and from what. */
    interface StateProviderInitializer {
        /** Computes whenever a value changes, and gives that value. */
        <T> Supplier<T> computeFromValueSupplier(Class<? extends ParameterReference<T>> reference);

        /** Gives a value. */
        <T> Supplier<T> getValueSupplier(Class<? extends ParameterReference<T>> reference);

        /** Computes whenever a value changes. */
        <T> void computeOnValueChange(Class<? extends ParameterReference<T>> reference);

        /** Computes whenever something else is computed, and gives that. */
        <T> Supplier<T> computeFromProvidedState(Class<? extends StateProvider<T>> provider);

        /** Computes before the dialog opens. */
        void computeBeforeOpenDialog();

        /** Computes after the dialog has opened. */
        void computeAfterOpenDialog();
    }
}
