/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.workflow;

import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/**
 * A setting that is given on the command line.
 *
 * @param node the number of the node
 * @param key the key, with slashes between it and those around it
 * @param value the value
 */
record NodeOption(int node, String key, String value) {
    /** Reads {@code nodeId,key,value}; the value may have commas. */
    static NodeOption parse(final String text) throws WorkflowException {
        final String[] parts = text.split(",", 3);
        if (parts.length != 3 || !parts[0].matches("\\d+")) {
            throw new WorkflowException(ExitCode.BAD_OPTIONS, "--option takes nodeId,key,value, not '" + text + "'");
        }
        return new NodeOption(Integer.parseInt(parts[0]), parts[1], parts[2]);
    }

    /** Writes the value into the parameters of the node. */
    void apply(final NodeSettings model) throws InvalidSettingsException {
        group(model).replace(entry(), value);
    }

    /** Returns the type of the setting in the words of KNIME's command line. */
    String type(final NodeSettings model) throws InvalidSettingsException {
        return switch (group(model).typeOf(entry()).orElse("")) {
            case "xint" -> "int";
            case "xlong" -> "long";
            case "xdouble" -> "double";
            case "xboolean" -> "boolean";
            case "xstring" -> "String";
            default -> throw new InvalidSettingsException("node " + node + " has no setting '" + key + "'");
        };
    }

    private String entry() {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    private NodeSettings group(final NodeSettings model) throws InvalidSettingsException {
        final List<String> path = List.of(key.split("/", -1));
        NodeSettings group = model;
        for (final String part : path.subList(0, path.size() - 1)) {
            group = group.getNodeSettings(part);
        }
        return group;
    }
}
