/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * What the shipped bundles require is what docs/knime-requirements.md says, and it is given by the bundles that it says.
 * This runtime has KNIME's own libraries in the versions of KNIME 5.8, and the stand-ins of its API.
 */
class RequirementsTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `org\\.ratesweep.*\\|$");

    private static final Pattern LIBRARY = Pattern.compile("(?m)^\\| `[^`]+` \\| [0-9.]+ \\|");

    /** Whose points they are in KNIME; the stand-in of the core declares all three. */
    private static final Set<String> POINTS_OF_THE_REPOSITORY =
            Set.of("org.knime.workbench.repository.nodes", "org.knime.workbench.repository.categories");

    @Test
    void everyRequirementIsDocumentedAndGiven() throws IOException, BundleException {
        final Feature feature = Feature.read();
        final List<String> rows = new ArrayList<>();
        for (final Requirement requirement : requirements(feature)) {
            rows.add("| `%s` | %s `%s` | %s | %s |"
                    .formatted(
                            requirement.bundle().getSymbolicName(),
                            requirement.kind(),
                            requirement.name(),
                            requirement.versions().isEmpty() ? "any" : "`" + requirement.versions() + "`",
                            giver(requirement, feature)));
        }
        final String table = Files.readString(Feature.ROOT.resolve("docs/knime-requirements.md"));
        final List<String> documented =
                ROW.matcher(table).results().map(row -> row.group()).toList();
        assertEquals(String.join("\n", rows.stream().sorted().toList()), String.join("\n", documented));
    }

    @Test
    void librariesOfKnimeAreNotShippedOnceMore() throws IOException, BundleException {
        final Feature feature = Feature.read();
        for (final Requirement requirement : requirements(feature)) {
            if (requirement.name().startsWith("com.fasterxml.jackson.")) {
                assertTrue(requirement.giver().filter(feature::ships).isEmpty(), requirement.name());
            }
        }
    }

    @Test
    void theLicenceOfEachShippedLibraryIsNamed() throws IOException {
        final List<String> libraries = Feature.read().bundles().stream()
                .filter(bundle -> !bundle.getSymbolicName().startsWith("org.ratesweep."))
                .map(bundle -> "| `" + bundle.getSymbolicName() + "` | " + bundle.getVersion() + " |")
                .sorted()
                .toList();
        final String named = Files.readString(Feature.ROOT.resolve("feature/org.ratesweep.feature/THIRD-PARTY.md"));
        assertEquals(
                libraries,
                LIBRARY.matcher(named).results().map(row -> row.group()).toList());
    }

    @Test
    void theFeatureRequiresKnimeAsItsBundlesDo() throws IOException, BundleException {
        final Feature feature = Feature.read();
        final Set<String> required = requirements(feature).stream()
                .filter(requirement -> requirement.kind().equals("bundle"))
                .filter(requirement ->
                        requirement.giver().filter(feature::ships).isEmpty())
                .map(Requirement::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(required, feature.required());
    }

    private static List<Requirement> requirements(final Feature feature) throws BundleException {
        final List<Requirement> all = new ArrayList<>();
        for (final Bundle bundle : feature.bundles()) {
            all.addAll(Requirement.of(bundle));
        }
        return all;
    }

    private static String giver(final Requirement requirement, final Feature feature) {
        if (POINTS_OF_THE_REPOSITORY.contains(requirement.name())) {
            return "`org.knime.workbench.repository`";
        }
        final Bundle giver = requirement
                .giver()
                .orElseThrow(() -> new AssertionError("nobody gives " + requirement.name() + " here"));
        if (giver.getSymbolicName().equals(Constants.SYSTEM_BUNDLE_SYMBOLICNAME) || giver.getBundleId() == 0) {
            return "Java";
        }
        if (feature.ships(giver)) {
            return "the feature: `" + giver.getSymbolicName() + "`";
        }
        final Version version = giver.getVersion();
        return "`%s` %d.%d".formatted(giver.getSymbolicName(), version.getMajor(), version.getMinor());
    }
}
