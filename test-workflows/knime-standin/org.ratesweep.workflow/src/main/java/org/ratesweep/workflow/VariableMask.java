/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

/** Which settings of a node are set by flow variables, and which are handed on as such. */
final class VariableMask {
    private static final String USED = "used_variable";
    private static final String EXPOSED = "exposed_variable";
    private final Optional<NodeSettingsRO> tree;

    private VariableMask(final Optional<NodeSettingsRO> tree) {
        this.tree = tree;
    }

    static VariableMask of(final NodeSettingsRO saved) throws InvalidSettingsException {
        if (!saved.containsKey("variables")) {
            return new VariableMask(Optional.empty());
        }
        final NodeSettingsRO variables = saved.getNodeSettings("variables");
        return new VariableMask(
                Optional.of(variables.containsKey("tree") ? variables.getNodeSettings("tree") : variables));
    }

    /** Writes the variables over the settings, and returns those that the node hands on. */
    List<Variable> apply(final NodeSettings settings, final Map<String, Variable> variables)
            throws InvalidSettingsException {
        final List<Variable> exposed = new ArrayList<>();
        if (tree.isPresent()) {
            apply(tree.get(), settings, variables, exposed);
        }
        return exposed;
    }

    private static void apply(
            final NodeSettingsRO mask,
            final NodeSettings settings,
            final Map<String, Variable> variables,
            final List<Variable> exposed)
            throws InvalidSettingsException {
        for (final String key : mask.keySet()) {
            if (!((NodeSettings) mask).hasChild(key)) {
                continue;
            }
            final NodeSettingsRO child = mask.getNodeSettings(key);
            if (child.containsKey(USED) || child.containsKey(EXPOSED)) {
                applyEntry(child, key, settings, variables, exposed);
            } else {
                apply(child, settings.getNodeSettings(key), variables, exposed);
            }
        }
    }

    private static void applyEntry(
            final NodeSettingsRO leaf,
            final String key,
            final NodeSettings settings,
            final Map<String, Variable> variables,
            final List<Variable> exposed)
            throws InvalidSettingsException {
        final Optional<String> used = text(leaf, USED);
        final String type = settings.typeOf(key)
                .orElseThrow(() -> new InvalidSettingsException("there is no setting '" + key + "'"));
        if (used.isPresent()) {
            final Variable variable = Optional.ofNullable(variables.get(used.get()))
                    .orElseThrow(() -> new InvalidSettingsException("there is no flow variable '" + used.get() + "'"));
            if (!variable.fits(type)) {
                throw new InvalidSettingsException("the setting '" + key + "' of type " + type
                        + " cannot be set by the variable '" + variable.name() + "' of type "
                        + variable.type().word());
            }
            settings.replace(key, variable.value());
        }
        final Optional<String> name = text(leaf, EXPOSED);
        if (name.isPresent()) {
            exposed.add(exposed(name.get(), type, settings, key));
        }
    }

    private static Variable exposed(final String name, final String type, final NodeSettings settings, final String key)
            throws InvalidSettingsException {
        return switch (type) {
            case "xint" -> new Variable(name, Variable.Type.INT, Integer.toString(settings.getInt(key)));
            case "xdouble" -> new Variable(name, Variable.Type.DOUBLE, Double.toString(settings.getDouble(key)));
            case "xlong" -> new Variable(name, Variable.Type.STRING, Long.toString(settings.getLong(key)));
            case "xboolean" -> new Variable(name, Variable.Type.STRING, Boolean.toString(settings.getBoolean(key)));
            default -> new Variable(name, Variable.Type.STRING, settings.getString(key));
        };
    }

    private static Optional<String> text(final NodeSettingsRO leaf, final String key) throws InvalidSettingsException {
        return leaf.containsKey(key)
                ? Optional.ofNullable(leaf.getString(key)).filter(text -> !text.isEmpty())
                : Optional.empty();
    }
}
