/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ratesweep.core.error.InputException;

/** Template files that are held in memory, such as those that {@link TemplateLibrary#filesOf} gave. */
public final class MemorySource implements TemplateSource {
    private final Map<String, TemplateFile> files;

    /**
     * A source of the given files.
     *
     * @param files the files, with distinct names
     * @throws InputException if two files have the same name
     */
    public MemorySource(final Collection<TemplateFile> files) {
        final Map<String, TemplateFile> byName = new LinkedHashMap<>();
        for (final TemplateFile file : files) {
            if (byName.put(file.name(), file) != null) {
                throw new InputException("two template files are named '" + file.name() + "'");
            }
        }
        this.files = InOrder.copyOf(byName);
    }

    @Override
    public Optional<TemplateFile> find(final String path) {
        return FileName.EXTENSIONS.stream()
                .map(extension -> path + extension)
                .filter(files::containsKey)
                .map(files::get)
                .findFirst();
    }

    @Override
    public Optional<TemplateFile> data(final String path) {
        return Optional.ofNullable(files.get(path));
    }

    @Override
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    @Override
    public String shown(final String name) {
        return name;
    }

    @Override
    public String words() {
        return "the files of the model";
    }
}
