/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.workflow;

/**
 * A line between two nodes. Port 0 is that for flow variables.
 *
 * @param source the node it begins at
 * @param sourcePort the output port it begins at
 * @param destination the node it ends at
 * @param destinationPort the input port it ends at
 */
record Connection(int source, int sourcePort, int destination, int destinationPort) {}
