/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters.widget.choices;

import java.util.List;
import org.knime.node.parameters.updates.StateProvider;

/**
 * Computes what can be chosen.
 *
 * @param <S> the type of a choice
 */
public interface ChoicesStateProvider<S> extends StateProvider<List<S>> {}
