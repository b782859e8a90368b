/** How tables are written and read. */
package org.knime.core.data.container;
