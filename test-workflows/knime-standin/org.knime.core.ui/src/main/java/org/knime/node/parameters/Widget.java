/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicateProvider;

/** Shows a setting in the dialog. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Widget {
    /** The label. */
    String title();

    /** What users read of it. */
    String description();

    /** Whether it is shown only among the advanced settings. */
    boolean advanced() default false;

    /** When it is shown or can be used. */
    Effect effect() default @Effect(predicate = EffectPredicateProvider.class, type = Effect.EffectType.SHOW);
}
