/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYTitleAnnotation;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.block.FlowArrangement;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;
import org.jfree.data.xy.DefaultXYDataset;

/** The figure as JFreeChart draws it. Not to be shared between threads. */
final class Chart {
    static final int WIDTH = 960;

    private static final int HEAD_AND_FOOT = 110;
    private static final int PANEL_GAP = 14;
    private static final int TALLEST_PANEL = 360;
    private static final int LOWEST_PANEL = 110;
    private static final int ROOM_FOR_PANELS = 1020;

    private static final double LEGEND_HEIGHT = 30;
    private static final double MARGIN = 0.06;
    private static final double CONSTANT = 1e-3;
    private static final double LABEL_COLUMN = 20;

    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    private static final Color INK = new Color(0x26, 0x26, 0x26);
    private static final Color GRID = new Color(0xe4, 0xe4, 0xe4);
    private static final Color BEHIND_LEGEND = new Color(0xff, 0xff, 0xff, 0xd8);
    private static final Color NOT_DRAWN = new Color(0, 0, 0, 0);
    /** The colours of Okabe and Ito, which people with any colour vision can tell apart, darkest first. */
    private static final List<Color> LINES = List.of(
            new Color(0x00, 0x72, 0xb2),
            new Color(0xd5, 0x5e, 0x00),
            new Color(0x00, 0x9e, 0x73),
            new Color(0xcc, 0x79, 0xa7),
            new Color(0x56, 0xb4, 0xe9),
            new Color(0xe6, 0x9f, 0x00));

    /** Bevelled, or the tips of spikes would stick out. */
    private static final Stroke THIN = new BasicStroke(1.1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL);

    private static final Stroke HAIRLINE = new BasicStroke(0.8f);
    private static final Line2D LEGEND_LINE = new Line2D.Double(-9, 0, 9, 0);

    static {
        // Else labels of vertical axes are outlines of letters, which nobody can search or edit in an SVG file.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private final JFreeChart chart;
    private final int height;

    private Chart(final JFreeChart chart, final int height) {
        this.chart = chart;
        this.height = height;
    }

    /**
     * Lays the figure out.
     *
     * @param panels what it shows
     * @param columns the number of columns of pixels that lines are decimated to
     * @return a new chart
     */
    static Chart of(final Panels panels, final int columns) {
        final int count = panels.panels().size();
        final int panelHeight = Math.max(LOWEST_PANEL, Math.min(TALLEST_PANEL, ROOM_FOR_PANELS / count));
        final CombinedDomainXYPlot plot = new CombinedDomainXYPlot(timeAxis(panels));
        plot.setGap(PANEL_GAP);
        for (final Panel panel : panels.panels()) {
            plot.add(plot(panel, panels, columns, panelHeight));
        }
        final JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(10, 10, 8, 16));
        chart.addSubtitle(title(panels.title(), TITLE, 2));
        chart.addSubtitle(title(panels.caption(), SMALL, 8));
        return new Chart(chart, HEAD_AND_FOOT + count * panelHeight);
    }

    /** Returns the height of the figure, in pixels, of which it is {@value #WIDTH} wide. */
    int height() {
        return height;
    }

