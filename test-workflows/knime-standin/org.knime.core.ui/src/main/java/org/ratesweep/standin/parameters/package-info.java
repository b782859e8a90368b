/** How the stand-in reads and writes parameters, and weighs conditions of dialogs. */
package org.ratesweep.standin.parameters;
