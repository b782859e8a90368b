/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * What the user wrote: references and YAML files come in, immutable operator, node, edge and circuit templates go out,
 * with inheritance resolved, every declaration typed, and every part knowing its place in its file.
 *
 * <p>{@link org.ratesweep.core.template.TemplateLibrary} is the front: it knows where files may come from (folders,
 * memory, the built-in library, each a {@link org.ratesweep.core.template.TemplateSource}) and starts one
 * {@code Loading} for each question, which parses each file once and forgets everything at the end. Each kind of
 * template has its own reader. Nothing here knows what an equation means: equations stay texts, and edits of inherited
 * equations work on their words alone. Dissolving templates into one system of equations is the next stage's job.
 */
package org.ratesweep.core.template;
