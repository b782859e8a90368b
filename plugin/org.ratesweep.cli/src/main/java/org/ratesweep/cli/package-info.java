/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * The command line: {@code run}, {@code check}, {@code list}, {@code show}. A command class says which options there
 * are and what becomes of them; what it does in several steps is in a class of its own, so that only the command that
 * is asked for is loaded. Results are written by the core; figures are drawn here.
 */
package org.ratesweep.cli;
