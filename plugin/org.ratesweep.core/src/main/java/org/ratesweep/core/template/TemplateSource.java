/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.List;
import java.util.Optional;

/** A place that files with templates come from. Paths are relative to the source's root and never leave it. */
public interface TemplateSource {
    /**
     * Finds a file; {@code .yaml} comes before {@code .yml}.
     *
     * @param path its slash path without extension, free of {@code .} and {@code ..}, for instance
     *     {@code model_templates/base_templates}
     * @return the file, if there is one
     * @throws org.ratesweep.core.error.InputException if the file is there but cannot be read or lies outside of the
     *     root
     */
    Optional<TemplateFile> find(String path);

    /**
     * Finds a file with numbers that templates name.
     *
     * @param path its slash path with extension, free of {@code .} and {@code ..}, for instance {@code data/weights.csv}
     * @return the file, if there is one
     * @throws org.ratesweep.core.error.InputException if the file is there but cannot be read, is too large or lies outside of
     *     the root
     */
    Optional<TemplateFile> data(String path);

    /**
     * Returns the names of the files, as {@link TemplateFile#name}, in a fixed order; a large source may leave some
     * out.
     */
    List<String> names();

    /** Returns what to call a file of this source in messages, such that a user finds it. */
    String shown(String name);

    /** Returns the source with its article, for messages. */
    String words();
}
