/** Tests within Equinox. */
package org.ratesweep.osgi.tests;
