/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node.port;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.ratesweep.standin.Plugins;

/** Knows the port types that the plugins declare. */
public final class PortTypeRegistry {
    private static final PortTypeRegistry INSTANCE =
            new PortTypeRegistry(Plugins.onClassPath().portTypes());
    private final List<Plugins.PortTypeExtension> extensions;

    private PortTypeRegistry(final List<Plugins.PortTypeExtension> extensions) {
        this.extensions = extensions;
    }

    /** Returns the registry. */
    public static PortTypeRegistry getInstance() {
        return INSTANCE;
    }

    /** Returns the type of a port that must be connected. */
    public synchronized PortType getPortType(final Class<? extends PortObject> objectClass) {
        return getPortType(objectClass, false);
    }

    /** Returns the type of a port. A class that no plugin declares has a type, but its objects cannot be copied. */
    public synchronized PortType getPortType(final Class<? extends PortObject> objectClass, final boolean optional) {
        if (objectClass == BufferedDataTable.class) {
            return new PortType("Table", objectClass, DataTableSpec.class, 0, optional);
        }
        if (objectClass == FlowVariablePortObject.class) {
            return new PortType("Flow Variable", objectClass, PortObjectSpec.class, 0xFF4B4B, optional);
        }
        return extension(objectClass)
                .map(found -> new PortType(
                        found.name(),
                        objectClass,
                        Plugins.load(found.specClass(), PortObjectSpec.class),
                        found.color().orElse(PortType.DEFAULT_COLOR),
                        optional))
                .orElseGet(() -> new PortType(
                        objectClass.getSimpleName(),
                        objectClass,
                        PortObjectSpec.class,
                        PortType.DEFAULT_COLOR,
                        optional));
    }

    /** Returns the class of that name that a plugin declares for port objects. */
    public Optional<Class<? extends PortObject>> getObjectClass(final String className) {
        return Stream.<Class<? extends PortObject>>concat(
                        Stream.of(BufferedDataTable.class, FlowVariablePortObject.class),
                        extensions.stream()
                                .map(Plugins.PortTypeExtension::objectClass)
                                .filter(className::equals)
                                .map(name -> Plugins.load(name, PortObject.class)))
                .filter(type -> type.getName().equals(className))
                .findFirst();
    }

    /** Returns the class of that name that a plugin declares for specs. */
    public Optional<Class<? extends PortObjectSpec>> getSpecClass(final String className) {
        return extensions.stream()
                .map(Plugins.PortTypeExtension::specClass)
                .filter(className::equals)
                .<Class<? extends PortObjectSpec>>map(name -> Plugins.load(name, PortObjectSpec.class))
                .findFirst();
    }

    /** Returns what writes and reads objects of a class. */
    @SuppressWarnings("unchecked")
    public Optional<PortObject.PortObjectSerializer<PortObject>> getObjectSerializer(
            final Class<? extends PortObject> objectClass) {
        return extension(objectClass).map(found -> (PortObject.PortObjectSerializer<PortObject>)
                Plugins.create(found.objectSerializer(), PortObject.PortObjectSerializer.class));
    }

    /** Returns what writes and reads specs of a class. */
    @SuppressWarnings("unchecked")
    public Optional<PortObjectSpec.PortObjectSpecSerializer<PortObjectSpec>> getSpecSerializer(
            final Class<? extends PortObjectSpec> specClass) {
        return extensions.stream()
                .filter(found -> found.specClass().equals(specClass.getName()))
                .findFirst()
                .map(found -> (PortObjectSpec.PortObjectSpecSerializer<PortObjectSpec>)
                        Plugins.create(found.specSerializer(), PortObjectSpec.PortObjectSpecSerializer.class));
    }

    private Optional<Plugins.PortTypeExtension> extension(final Class<?> objectClass) {
        return extensions.stream()
                .filter(found -> found.objectClass().equals(objectClass.getName()))
                .findFirst();
    }
}
