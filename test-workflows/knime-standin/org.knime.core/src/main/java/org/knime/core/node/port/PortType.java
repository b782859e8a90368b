/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node.port;

import java.util.Objects;

/** Which objects pass through a port. */
public final class PortType {
    /** The colour of types that have none of their own. */
    public static final int DEFAULT_COLOR = 0x9B9B9B;

    private final String name;
    private final Class<? extends PortObject> objectClass;
    private final Class<? extends PortObjectSpec> specClass;
    private final int color;
    private final boolean optional;

    PortType(
            final String name,
            final Class<? extends PortObject> objectClass,
            final Class<? extends PortObjectSpec> specClass,
            final int color,
            final boolean optional) {
        this.name = name;
        this.objectClass = objectClass;
        this.specClass = specClass;
        this.color = color;
        this.optional = optional;
    }

    PortType withOptional(final boolean optionalPort) {
        return new PortType(name, objectClass, specClass, color, optionalPort);
    }

    /** Returns the name that users see. */
    public String getName() {
        return name;
    }

    /** Returns the colour of the ports, as RGB. */
    public int getColor() {
        return color;
    }

    /** Returns the class of the objects. */
    public Class<? extends PortObject> getPortObjectClass() {
        return objectClass;
    }

    /** Returns the class of the specs. */
    public Class<? extends PortObjectSpec> getPortObjectSpecClass() {
        return specClass;
    }

    /** Tells whether the port may be left unconnected. */
    public boolean isOptional() {
        return optional;
    }

    /** Tells whether a port of this type takes what one of the other type gives. */
    public boolean isSuperTypeOf(final PortType other) {
        return objectClass.isAssignableFrom(other.objectClass);
    }

    /** Tells whether the spec can be one of this type. */
    public boolean acceptsPortObjectSpec(final PortObjectSpec spec) {
        return spec == null || specClass.isInstance(spec);
    }

    /** Tells whether the object can pass. */
    public boolean acceptsPortObject(final PortObject object) {
        return object == null || objectClass.isInstance(object);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof PortType type && objectClass == type.objectClass && optional == type.optional;
    }

    @Override
    public int hashCode() {
        return Objects.hash(objectClass, optional);
    }

    @Override
    public String toString() {
        return name;
    }
}
