/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

/**
 * A file with templates.
 *
 * @param name its slash path relative to the root of its source, with extension, for instance
 *     {@code model_templates/base_templates.yaml}
 * @param text its contents
 */
public record TemplateFile(String name, String text) {}
