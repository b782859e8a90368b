/** Settings as a tree of typed entries, and its XML form. */
package org.ratesweep.standin.config;
