/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import org.ratesweep.core.error.SourceLocation;

/** A named part of a model that other parts are made from. */
public sealed interface Template permits OperatorTemplate, NodeTemplate, EdgeTemplate, CircuitTemplate {
    /** Returns the template's key in its file. */
    String name();

    /** Returns what the file says about the template, empty if nothing. */
    String description();

    /** Returns where the template's key is written. */
    SourceLocation location();

    /** Returns the kind of template. */
    TemplateKind kind();
}
