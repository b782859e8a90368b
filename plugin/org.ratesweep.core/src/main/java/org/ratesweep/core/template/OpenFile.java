/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.List;
import org.ratesweep.core.yaml.YamlEntry;
import org.ratesweep.core.yaml.YamlMapping;
import org.ratesweep.core.yaml.YamlReader;

/**
 * A template file that has been parsed.
 *
 * @param source where it comes from
 * @param file its name and text
 * @param entries its templates, and whatever else it holds, by name
 */
record OpenFile(TemplateSource source, TemplateFile file, YamlMapping entries) {
    /** The key that makes an entry of a file a template. */
    static final String BASE = "base";

    static OpenFile parse(final TemplateSource source, final TemplateFile file) {
        final String shown = source.shown(file.name());
        return new OpenFile(source, file, YamlReader.read(file.text(), shown).asMapping("a template file"));
    }

    String folder() {
        return file.name().substring(0, Math.max(0, file.name().lastIndexOf('/')));
    }

    List<String> templateNames() {
        return entries.inOrder().stream()
                .filter(entry -> entry.value() instanceof YamlMapping body
                        && body.get(BASE).isPresent())
                .map(YamlEntry::key)
                .toList();
    }

    /** Returns how the library refers to a template of this file. */
    String reference(final String name) {
        final String path = FileName.withoutExtension(file.name());
        return path.contains(".") ? file.name() + "/" + name : path.replace('/', '.') + "." + name;
    }
}
