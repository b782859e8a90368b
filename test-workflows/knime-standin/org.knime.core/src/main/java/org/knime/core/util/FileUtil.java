/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.util;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratesweep.standin.KnimeUrlHandler;

/** Finds and opens files. */
public final class FileUtil {
    // Two letters or more: one would be a drive of Windows.
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*");

    private FileUtil() {}

    /**
     * Returns the URL of a path or URL.
     *
     * @throws InvalidPathException if it is neither
     */
    public static URL toURL(final String path) throws MalformedURLException, InvalidPathException {
        final Matcher scheme = SCHEME.matcher(path);
        if (!scheme.lookingAt()) {
            if (path.isEmpty()) {
                throw new InvalidPathException(path, "there is no path");
            }
            return Path.of(path).toUri().toURL();
        }
        final String url = path.replace(" ", "%20");
        return scheme.group(1).equals(KnimeUrlHandler.PROTOCOL)
                ? new URL(null, url, new KnimeUrlHandler())
                : new URL(url);
    }

    /** Returns the local file that a URL stands for; null if it stands for none, as with KNIME. */
    @SuppressWarnings("NullAway")
    public static Path resolveToPath(final URL url) throws IOException, URISyntaxException {
        return switch (url.getProtocol()) {
            case KnimeUrlHandler.PROTOCOL -> KnimeUrlHandler.resolve(url);
            case "file" -> Path.of(url.toURI());
            default -> null;
        };
    }

    /** Opens what is behind a URL. */
    public static InputStream openStreamWithTimeout(final URL url) throws IOException {
        return url.openStream();
    }
}
