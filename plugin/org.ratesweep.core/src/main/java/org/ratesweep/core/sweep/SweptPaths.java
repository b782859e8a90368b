/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.model.UnitPath;

/** The variables and units of variables that the columns of a grid set, each by one column alone. */
final class SweptPaths {
    private final Set<String> formative;
    private final Map<String, String> keys = new HashMap<>();
    /** The first unit that is set of each variable whose units are set one by one. */
    private final Map<String, String> units = new HashMap<>();

    /** @param formative the paths of the parameters on which delays depend */
    SweptPaths(final Set<String> formative) {
        this.formative = formative;
    }

    /**
     * Takes what a column sets.
     *
     * @param key the column
     * @param paths paths of variables, or of units of them
     * @return the same without units of variables that the column sets as a whole
     * @throws InputException if another column sets one of them, or a delay depends on a single unit
     */
    List<String> take(final String key, final List<String> paths) {
        final Set<String> whole = Set.copyOf(paths);
        final List<String> taken = paths.stream()
                .filter(path ->
                        !isUnit(path) || !whole.contains(UnitPath.of(path).variable()))
                .toList();
        taken.forEach(path -> take(key, path));
        return taken;
    }

    private void take(final String key, final String path) {
        final String variable = UnitPath.of(path).variable();
        if (isUnit(path)) {
            if (formative.contains(variable)) {
                throw new InputException("'" + path + "' cannot be swept alone: a delay depends on '" + variable
                        + "', and all units of a variable have the same delay; sweep '" + variable + "'");
            }
            requireFree(variable, key, path);
            units.putIfAbsent(variable, path);
        } else if (units.containsKey(path)) {
            requireFree(units.get(path), key, path);
        }
        requireFree(path, key, path);
        keys.put(path, key);
    }

    private void requireFree(final String other, final String key, final String path) {
        final String before = keys.get(other);
        if (before != null) {
            throw new InputException("both '" + before + "' and '" + key + "' set '" + path + "'");
        }
    }

    private static boolean isUnit(final String path) {
        return UnitPath.of(path).unit().isPresent();
    }
}
