/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.standin;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Path;

/** Follows URLs such as {@code knime://knime.workflow/data/model.yaml} into the folder of the workflow. */
public final class KnimeUrlHandler extends URLStreamHandler {
    /** The scheme of these URLs. */
    public static final String PROTOCOL = "knime";

    private static final String WORKFLOW = "knime.workflow";

    /** Creates a handler. */
    public KnimeUrlHandler() {}

    /**
     * Returns the file that a URL stands for.
     *
     * @throws IOException if it is relative to something else than the workflow, or leaves it
     */
    public static Path resolve(final URL url) throws IOException {
        if (!url.getHost().equals(WORKFLOW)) {
            throw new IOException("The stand-in follows only URLs with knime://" + WORKFLOW + "/: " + url);
        }
        final Path folder = WorkflowContext.folder()
                .orElseThrow(() -> new IOException("no workflow is known, in whose folder to look for " + url));
        final Path file = folder.resolve(pathOf(url).replaceFirst("^/+", "")).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw new IOException("the URL leads out of the workflow's folder: " + url);
        }
        return file;
    }

    @Override
    protected URLConnection openConnection(final URL url) throws IOException {
        return resolve(url).toUri().toURL().openConnection();
    }

    private static String pathOf(final URL url) throws IOException {
        try {
            return new URI(url.toString().replace(" ", "%20")).getPath();
        } catch (final URISyntaxException problem) {
            throw new IOException("not a URL: " + url, problem);
        }
    }
}