    /** Draws the figure. */
    void draw(final Graphics2D graphics) {
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(true);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, height));
    }

    private static TextTitle title(final String text, final Font font, final double below) {
        final TextTitle title = new TextTitle(text, font);
        title.setPaint(INK);
        title.setHorizontalAlignment(HorizontalAlignment.CENTER);
        title.setMargin(0, 0, below, 0);
        return title;
    }

    private static NumberAxis timeAxis(final Panels panels) {
        final NumberAxis axis = axis(panels.timeLabel());
        final double[] times = panels.times();
        axis.setAutoRange(false);
        final double first = times[0];
        final double last = times[times.length - 1];
        final double step = times.length > 1 ? (last - first) / (times.length - 1) : 1;
        // The last sample stands for the step that it begins, so that the axis ends at the end of the run.
        axis.setRange(first, last + step);
        return axis;
    }

    private static NumberAxis axis(final String label) {
        return formatted(new NumberAxis(label.isEmpty() ? null : label));
    }

    private static NumberAxis formatted(final NumberAxis axis) {
        axis.setAutoRangeIncludesZero(false);
        axis.setAutoRangeStickyZero(false);
        axis.setStandardTickUnits(new NumberTickUnitSource(false));
        axis.setLabelFont(LABEL);
        axis.setLabelPaint(INK);
        axis.setTickLabelFont(TICK);
        axis.setTickLabelPaint(INK);
        axis.setTickMarkPaint(INK);
        axis.setAxisLinePaint(INK);
        return axis;
    }

    private static XYPlot plot(final Panel panel, final Panels panels, final int columns, final int panelHeight) {
        final DefaultXYDataset data = new DefaultXYDataset();
        double largest = 0;
        final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < panel.lines().size(); i++) {
            final Decimation line =
                    Decimation.of(panels.times(), panel.lines().get(i).values(), columns);
            largest = Math.max(largest, line.largest());
            data.addSeries(i, new double[][] {line.times(), line.values()});
            renderer.setSeriesPaint(i, LINES.get(i % LINES.size()));
            renderer.setSeriesStroke(i, THIN);
        }
        final NumberAxis values = formatted(new ValueAxis(panels.valueLabel()));
        values.setLowerMargin(MARGIN);
        if (largest > 0) {
            // What is constant but for rounding is to look so.
            values.setAutoRangeMinimumSize(CONSTANT * largest);
        }
        // So much that the legend hides no line.
        values.setUpperMargin(MARGIN + LEGEND_HEIGHT / (panelHeight - PANEL_GAP - LEGEND_HEIGHT));
        final XYPlot plot = new XYPlot(data, null, values, renderer);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        plot.setDomainGridlineStroke(HAIRLINE);
        plot.setRangeGridlineStroke(HAIRLINE);
        plot.setOutlinePaint(INK);
        plot.setOutlineStroke(HAIRLINE);
        plot.addAnnotation(legend(panel));
        return plot;
    }

    private static XYTitleAnnotation legend(final Panel panel) {
        final LegendItemCollection items = new LegendItemCollection();
        if (panel.lines().size() == 1) {
            items.add(item(panel.title(), LINES.get(0)));
        } else {
            items.add(item(panel.title(), NOT_DRAWN));
            for (int i = 0; i < panel.lines().size(); i++) {
                items.add(item(panel.lines().get(i).name(), LINES.get(i % LINES.size())));
            }
        }
        final LegendTitle legend = new LegendTitle(
                () -> items,
                new FlowArrangement(HorizontalAlignment.RIGHT, VerticalAlignment.CENTER, 4, 0),
                new FlowArrangement());
        legend.setItemFont(TICK);
        legend.setItemPaint(INK);
        legend.setBackgroundPaint(BEHIND_LEGEND);
        legend.setFrame(new BlockBorder(GRID));
        final XYTitleAnnotation annotation = new XYTitleAnnotation(0.993, 0.95, legend, RectangleAnchor.TOP_RIGHT);
        annotation.setMaxWidth(0.9);
        return annotation;
    }

    private static LegendItem item(final String text, final Color colour) {
        return new LegendItem(text, null, null, null, LEGEND_LINE, THIN, colour);
    }

    /** An axis of values, which looks well beside those of other panels. */
    private static final class ValueAxis extends NumberAxis {
        private static final long serialVersionUID = 1L;
        private static final double ROUNDING = 1e-9;
        private static final int MOST_DECIMALS = 8;
        private static final double LARGEST_PLAIN = 1e7;

        ValueAxis(final String label) {
            super(label.isEmpty() ? null : label);
        }

        /** All tick labels have the same decimals, as many as tell them apart. */
        @Override
        protected void selectAutoTickUnit(
                final Graphics2D graphics, final Rectangle2D dataArea, final RectangleEdge edge) {
            super.selectAutoTickUnit(graphics, dataArea, edge);
            final double size = getTickUnit().getSize();
            final int decimals = (int) Math.max(0, -Math.floor(Math.log10(size) + ROUNDING));
            if (decimals <= MOST_DECIMALS && getRange().getLength() < LARGEST_PLAIN) {
                final NumberFormat format = NumberFormat.getNumberInstance(Locale.ROOT);
                format.setMinimumFractionDigits(decimals);
                format.setMaximumFractionDigits(decimals);
                setTickUnit(new NumberTickUnit(size, format), false, false);
            }
        }

        /** The label stands at the very left, so that those of all panels stand below each other. */
        @Override
        protected AxisState drawLabel(
                final String label,
                final Graphics2D graphics,
                final Rectangle2D plotArea,
                final Rectangle2D dataArea,
                final RectangleEdge edge,
                final AxisState state) {
            state.setCursor(Math.min(state.getCursor(), plotArea.getMinX() + LABEL_COLUMN));
            return super.drawLabel(label, graphics, plotArea, dataArea, edge, state);
        }
    }
}
