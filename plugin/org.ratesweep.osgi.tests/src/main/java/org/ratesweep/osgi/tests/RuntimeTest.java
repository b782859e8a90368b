/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** The bundles start, and all that plugin.xml says is found. */
class RuntimeTest {
    private static final String NODES = "org.ratesweep.knime";

    @Test
    void theBundlesStart() throws BundleException {
        for (final String name : new String[] {"org.ratesweep.core", NODES}) {
            final Bundle bundle = Platform.getBundle(name);
            assertNotNull(bundle, name);
            bundle.start();
            assertEquals(Bundle.ACTIVE, bundle.getState(), name);
        }
    }

    @Test
    void everyExtensionHasItsPointAndItsClasses() throws Exception {
        final IExtension[] extensions = Platform.getExtensionRegistry().getExtensions(NODES);
        assertTrue(extensions.length > 0);
        for (final IExtension extension : extensions) {
            final String point = extension.getExtensionPointUniqueIdentifier();
            assertNotNull(Platform.getExtensionRegistry().getExtensionPoint(point), point);
            for (final IConfigurationElement element : extension.getConfigurationElements()) {
                if (element.getName().equals("node")) {
                    assertNotNull(element.createExecutableExtension("factory-class"));
                }
            }
        }
    }
}
