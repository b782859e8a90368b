/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * The figure of a run: small panels, one a parameter set, one above the other. {@link org.ratesweep.cli.figure.Panels}
 * is what it shows and knows no chart library; the rest draws that with JFreeChart, as PNG, and through Batik as SVG.
 */
package org.ratesweep.cli.figure;
