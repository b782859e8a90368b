/** Tables, rows and cells. */
package org.knime.core.data;
