/** Runs workflows as KNIME saves them, and single nodes and their dialogs in tests, without KNIME. */
package org.ratesweep.workflow;
