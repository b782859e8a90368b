/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.osgi.tests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionPoint;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Something that a bundle needs of others.
 *
 * @param bundle the bundle
 * @param kind package, bundle or extension point
 * @param name what is needed
 * @param versions which versions of it, empty for all
 * @param giver the bundle that gives it here, if one does
 */
record Requirement(Bundle bundle, String kind, String name, String versions, Optional<Bundle> giver) {
    /** Returns all that the manifest and the plugin.xml of a bundle ask for, but for the bundle's own packages. */
    static List<Requirement> of(final Bundle bundle) throws BundleException {
        final List<Requirement> all = new ArrayList<>();
        final Set<String> own = new HashSet<>();
        for (final ManifestElement exported : header(bundle, Constants.EXPORT_PACKAGE)) {
            own.addAll(Arrays.asList(exported.getValueComponents()));
        }
        for (final ManifestElement imported : header(bundle, Constants.IMPORT_PACKAGE)) {
            for (final String name : imported.getValueComponents()) {
                if (!own.contains(name) && !name.startsWith("java.")) {
                    all.add(new Requirement(
                            bundle,
                            "package",
                            name,
                            Objects.requireNonNullElse(imported.getAttribute(Constants.VERSION_ATTRIBUTE), ""),
                            giver(bundle, PackageNamespace.PACKAGE_NAMESPACE, name)));
                }
            }
        }
        for (final ManifestElement required : header(bundle, Constants.REQUIRE_BUNDLE)) {
            all.add(new Requirement(
                    bundle,
                    "bundle",
                    required.getValue(),
                    Objects.requireNonNullElse(required.getAttribute(Constants.BUNDLE_VERSION_ATTRIBUTE), ""),
                    giver(bundle, BundleNamespace.BUNDLE_NAMESPACE, required.getValue())));
        }
        for (final IExtension extension : Platform.getExtensionRegistry().getExtensions(bundle.getSymbolicName())) {
            final String point = extension.getExtensionPointUniqueIdentifier();
            final Optional<IExtensionPoint> found =
                    Optional.ofNullable(Platform.getExtensionRegistry().getExtensionPoint(point));
            all.add(new Requirement(
                    bundle,
                    "extension point",
                    point,
                    "",
                    found.map(IExtensionPoint::getContributor).map(by -> Platform.getBundle(by.getName()))));
        }
        return all;
    }

    private static ManifestElement[] header(final Bundle bundle, final String name) throws BundleException {
        final Optional<String> value = Optional.ofNullable(bundle.getHeaders("").get(name));
        return value.isPresent() ? ManifestElement.parseHeader(name, value.get()) : new ManifestElement[0];
    }

    private static Optional<Bundle> giver(final Bundle bundle, final String space, final String name) {
        return bundle.adapt(BundleWiring.class).getRequiredWires(space).stream()
                .filter(wire -> name.equals(wire.getCapability().getAttributes().get(space)))
                .map(BundleWire::getProvider)
                .map(provider -> provider.getBundle())
                .findFirst();
    }
}
