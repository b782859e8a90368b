/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.ratesweep.core.error.InputException;

/**
 * What a circuit comes to when it is dissolved.
 *
 * @param variables all variables: those of nodes, then those of edges
 * @param edges the edges
 * @param delayed the values from the past that the equations use
 * @param lags the places whose delays and spreads decide over the form of the equations
 * @param places the numbers of elements that follow from constants, which decide over it too
 * @param forms what {@link Lag#stages} says of each of the former and {@link Place#of} of each of the latter
 * @param warnings what the templates say that may not be what was meant, a sentence each
 */
record Flattened(
        List<ModelVariable> variables,
        List<ModelEdge> edges,
        List<DelayedVariable> delayed,
        List<Lag> lags,
        List<Place> places,
        List<Integer> forms,
        List<String> warnings) {
    Flattened {
        variables = List.copyOf(variables);
        edges = List.copyOf(edges);
        delayed = List.copyOf(delayed);
        lags = List.copyOf(lags);
        places = List.copyOf(places);
        forms = List.copyOf(forms);
        warnings = List.copyOf(warnings);
    }

    /**
     * Returns the form that the equations take for some values of constants.
     *
     * @throws InputException if a delay or spread is impossible, or the number of an element is not whole
     */
    List<Integer> form(final ToDoubleFunction<String> values) {
        return Stream.concat(
                        lags.stream().map(lag -> lag.stages(values)),
                        places.stream().map(place -> place.of(values)))
                .toList();
    }

    /** Returns the same with other variables. */
    Flattened with(final List<ModelVariable> others) {
        return new Flattened(others, edges, delayed, lags, places, forms, warnings);
    }

    /** Returns the same with another pre-history. */
    Flattened withPreHistory(final PreHistory preHistory) {
        final List<DelayedVariable> others = delayed.stream()
                .map(variable -> new DelayedVariable(
                        variable.name(), variable.source(), variable.delay(), variable.extent(), preHistory))
                .toList();
        return new Flattened(variables, edges, others, lags, places, forms, warnings);
    }
}
