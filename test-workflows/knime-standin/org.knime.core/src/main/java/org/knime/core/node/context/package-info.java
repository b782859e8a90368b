/** What is chosen when a node is put into a workflow. */
package org.knime.core.node.context;
