/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.loadtemplate;

import java.util.Arrays;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.ratesweep.core.model.ModelVariable;
import org.ratesweep.core.model.VariableUnit;

/** The table of a model's variables, one row a variable, whose RowID is its path. */
final class VariablesTable {
    private VariablesTable() {}

    /** What a column holds and where it comes from. */
    private enum Column {
        NODE("node", StringCell.TYPE) {
            @Override
            DataCell cell(final ModelVariable variable) {
                return variable.ofEdge() ? DataType.getMissingCell() : text(upTo(variable.path(), 2));
            }
        },
        OPERATOR("operator", StringCell.TYPE) {
            @Override
            DataCell cell(final ModelVariable variable) {
                return variable.ofEdge() ? DataType.getMissingCell() : text(last(upTo(variable.path(), 1)));
            }
        },
        VARIABLE("variable", StringCell.TYPE) {
            @Override
            DataCell cell(final ModelVariable variable) {
                return text(last(variable.path()));
            }
        },
        KIND("kind", StringCell.TYPE) {
            @Override
            DataCell cell(final ModelVariable variable) {
                return text(variable.kind().words());
            }
        },
        UNITS("units", IntCell.TYPE) {
            @Override
            DataCell cell(final ModelVariable variable) {
                return new IntCell(variable.extent());
            }
        },
        DEFAULT("default", DoubleCell.TYPE) {
            @Override
            DataCell cell(final ModelVariable variable) {
                return variable.values().isSame() ? number(variable.value()) : DataType.getMissingCell();
            }
        },
        DEFAULTS_OF_UNITS("defaults of units", ListCell.getCollectionType(DoubleCell.TYPE)) {
            @Override
            DataCell cell(final ModelVariable variable) {
                return variable.values().isSame()
                        ? DataType.getMissingCell()
                        : CollectionCellFactory.createListCell(VariableUnit.of(variable)
                                .map(unit -> number(unit.value()))
                                .toList());
            }
        },
        EQUATION("equation", StringCell.TYPE) {
            @Override
            DataCell cell(final ModelVariable variable) {
                return text(variable.equation());
            }
        },
        SWEEPABLE("sweepable", BooleanCell.TYPE) {
            @Override
            DataCell cell(final ModelVariable variable) {
                return variable.sweepable() ? BooleanCell.TRUE : BooleanCell.FALSE;
            }
        },
        RECORDABLE("recordable", BooleanCell.TYPE) {
            @Override
            DataCell cell(final ModelVariable variable) {
                return variable.recordable() ? BooleanCell.TRUE : BooleanCell.FALSE;
            }
        };

        private final String title;
        private final DataType type;

        Column(final String title, final DataType type) {
            this.title = title;
            this.type = type;
        }

        abstract DataCell cell(ModelVariable variable);

        private static DataCell number(final double number) {
            return Double.isFinite(number) ? new DoubleCell(number) : DataType.getMissingCell();
        }

        private static DataCell text(final String text) {
            return text.isEmpty() ? DataType.getMissingCell() : new StringCell(text);
        }

        /** Returns a path without its last levels. */
        private static String upTo(final String path, final int levels) {
            String rest = path;
            for (int i = 0; i < levels; i++) {
                rest = rest.substring(0, Math.max(0, rest.lastIndexOf('/')));
            }
            return rest;
        }

        private static String last(final String path) {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** Returns the columns, the same for every model. */
    static DataTableSpec spec() {
        return new DataTableSpec(Arrays.stream(Column.values())
                .map(column -> new DataColumnSpecCreator(column.title, column.type).createSpec())
                .toArray(DataColumnSpec[]::new));
    }

    /** Returns the row of a variable. */
    static DataRow row(final ModelVariable variable) {
        return new DefaultRow(
                variable.path(),
                Arrays.stream(Column.values())
                        .map(column -> column.cell(variable))
                        .toArray(DataCell[]::new));
    }
}
