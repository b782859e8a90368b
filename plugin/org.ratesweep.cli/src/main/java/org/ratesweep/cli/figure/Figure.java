/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli.figure;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;

/** The formats of a figure. Each call draws anew, so several may draw at the same time. */
public enum Figure {
    /** A picture of pixels, fine enough for slides. */
    PNG("figure.png") {
        @Override
        public byte[] draw(final Panels panels) throws IOException {
            return png(panels, SCALE);
        }

        @Override
        public void warmUp() throws IOException {
            png(ZIGZAG, WARM_UP_SCALE);
        }
    },
    /** A drawing of lines and text, for papers. */
    SVG("figure.svg") {
        @Override
        public byte[] draw(final Panels panels) throws IOException {
            final int columns = Math.max(LEAST_COLUMNS, MOST_SVG_POINTS / 2 / panels.lines());
            final Chart chart = Chart.of(panels, Math.min(Chart.WIDTH, columns));
            final SVGGeneratorContext context = SVGGeneratorContext.createDefault(emptyDocument());
            context.setPrecision(SVG_DECIMALS);
            context.setComment("Ratesweep");
            final SVGGraphics2D graphics = new SVGGraphics2D(context, false);
            graphics.setSVGCanvasSize(new Dimension(Chart.WIDTH, chart.height()));
            chart.draw(graphics);
            final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            final Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
            graphics.stream(writer, true);
            writer.flush();
            return bytes.toByteArray();
        }
    };

    private static final double SCALE = 1.25;
    private static final double WARM_UP_SCALE = 0.4;

    private static final Panels LEAST = zigzag(2);
    /** As many lines as Java has to draw before it compiles the code that draws them. */
    private static final Panels ZIGZAG = zigzag(1500);

    /** Near the fastest compression: a better one saves a tenth of the file and costs as long as drawing. */
    private static final float PNG_QUALITY = 0.9f;
    /** About 14 bytes each. */
    private static final int MOST_SVG_POINTS = 23_000;

    private static final int LEAST_COLUMNS = 60;
    private static final int SVG_DECIMALS = 2;

    private final String fileName;

    Figure(final String fileName) {
        this.fileName = fileName;
    }

    /**
     * Draws a figure.
     *
     * @param panels what it shows
     * @return the contents of the file
     * @throws IOException if the figure cannot be written in this format
     */
    public abstract byte[] draw(Panels panels) throws IOException;

    /** Returns the name of the file, for instance {@code figure.png}. */
    public String fileName() {
        return fileName;
    }

    /**
     * Loads fonts and classes, which takes longer than to draw, by drawing something small.
     *
     * @throws IOException if figures cannot be written in this format
     */
    public void warmUp() throws IOException {
        draw(LEAST);
    }

    private static Panels zigzag(final int count) {
        final double[] times = IntStream.range(0, count).asDoubleStream().toArray();
        final double[] samples =
                IntStream.range(0, count).mapToDouble(i -> i % 2).toArray();
        return new Panels(" ", " ", " ", " ", times, List.of(new Panel(" ", List.of(new Line(" ", samples)))));
    }

    private static byte[] png(final Panels panels, final double scale) throws IOException {
        final Chart chart = Chart.of(panels, Chart.WIDTH);
        final BufferedImage image = new BufferedImage(
                (int) Math.ceil(scale * Chart.WIDTH),
                (int) Math.ceil(scale * chart.height()),
                BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        // The figure may end within the last row of pixels.
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(scale, scale);
        chart.draw(graphics);
        graphics.dispose();
        return png(image);
    }

    private static byte[] png(final BufferedImage image) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            final ImageWriteParam compression = writer.getDefaultWriteParam();
            compression.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            compression.setCompressionQuality(PNG_QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), compression);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static Document emptyDocument() throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null);
        } catch (final ParserConfigurationException unsupported) {
            throw new IOException("this Java cannot make XML documents", unsupported);
        }
    }
}
