/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FigureTest {
    @BeforeAll
    static void needNoScreen() {
        System.setProperty("java.awt.headless", "true");
    }

    @Test
    void choosesPanelsEvenly() {
        final List<Integer> all = IntStream.range(0, 6000).boxed().toList();

        final List<Integer> chosen = Panels.evenly(all, 12);
        assertEquals(12, chosen.size());
        assertEquals(0, chosen.get(0));
        assertEquals(5999, chosen.get(11));
        assertEquals(chosen.stream().sorted().distinct().toList(), chosen);
        assertEquals(List.of(1, 2, 3), Panels.evenly(List.of(1, 2, 3), 12));
    }

    @Test
    void drawsAPictureThatOthersCanRead() throws IOException {
        final BufferedImage image = ImageIO.read(new ByteArrayInputStream(Figure.PNG.draw(panels(2, 1, 1000))));

        assertEquals(1200, image.getWidth());
        assertTrue(image.getHeight() > 600);
        final int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        assertEquals(0xffffffff, pixels[0]);
        assertEquals(0xffffffff, pixels[pixels.length - 1]);
        assertTrue(Arrays.stream(pixels).distinct().count() > 50);
    }

    @Test
    void keepsTheDrawingSmallHoweverMuchThereIs() throws IOException {
        final String svg = new String(Figure.SVG.draw(panels(12, 6, 200_000)), StandardCharsets.UTF_8);

        assertTrue(svg.length() < 500_000, () -> svg.length() + " bytes");
        assertTrue(svg.contains("set 11"));
        assertTrue(svg.contains("line 5"));
    }

    @Test
    void drawsWhatHasNoFiniteValue() throws IOException {
        final double[] nothing = {Double.NaN, Double.NaN, Double.POSITIVE_INFINITY};
        final Panels panels = new Panels(
                "title",
                "",
                "time",
                "",
                new double[] {0, 1, 2},
                List.of(new Panel("x", List.of(new Line("x", nothing)))));

        for (final Figure figure : Figure.values()) {
            assertTrue(figure.draw(panels).length > 0);
        }
    }

    @Test
    void drawsASinglePoint() throws IOException {
        final Panels panels = new Panels(
                "title",
                "",
                "time",
                "",
                new double[] {0},
                List.of(new Panel("x", List.of(new Line("x", new double[1])))));

        for (final Figure figure : Figure.values()) {
            assertTrue(figure.draw(panels).length > 0);
        }
    }

    private static Panels panels(final int count, final int lines, final int rows) {
        final double[] times = IntStream.range(0, rows).asDoubleStream().toArray();
        final List<Panel> panels = new ArrayList<>();
        for (int panel = 0; panel < count; panel++) {
            final List<Line> drawn = new ArrayList<>();
            for (int line = 0; line < lines; line++) {
                final double frequency = 1 + panel + line;
                drawn.add(new Line(
                        "line " + line,
                        Arrays.stream(times)
                                .map(time -> Math.sin(frequency * time))
                                .toArray()));
            }
            panels.add(new Panel("set " + panel, drawn));
        }
        return new Panels("title", "caption", "time", "value", times, panels);
    }
}
