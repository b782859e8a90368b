/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.ratesweep.knime.port.ModelPortObjectSpec;

/**
 * What is connected: the model and the grid, and perhaps a map and signals.
 *
 * <p>KNIME 5.8 does not tell a node which of its optional ports are there. If one is, its columns say what it is: a map
 * has the text columns {@value #KEY} and {@value #PATH}. If both are, they are in the order in which the node declares
 * them.
 *
 * @param specs the specs of all ports, absent ones left out
 * @param mapPort the number of the port with the map
 * @param signalsPort the number of the port with the signals
 */
record InputPorts(List<Optional<PortObjectSpec>> specs, OptionalInt mapPort, OptionalInt signalsPort) {
    static final int MODEL = 0;
    static final int GRID = 1;
    static final String KEY = "key";
    static final String PATH = "path";

    /** Tells the ports apart by their specs. */
    static InputPorts of(final PortObjectSpec[] inSpecs) {
        return of(Arrays.stream(inSpecs).map(Optional::ofNullable).toList());
    }

    /** Tells the ports apart by what is at them. */
    static InputPorts of(final PortObject[] objects) {
        return of(Arrays.stream(objects)
                .map(Optional::ofNullable)
                .map(object -> object.map(PortObject::getSpec))
                .toList());
    }

    private static InputPorts of(final List<Optional<PortObjectSpec>> specs) {
        final List<Integer> optional = new ArrayList<>();
        for (int port = GRID + 1; port < specs.size(); port++) {
            if (table(specs, port).isPresent()) {
                optional.add(port);
            }
        }
        if (optional.size() > 1) {
            return new InputPorts(specs, OptionalInt.of(optional.get(0)), OptionalInt.of(optional.get(1)));
        }
        final OptionalInt only = optional.stream().mapToInt(Integer::intValue).findFirst();
        final boolean isMap = only.isPresent()
                && table(specs, only.getAsInt()).filter(InputPorts::isMap).isPresent();
        return new InputPorts(specs, isMap ? only : OptionalInt.empty(), isMap ? OptionalInt.empty() : only);
    }

    private static Optional<DataTableSpec> table(final List<Optional<PortObjectSpec>> specs, final int port) {
        return port >= specs.size()
                ? Optional.empty()
                : specs.get(port).filter(DataTableSpec.class::isInstance).map(DataTableSpec.class::cast);
    }

    private static boolean isMap(final DataTableSpec spec) {
        return isText(spec, KEY) && isText(spec, PATH);
    }

    static boolean isText(final DataTableSpec spec, final String column) {
        return spec.containsName(column) && spec.getColumnSpec(column).getType().isCompatible(StringValue.class);
    }

    Optional<ModelPortObjectSpec> model() {
        return specs.isEmpty() ? Optional.empty() : ModelPortObjectSpec.in(specs.get(MODEL));
    }

    Optional<DataTableSpec> grid() {
        return table(specs, GRID);
    }

    Optional<DataTableSpec> map() {
        return mapPort.isPresent() ? table(specs, mapPort.getAsInt()) : Optional.empty();
    }

    Optional<DataTableSpec> signals() {
        return signalsPort.isPresent() ? table(specs, signalsPort.getAsInt()) : Optional.empty();
    }
}
