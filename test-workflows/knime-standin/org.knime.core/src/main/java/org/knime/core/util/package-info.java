/** Files and threads. */
package org.knime.core.util;
