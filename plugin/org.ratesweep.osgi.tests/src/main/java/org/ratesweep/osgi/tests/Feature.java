/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.osgi.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;

/**
 * What feature.xml ships and requires.
 *
 * @param bundles the bundles that it ships, as this runtime has them
 * @param required the names of the bundles that must be there already
 */
record Feature(List<Bundle> bundles, Set<String> required) {
    private static final Pattern SHIPPED = Pattern.compile("<plugin id=\"([^\"]+)\"");
    private static final Pattern REQUIRED = Pattern.compile("<import plugin=\"([^\"]+)\"");

    /** The folder of the whole project. */
    static final Path ROOT =
            Path.of(Objects.requireNonNull(System.getProperty("ratesweep.root"), "the project's folder is not set"));

    static Feature read() throws IOException {
        final String xml = Files.readString(ROOT.resolve("feature/org.ratesweep.feature/feature.xml"));
        return new Feature(names(SHIPPED, xml).stream().map(Feature::bundle).toList(), names(REQUIRED, xml));
    }

    boolean ships(final Bundle bundle) {
        return bundles.contains(bundle);
    }

    private static Bundle bundle(final String name) {
        return Objects.requireNonNull(Platform.getBundle(name), () -> "shipped, but not in this runtime: " + name);
    }

    private static Set<String> names(final Pattern pattern, final String xml) {
        return pattern.matcher(xml)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
