/** What the stand-ins share and KNIME does not have under this name: the way from a URL or plugin.xml to a class or file. */
package org.ratesweep.standin;
