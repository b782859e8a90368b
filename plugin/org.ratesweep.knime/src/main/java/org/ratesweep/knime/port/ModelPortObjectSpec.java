/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.port;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;
import org.knime.core.node.port.PortObjectSpec;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;
import org.ratesweep.core.model.Model;
import org.ratesweep.core.model.ModelEdge;
import org.ratesweep.core.model.ModelVariable;
import org.ratesweep.core.model.PathPattern;
import org.ratesweep.core.model.UnitPath;
import org.ratesweep.core.model.VariableKind;
import org.ratesweep.core.model.VariableUnit;

/**
 * What is known of a model before anything is executed: its names, and its variables with their defaults.
 *
 * <p>Immutable once made or loaded.
 */
public final class ModelPortObjectSpec extends AbstractSimplePortObjectSpec {
    /** The number of the persisted form; raised when what is written changes. */
    private static final int FORMAT = 1;

    private static final Pattern NOISE = Pattern.compile("\\bnoise\\s*\\(");

    private static final String NOT_PACKAGED = "development";

    private String reference;
    private String modelName;
    private String writtenBy;
    private List<Variable> variables;

    /** Reads and writes the spec; KNIME finds it in {@code plugin.xml}. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<ModelPortObjectSpec> {}

    /**
     * A variable of the model.
     *
     * @param path its full path, unique in the model; of an edge {@code source->target/weight} and so on
     * @param kind what it is, in words: those of {@link VariableKind}
     * @param extent the number of its units: copies of its node in a population, elements of a vector; else 1
     * @param value its default, NaN if its units have different ones; of a state variable the initial value
     * @param equation the equation that gives it, empty if there is none
     * @param sweepable whether a sweep can give it another value
     * @param recordable whether it has a course in time
     */
    public record Variable(
            String path,
            String kind,
            int extent,
            double value,
            String equation,
            boolean sweepable,
            boolean recordable) {
        private static Variable of(final ModelVariable variable) {
            return new Variable(
                    variable.path(),
                    variable.kind().words(),
                    variable.extent(),
                    variable.values().isSame() ? variable.value() : Double.NaN,
                    variable.equation(),
                    variable.sweepable(),
                    variable.recordable());
        }

        /** Returns the paths of its units, in order; the variable's own if it has only one. */
        public List<String> unitPaths() {
            return VariableUnit.paths(path, extent);
        }

        private Variable unit(final int unit) {
            VariableUnit.requireUnit(path, unit, extent);
            return extent == 1
                    ? this
                    : new Variable(VariableUnit.path(path, unit), kind, 1, value, equation, sweepable, recordable);
        }

        /** Tells whether the variable belongs to an edge, and so to no node. */
        public boolean ofEdge() {
            return path.contains(ModelEdge.ARROW);
        }

        /** Tells whether the variable is of a kind. */
        public boolean is(final VariableKind other) {
            return kind.equals(other.words());
        }
    }

    /** Makes a spec to be loaded into; for KNIME only. */
    public ModelPortObjectSpec() {
        this("", "", "", List.of());
    }

    private ModelPortObjectSpec(
            final String reference, final String modelName, final String writtenBy, final List<Variable> variables) {
        this.reference = reference;
        this.modelName = modelName;
        this.writtenBy = writtenBy;
        this.variables = List.copyOf(variables);
    }

    /**
     * Describes a model.
     *
     * @param reference the reference that its template was loaded by
     * @param model the model
     * @return the spec, written by this version
     */
    public static ModelPortObjectSpec of(final String reference, final Model model) {
        return new ModelPortObjectSpec(
                reference,
                model.name(),
                version(),
                model.variables().stream().map(Variable::of).toList());
    }

    private static String version() {
        return Optional.ofNullable(ModelPortObjectSpec.class.getPackage().getImplementationVersion())
                .orElse(NOT_PACKAGED);
    }

    /** Returns the reference that the template was loaded by. */
    public String reference() {
        return reference;
    }

    /** Returns the name of the template, with which the names of parameter sets start. */
    public String modelName() {
        return modelName;
    }

    /** Returns the version of Ratesweep that wrote this. */
    public String writtenBy() {
        return writtenBy;
    }

    /** Returns all variables, in the order of {@link Model#variables()}. */
    public List<Variable> variables() {
        return variables;
    }

    /** Returns the paths of the variables that a sweep can give other values, in the order of the model. */
    public List<String> sweepablePaths() {
        return paths(Variable::sweepable);
    }

    /** Returns the paths of the variables that can be outputs, in the order of the model. */
    public List<String> recordablePaths() {
        return paths(Variable::recordable);
    }

    /** Returns the paths of the inputs, in the order of the model. */
    public List<String> inputPaths() {
        return paths(variable -> variable.is(VariableKind.INPUT));
    }

    /** Tells whether an equation has {@code noise()}. */
    public boolean hasNoise() {
        return variables.stream()
                .anyMatch(variable -> NOISE.matcher(variable.equation()).find());
    }

    private List<String> paths(final Predicate<Variable> wanted) {
        return variables.stream().filter(wanted).map(Variable::path).toList();
    }

