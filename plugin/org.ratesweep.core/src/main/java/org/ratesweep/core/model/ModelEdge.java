/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

/**
 * An edge of the flattened system.
 *
 * @param source the full path of the variable that it reads
 * @param target the full path of the input that it feeds
 * @param index its number among the edges with the same source and target, from 0, in the order of the templates
 * @param weight the parameter that scales it
 */
public record ModelEdge(String source, String target, int index, Parameter weight) {}
