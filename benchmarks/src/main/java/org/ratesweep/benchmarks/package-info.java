/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
/** How fast the core is: tables for people, and benchmarks of JMH for profilers. */
package org.ratesweep.benchmarks;
