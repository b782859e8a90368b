/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters.array;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.knime.node.parameters.updates.StateProvider;

/** Shows settings of which there are any number. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ArrayWidget {
    /** How an element is laid out. */
    enum ElementLayout {
        VERTICAL_CARD,
        HORIZONTAL_SINGLE_LINE
    }

    /** The label of the button that adds one. */
    String addButtonText() default "";

    /** How an element is laid out. */
    ElementLayout elementLayout() default ElementLayout.VERTICAL_CARD;

    /** What an element is called. */
    String elementTitle() default "";

    /** Whether elements can be moved. */
    boolean showSortButtons() default false;

    /** Whether none can be added or removed. */
    boolean hasFixedSize() default false;

    /** What a new element is like. */
    @SuppressWarnings("rawtypes")
    Class<? extends StateProvider> elementDefaultValueProvider() default StateProvider.class;
}
