/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

/**
 * A template in one line.
 *
 * @param reference what the library understands as the template's name
 * @param kind the kind of template
 * @param summary the first sentence of its description, empty if there is none
 */
public record TemplateSummary(String reference, TemplateKind kind, String summary) {}
