/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.model.Model;
import org.ratesweep.core.model.ModelVariable;
import org.ratesweep.core.model.Parameter;
import org.ratesweep.core.model.UnitPath;
import org.ratesweep.core.model.VariableUnit;
import org.ratesweep.core.model.VariableUnits;

/** Connects signals to the inputs of a model, one after the other. */
final class InputConnections {
    private final Model bare;
    private final int steps;
    private final int sets;
    private final List<String> warnings;
    private final List<DrivenInput> inputs = new ArrayList<>();
    /** Of each input whose units are driven one by one, the units that are. */
    private final Map<String, BitSet> unitwise = new LinkedHashMap<>();

    private Model model;

    /**
     * @param model the model
     * @param steps how many samples are needed
     * @param sets the number of parameter sets
     * @param warnings is told what may not be meant
     */
    InputConnections(final Model model, final int steps, final int sets, final List<String> warnings) {
        this.bare = model;
        this.model = model;
        this.steps = steps;
        this.sets = sets;
        this.warnings = warnings;
    }

    /**
     * Connects a signal.
     *
     * @param pattern the path of inputs, or of units of them
     * @param signal the signal
     * @throws InputException if the path matches no input, or the signal does not fit
     */
    void connect(final String pattern, final InputSignal signal) {
        final List<VariableUnits> targets = targets(pattern);
        final List<VariableUnit> units =
                targets.stream().flatMap(VariableUnits::units).toList();
        final boolean single = targets.stream().anyMatch(target -> target.unit().isPresent());
        if (single || units.size() > targets.size() && hasOneForEach(signal, units.size())) {
            units.forEach(this::drive);
            inputs.addAll(
                    DrivenInput.of(units.stream().map(VariableUnit::path).toList(), signal, steps, sets, warnings));
        } else {
            final List<String> paths = targets.stream().map(VariableUnits::path).toList();
            model = model.drivenBy(paths);
            inputs.addAll(DrivenInput.of(paths, signal, steps, sets, warnings));
        }
    }

    private boolean hasOneForEach(final InputSignal signal, final int units) {
        if (signal instanceof InputSignal.Samples samples) {
            final int columns = samples.columns().length;
            return samples.owners().map(List::of).orElse(List.of(InputSignal.Columns.values())).stream()
                    .filter(owners -> owners != InputSignal.Columns.SETS)
                    .anyMatch(owners -> owners.count(units, sets) == columns);
        }
        return false;
    }

    private void drive(final VariableUnit unit) {
        final String path = unit.variable().path();
        if (!unitwise.containsKey(path)) {
            model = model.drivenByUnits(List.of(path));
            unitwise.put(path, new BitSet());
        }
        final BitSet driven = unitwise.get(path);
        if (driven.get(unit.unit())) {
            throw new InputException("the input '" + unit.path() + "' is driven by more than one signal");
        }
        driven.set(unit.unit());
    }

    /** Returns the model with all signals so far. */
    Model model() {
        return model;
    }

    /** Returns the signals; units that none of them drives, beside others that are driven, keep their declared values. */
    List<DrivenInput> inputs() {
        final List<DrivenInput> all = new ArrayList<>(inputs);
        unitwise.forEach((path, driven) -> {
            final ModelVariable variable = bare.variable(path).orElseThrow();
            VariableUnit.of(variable)
                    .filter(unit -> !driven.get(unit.unit()))
                    .forEach(unit -> all.addAll(DrivenInput.of(
                            List.of(unit.path()),
                            new InputSignal.Constant(variable instanceof Parameter ? unit.value() : 0),
                            steps,
                            sets,
                            warnings)));
        });
        final Set<String> perSet = all.stream()
                .filter(DrivenInput::isPerSet)
                .map(input -> UnitPath.of(input.target()).variable())
                .filter(unitwise::containsKey)
                .collect(Collectors.toSet());
        all.replaceAll(
                input -> perSet.contains(UnitPath.of(input.target()).variable()) ? input.forEachOf(sets) : input);
        return all;
    }

    /** A signal is real: it drives the real part of a complex input unless the path names the imaginary one. */
    private List<VariableUnits> targets(final String pattern) {
        final String written = UnitPath.of(pattern).variable();
        final List<VariableUnits> targets = new ArrayList<>();
        for (final VariableUnits units : bare.selecting(pattern)) {
            final ModelVariable variable = units.variable();
            final boolean imaginary = variable.path().equals(variable.declaredPath() + Model.IMAGINARY_PART);
            if (!imaginary || written.endsWith(Model.IMAGINARY_PART)) {
                targets.add(units);
            } else if (variable instanceof Parameter && units.units().anyMatch(unit -> unit.value() != 0)) {
                throw new InputException("the signal is real, and the imaginary part of '"
                        + variable.declaredPath() + "' is " + variable.value() + " without it; drive '" + written
                        + Model.REAL_PART + "' alone to keep that, or '" + written + Model.IMAGINARY_PART + "' too");
            }
        }
        return targets;
    }
}
