/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * What the commands write on: the streams and what they are connected to, aligned tables, the progress of a run. Knows
 * nothing of files, figures or single commands.
 */
package org.ratesweep.cli.terminal;
