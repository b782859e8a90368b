/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node.port;

import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.ratesweep.standin.Plugins;

/**
 * What a port object or spec wrote of itself, with the class that can read it.
 *
 * @param className the class
 * @param own what it wrote
 */
record SimpleContent(String className, ModelContentRO own) {
    private static final String FILE = "content.xml";
    private static final String CLASS = "class_name";
    private static final String OWN = "model";

    /**
     * How a port object or spec writes itself.
     *
     * @param <E> what may keep it from it
     */
    @FunctionalInterface
    interface Writing<E extends Exception> {
        /** Writes it. */
        void into(ModelContentWO content) throws E;
    }

    /**
     * How a port object or spec reads itself.
     *
     * @param <T> its class
     * @param <E> what may keep it from it
     */
    @FunctionalInterface
    interface Reading<T, E extends Exception> {
        /** Reads into a new object. */
        void into(T blank, ModelContentRO content) throws InvalidSettingsException, E;
    }

    static <E extends Exception> SimpleContent of(final Object writer, final Writing<E> writing) throws E {
        final ModelContent own = new ModelContent(OWN);
        writing.into(own);
        return new SimpleContent(writer.getClass().getName(), own);
    }

    static SimpleContent from(final ZipInputStream zip) throws IOException {
        final ZipEntry file = zip.getNextEntry();
        if (file == null || !file.getName().equals(FILE)) {
            throw new IOException("there is no " + FILE + " where a port object should be");
        }
        final ModelContentRO all = ModelContent.loadFromXML(zip);
        try {
            return new SimpleContent(all.getString(CLASS), all.getModelContent(OWN));
        } catch (final InvalidSettingsException problem) {
            throw new IOException(FILE + " is not that of a port object: " + problem.getMessage(), problem);
        }
    }

    /** Writes it in the form that KNIME's files have. */
    void writeTo(final ZipOutputStream zip) throws IOException {
        final ModelContent all = new ModelContent("model.xml");
        all.addInt("version", 1);
        all.addString(CLASS, className);
        all.addModelContent((ModelContent) own);
        zip.putNextEntry(new ZipEntry(FILE));
        all.saveToXML(zip);
    }

    /** Returns a new object that has read this. */
    @SuppressWarnings("unchecked")
    <T, E extends Exception> T read(final Class<? super T> type, final Reading<T, E> reading) throws IOException, E {
        final T blank = (T) Plugins.create(className, type);
        try {
            reading.into(blank, own);
        } catch (final InvalidSettingsException problem) {
            throw new IOException(className + " cannot read what it wrote: " + problem.getMessage(), problem);
        }
        return blank;
    }
}
