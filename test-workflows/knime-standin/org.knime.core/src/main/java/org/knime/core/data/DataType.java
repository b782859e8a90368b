/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.knime.core.data.collection.CollectionDataValue;

/** What the cells of a column have in common. */
public final class DataType {
    private static final DataCell MISSING = new MissingCell(null);
    private final Optional<Class<? extends DataCell>> cellClass;
    private final List<Class<? extends DataValue>> values;
    private final Optional<DataType> elementType;

    private DataType(
            final Optional<Class<? extends DataCell>> cellClass,
            final List<Class<? extends DataValue>> values,
            final Optional<DataType> elementType) {
        this.cellClass = cellClass;
        this.values = values;
        this.elementType = elementType;
    }

    /** Returns the type of cells of a class. */
    public static DataType getType(final Class<? extends DataCell> cellClass) {
        return new DataType(Optional.of(cellClass), valuesOf(cellClass), Optional.empty());
    }

    /** Returns the type of collections with elements of a type. */
    public static DataType getType(final Class<? extends DataCell> cellClass, final DataType elementType) {
        return new DataType(Optional.of(cellClass), valuesOf(cellClass), Optional.of(elementType));
    }

    /** Returns the missing cell that gives no reason. */
    public static DataCell getMissingCell() {
        return MISSING;
    }

    /** Returns the narrowest type that takes the cells of both. */
    public static DataType getCommonSuperType(final DataType first, final DataType second) {
        if (first.isASuperTypeOf(second)) {
            return first;
        }
        if (second.isASuperTypeOf(first)) {
            return second;
        }
        final List<Class<? extends DataValue>> common = new ArrayList<>(first.values);
        common.retainAll(second.values);
        final Optional<DataType> elements =
                first.elementType.flatMap(type -> second.elementType.map(other -> getCommonSuperType(type, other)));
        return new DataType(Optional.empty(), List.copyOf(common), elements);
    }

    static DataType of(final DataCell cell) {
        return cell instanceof CollectionDataValue collection
                ? getType(cell.getClass(), collection.getElementType())
                : getType(cell.getClass());
    }

    /** Tells whether this is the type of missing cells. */
    public boolean isMissingValueType() {
        return cellClass.filter(type -> type == MissingCell.class).isPresent();
    }

    /** Tells whether the cells hold other cells. */
    public boolean isCollectionType() {
        return elementType.isPresent();
    }

    /** Returns the type of the cells that the cells hold; null if they hold none, as with KNIME. */
    @SuppressWarnings("NullAway")
    public DataType getCollectionElementType() {
        return elementType.orElse(null);
    }

    /** Returns the class of the cells; null if they have no class in common, as with KNIME. */
    @SuppressWarnings("NullAway")
    public Class<? extends DataCell> getCellClass() {
        return cellClass.orElse(null);
    }

    /** Returns as what all cells can be read. */
    public List<Class<? extends DataValue>> getValueClasses() {
        return values;
    }

    /** Returns as what the cells are best read. */
    public Class<? extends DataValue> getPreferredValueClass() {
        return values.isEmpty() ? DataValue.class : values.get(0);
    }

    /** Tells whether all cells can be read in a way. */
    public boolean isCompatible(final Class<? extends DataValue> valueClass) {
        return isMissingValueType() || valueClass == DataValue.class || values.contains(valueClass);
    }

    /** Tells whether a column of this type takes cells of another. */
    public boolean isASuperTypeOf(final DataType other) {
        if (equals(other) || other.isMissingValueType()) {
            return true;
        }
        if (isMissingValueType() || !other.values.containsAll(values)) {
            return false;
        }
        return elementType.isEmpty()
                || other.elementType
                        .map(type -> elementType.get().isASuperTypeOf(type))
                        .orElse(false);
    }

    /** Returns the name that users know. */
    public String getName() {
        final String base = switch (cellClass.map(Class::getSimpleName).orElse("")) {
            case "StringCell" -> "String";
            case "DoubleCell" -> "Number (Float)";
            case "IntCell" -> "Number (Integer)";
            case "LongCell" -> "Number (Long Integer)";
            case "BooleanCell" -> "Boolean";
            case "ListCell" -> "List";
            case "" -> "Non-Native";
            default -> cellClass.orElseThrow().getSimpleName();
        };
        return elementType
                .map(type -> base + " (Collection of: " + type.getName() + ")")
                .orElse(base);
    }

    /** Returns {@link #getName}. */
    public String toPrettyString() {
        return getName();
    }

    @Override
    public String toString() {
        return getName();
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof DataType type
                && cellClass.equals(type.cellClass)
                && values.equals(type.values)
                && elementType.equals(type.elementType);
    }

    @Override
    public int hashCode() {
        return Objects.hash(cellClass, values, elementType);
    }

    private static List<Class<? extends DataValue>> valuesOf(final Class<? extends DataCell> cellClass) {
        final Set<Class<? extends DataValue>> found = new LinkedHashSet<>();
        for (Class<?> type = cellClass; type != null && type != DataCell.class; type = type.getSuperclass()) {
            addInterfaces(type, found);
        }
        found.add(DataValue.class);
        return List.copyOf(found);
    }

    private static void addInterfaces(final Class<?> type, final Set<Class<? extends DataValue>> found) {
        for (final Class<?> parent : type.getInterfaces()) {
            if (DataValue.class.isAssignableFrom(parent) && parent != DataValue.class) {
                found.add(parent.asSubclass(DataValue.class));
            }
            addInterfaces(parent, found);
        }
    }
}
