/** Nodes that use what real nodes use: a port object, an array of parameters, an optional input. */
package org.ratesweep.workflow.demo;