    /**
     * Returns the variables that a path stands for, as {@link Model#matching} finds them in the model itself.
     *
     * @param pattern a full path, in which {@code all} may stand for any circuit or node; of one unit of a variable with
     *     several, with its number, as in {@code p/op/x[3]}
     * @return at least one variable, in the order of the model; a unit as a variable of its own
     * @throws InputException if nothing matches, with the nearest paths
     */
    public List<Variable> matching(final String pattern) {
        final UnitPath path = UnitPath.of(pattern);
        final List<Variable> exact = variables.stream()
                .filter(variable -> variable.path().equals(path.variable()))
                .toList();
        final List<Variable> all = exact.isEmpty() ? inPattern(path.variable()) : exact;
        final List<Variable> matches = path.unit().isEmpty()
                ? all
                : all.stream()
                        .map(variable -> variable.unit(path.unit().getAsInt()))
                        .toList();
        if (matches.isEmpty()) {
            throw new InputException("no variable of " + modelName + " matches '" + pattern + "'"
                    + NearMatches.suggest(pattern, nearCandidates(pattern)));
        }
        return matches;
    }

    /**
     * Returns the paths of the variables that paths stand for, all of which a sweep must be able to set.
     *
     * @param patterns full paths, in which {@code all} may stand for any circuit or node
     * @return full paths, each once
     * @throws InputException if nothing matches, or what matches cannot be swept
     */
    public List<String> sweepablePaths(final List<String> patterns) {
        final Set<String> found = new LinkedHashSet<>();
        for (final String pattern : patterns) {
            for (final Variable variable : matching(pattern)) {
                if (!variable.sweepable()) {
                    throw new InputException(
                            "'" + variable.path() + "' cannot be swept: its value follows from " + variable.equation());
                }
                found.add(variable.path());
            }
        }
        return List.copyOf(found);
    }

    /**
     * Finds what the keys of a grid set.
     *
     * @param patterns the paths of each key, in which {@code all} may stand for any circuit or node
     * @param subject what a key is to the user, for instance {@code "the parameter"}
     * @return the full paths of each key, in the order of the keys
     * @throws InputException if a path is not found, with near matches, cannot be swept, or is set by two keys
     */
    public Map<String, List<String>> targets(final Map<String, List<String>> patterns, final String subject) {
        final Map<String, List<String>> targets = new LinkedHashMap<>();
        final Map<String, String> keyOfPath = new HashMap<>();
        patterns.forEach((key, paths) -> {
            try {
                targets.put(key, sweepablePaths(paths));
            } catch (final InputException problem) {
                throw problem.within(subject + " '" + key + "'");
            }
            for (final String path : targets.get(key)) {
                final String other = keyOfPath.put(path, key);
                if (other != null) {
                    throw new InputException("both '" + other + "' and '" + key + "' set '" + path + "'");
                }
            }
        });
        return targets;
    }

    /**
     * Returns the model at a port.
     *
     * @param spec what KNIME knows of the port
     * @return the model, if one is connected and its node is configured
     */
    public static Optional<ModelPortObjectSpec> in(final Optional<PortObjectSpec> spec) {
        return spec.filter(ModelPortObjectSpec.class::isInstance).map(ModelPortObjectSpec.class::cast);
    }

    private List<Variable> inPattern(final String pattern) {
        final PathPattern path = new PathPattern(pattern);
        return variables.stream()
                .filter(variable -> path.matches(variable.path()))
                .toList();
    }

    /** Paths of edges are long: they are near only to what looks like one. */
    private List<String> nearCandidates(final String pattern) {
        return paths(variable -> variable.ofEdge() == pattern.contains(ModelEdge.ARROW));
    }

    @Override
    protected void save(final ModelContentWO content) {
        content.addInt("format", FORMAT);
        content.addString("reference", reference);
        content.addString("modelName", modelName);
        content.addString("writtenBy", writtenBy);
        content.addStringArray("paths", texts(Variable::path));
        content.addStringArray("kinds", texts(Variable::kind));
        content.addIntArray(
                "extents", variables.stream().mapToInt(Variable::extent).toArray());
        content.addDoubleArray(
                "values", variables.stream().mapToDouble(Variable::value).toArray());
        content.addStringArray("equations", texts(Variable::equation));
        content.addBooleanArray("sweepable", flags(Variable::sweepable));
        content.addBooleanArray("recordable", flags(Variable::recordable));
    }

    private String[] texts(final Function<Variable, String> part) {
        return variables.stream().map(part).toArray(String[]::new);
    }

    private boolean[] flags(final Predicate<Variable> part) {
        final boolean[] flags = new boolean[variables.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = part.test(variables.get(i));
        }
        return flags;
    }

    @Override
    protected void load(final ModelContentRO content) throws InvalidSettingsException {
        writtenBy = content.getString("writtenBy");
        requireFormat(content.getInt("format"), FORMAT, writtenBy);
        reference = content.getString("reference");
        modelName = content.getString("modelName");
        final String[] paths = content.getStringArray("paths");
        final String[] kinds = content.getStringArray("kinds");
        final int[] extents = content.getIntArray("extents");
        final double[] values = content.getDoubleArray("values");
        final String[] equations = content.getStringArray("equations");
        final boolean[] sweepable = content.getBooleanArray("sweepable");
        final boolean[] recordable = content.getBooleanArray("recordable");
        final List<Variable> loaded = new ArrayList<>();
        for (int i = 0; i < paths.length; i++) {
            loaded.add(
                    new Variable(paths[i], kinds[i], extents[i], values[i], equations[i], sweepable[i], recordable[i]));
        }
        variables = List.copyOf(loaded);
    }

    /** Refuses what a later version wrote in another form than this one can read. */
    static void requireFormat(final int found, final int known, final String writtenBy)
            throws InvalidSettingsException {
        if (found > known) {
            throw new InvalidSettingsException("this model was saved by Ratesweep " + writtenBy + " (format " + found
                    + "), and this version reads formats up to " + known + "; update the Ratesweep extension");
        }
    }
}
