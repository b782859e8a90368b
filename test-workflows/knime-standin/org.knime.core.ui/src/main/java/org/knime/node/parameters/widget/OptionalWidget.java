/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters.widget;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.knime.node.parameters.updates.StateProvider;

/** Says what an optional setting begins with. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface OptionalWidget {
    /**
     * Computes what an optional setting begins with.
     *
     * @param <T> its type
     */
    interface DefaultValueProvider<T> extends StateProvider<T> {
        @Override
        default void init(final StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
        }
    }

    /** What computes it. */
    Class<? extends DefaultValueProvider<?>> defaultProvider();
}
