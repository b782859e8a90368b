/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweepfile;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ratesweep.core.sweep.Sweep;
import org.ratesweep.core.template.TemplateLibrary;

/**
 * A sweep that somebody wrote down: the arguments of PyRates' {@code grid_search} as a YAML file.
 *
 * @param path the file
 * @param template the reference of the circuit template, as written
 * @param sweep the sweep, checked
 * @param seeds the seeds of all random inputs by the inputs' paths and that of noise in equations by {@value #NOISE}, those
 *     that were drawn among them
 * @param plot what to draw, if the file says so
 */
public record SweepFile(
        Path path, String template, Sweep sweep, Map<String, Long> seeds, Optional<PlotDescription> plot) {
    /** What the seed of the noise in equations is called; no path of an input is like it. */
    public static final String NOISE = "noise";

    public SweepFile {
        seeds = Collections.unmodifiableMap(new LinkedHashMap<>(seeds));
    }

    /**
     * Reads a sweep file whose data files are all in its folder.
     *
     * @param file the file
     * @param library the templates that it may refer to, beside those in its own folder
     * @return the sweep
     * @throws org.ratesweep.core.error.InputException as {@link #read(Path, TemplateLibrary, List)}
     */
    public static SweepFile read(final Path file, final TemplateLibrary library) {
        return read(file, library, List.of());
    }

    /**
     * Reads a sweep file.
     *
     * @param file the file
     * @param library the templates that it may refer to, beside those in its own folder
     * @param dataFolders folders that data files may be in, beside the sweep file's own
     * @return the sweep
     * @throws org.ratesweep.core.error.InputException if the file or anything that it refers to cannot be read or used;
     *     the message says where in which file
     */
    public static SweepFile read(final Path file, final TemplateLibrary library, final List<Path> dataFolders) {
        return new SweepFileReader(file, library, dataFolders).read();
    }
}
