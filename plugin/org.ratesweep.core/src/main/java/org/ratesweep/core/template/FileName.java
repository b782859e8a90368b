/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.List;
import java.util.Optional;

/** The extensions of template files. */
final class FileName {
    /** The extensions in the order in which they are tried. */
    static final List<String> EXTENSIONS = List.of(".yaml", ".yml");

    private FileName() {}

    static Optional<String> extension(final String name) {
        return EXTENSIONS.stream().filter(name::endsWith).findFirst();
    }

    static String withoutExtension(final String name) {
        return name.substring(0, name.length() - extension(name).orElse("").length());
    }
}
