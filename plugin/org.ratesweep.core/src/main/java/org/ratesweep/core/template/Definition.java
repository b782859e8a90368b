/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.SourceLocation;
import org.ratesweep.core.yaml.YamlEntry;
import org.ratesweep.core.yaml.YamlMapping;
import org.ratesweep.core.yaml.YamlNode;

/**
 * A template as its file has it, inheritance not yet applied.
 *
 * @param file the file
 * @param entry the template's name and body
 */
record Definition(OpenFile file, YamlEntry entry) {
    private static final String DESCRIPTION = "description";

    String name() {
        return entry.key();
    }

    SourceLocation location() {
        return entry.location();
    }

    YamlMapping body() {
        return entry.value().asMapping("the template '" + name() + "'");
    }

    Optional<YamlNode> get(final String key) {
        return body().given(key);
    }

    /** Returns the error that the template as a whole is wrong. */
    InputException problem(final String problem) {
        return InputException.at(location(), problem);
    }

    void refuseKeysBeyond(final Collection<String> own, final TemplateKind kind) {
        final List<String> known = new ArrayList<>(List.of(OpenFile.BASE, DESCRIPTION));
        known.addAll(own);
        body().refuseKeysBeyond(known, kind.words());
    }

    String description(final Optional<? extends Template> parent) {
        return get(DESCRIPTION)
                .map(node -> node.asText("'" + DESCRIPTION + "'").strip())
                .orElse(parent.map(Template::description).orElse(""));
    }
}
