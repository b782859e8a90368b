/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node.port;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Opens streams for port objects. */
public final class PortUtil {
    private PortUtil() {}

    /** Returns a stream to which an object is written. */
    public static PortObjectZipOutputStream getPortObjectZipOutputStream(final OutputStream out) throws IOException {
        return new PortObjectZipOutputStream(out);
    }

    /** Returns a stream from which an object is read. */
    public static PortObjectZipInputStream getPortObjectZipInputStream(final InputStream in) throws IOException {
        return new PortObjectZipInputStream(in);
    }

    /** Returns a stream to which a spec is written. */
    public static PortObjectSpecZipOutputStream getPortObjectSpecZipOutputStream(final OutputStream out)
            throws IOException {
        return new PortObjectSpecZipOutputStream(out);
    }

    /** Returns a stream from which a spec is read. */
    public static PortObjectSpecZipInputStream getPortObjectSpecZipInputStream(final InputStream in)
            throws IOException {
        return new PortObjectSpecZipInputStream(in);
    }
}
