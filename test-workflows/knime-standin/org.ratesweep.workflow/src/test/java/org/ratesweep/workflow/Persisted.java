/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.workflow;

import java.util.Optional;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;

/** Parameters of every type, with the values that the file beside the test has. */
final class Persisted implements NodeParameters {
    String m_text = "x";
    double m_value = 0.1;
    Mode m_mode = Mode.ALL_COMBINATIONS;
    Group m_group = new Group();
    Element[] m_elements = {new Element(), new Element()};
    Optional<Double> m_absent = Optional.empty();
    Optional<String> m_label = Optional.of("lab");
    String[] m_names = {"p", "q"};
    ColumnFilter m_columns = new ColumnFilter(new String[] {"a", "b"}).withIncludeUnknownColumns();

    enum Mode {
        PAIRWISE,
        ALL_COMBINATIONS
    }

    static final class Group implements NodeParameters {
        boolean m_flag = true;
        int m_count = 3;
        long m_seed = 42;
    }

    static final class Element implements NodeParameters {
        String m_key = "C";
        double m_from = 1;
        Optional<Double> m_to = Optional.of(2.5);
        String[] m_targets = {"a/b", "c/d"};
    }
}
