/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ratesweep.core.expression.Equation;

class BuiltInTemplatesTest {
    private static final TemplateLibrary LIBRARY = TemplateLibrary.builtIn();
    private static final String JANSEN_RIT = "model_templates.neural_mass_models.jansenrit.";

    private static OperatorTemplate operator(final String reference) {
        return (OperatorTemplate) LIBRARY.template("model_templates." + reference);
    }

    private static List<TemplateSummary> summaries() {
        return LIBRARY.list();
    }

    @ParameterizedTest
    @MethodSource("summaries")
    void everyTemplateSaysWhatItIs(final TemplateSummary summary) {
        final Template template = LIBRARY.template(summary.reference());
        assertEquals(summary.kind(), template.kind());
        assertTrue(summary.summary().endsWith(".") && summary.summary().length() > 20, summary::summary);
        assertTrue(template.description().contains("Units"), template.description());
        if (template instanceof OperatorTemplate operator) {
            operator.equations()
                    .forEach(equation ->
                            assertFalse(Equation.parse(equation.text()).target().isEmpty()));
        }
    }

    @Test
    void theListIsComplete() throws IOException, URISyntaxException {
        final Path root = Path.of(BuiltInTemplatesTest.class
                .getResource("/org/ratesweep/core/library")
                .toURI());
        try (Stream<Path> files = Files.walk(root)) {
            assertEquals(
                    new BuiltInSource().names(),
                    files.filter(Files::isRegularFile)
                            .map(file -> root.relativize(file).toString().replace('\\', '/'))
                            .sorted()
                            .toList());
        }
        final Map<TemplateKind, Long> counts =
                summaries().stream().collect(Collectors.groupingBy(TemplateSummary::kind, Collectors.counting()));
        assertEquals(
                Map.of(
                        TemplateKind.OPERATOR,
                        32L,
                        TemplateKind.NODE,
                        23L,
                        TemplateKind.EDGE,
                        5L,
                        TemplateKind.CIRCUIT,
                        21L),
                counts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "base_templates.biexp_op | v' = x; x' = (r_in - x*(tau_r+tau_d) - v)/(tau_r*tau_d) | v=0 x=0 "
                        + "tau_r=1 tau_d=10 r_in=0",
                "neural_mass_models.jansenrit.rpo_e | v' = x; x' = h*m_in/tau - 2*x/tau - v/tau**2 | v=0 x=0 "
                        + "tau=0.01 h=0.00325 m_in=0",
                "neural_mass_models.jansenrit.rpo_i | v' = x; x' = h*m_in/tau - 2*x/tau - v/tau**2 | v=0 x=0 "
                        + "tau=0.02 h=-0.022 m_in=0",
                "neural_mass_models.jansenrit.rpo_e_in | v' = x; x' = h*(m_in + u)/tau - 2*x/tau - v/tau**2 | "
                        + "v=0 x=0 tau=0.01 h=0.00325 m_in=0 u=220",
                "neural_mass_models.jansenrit.pro | m = m_max / (1 + exp(s*(v_thr-v))) | m=0 m_max=5 s=560 "
                        + "v_thr=0.006 v=0",
                "neural_mass_models.wilsoncowan.si_op | m = sigmoid(s*(r_in+r_ext-theta)) - sigmoid(-s*theta) | "
                        + "m=0 s=2 theta=2.5 r_in=0 r_ext=0",
                "oscillators.vanderpol.vdp_op | x' = z; z' = mu*z*(1 - x^2) - x + inp | x=0 z=1 mu=1 inp=0",
                "oscillators.kuramoto.phase_op | d/dt theta = omega + K*s_in + s_ext | theta=0 omega=10 K=1 "
                        + "s_in=0 s_ext=0",
                "oscillators.kuramoto.kmo_op | s = s_in + s_ext; z' = (i*omega - Delta)*z + (s - conj(s)*z^2) / 2 | "
                        + "z=0.5 s=0 omega=10 Delta=1 i=0 s_in=0 s_ext=0",
                "neural_mass_models.qif.qif_sfa_op | r' = (Delta/(pi*tau) + 2.0*r*v) / tau; v' = (v^2 + eta - a + I_ext "
                        + "+ tau*r_in - (pi*tau*r)^2) / tau; a' = x/tau_a; x' = alpha*r - 2.*x/tau_a - a/tau_a | "
                        + "r=0.01 v=-2 Delta=1 tau=1 eta=-5 I_ext=0 r_in=0 a=0 x=0 alpha=0.5 tau_a=10",
                "neural_mass_models.qif.qif_gap_op | r' = (Delta/(pi*tau) + r*(2.0*v-g)) / tau; v' = (v^2 + eta + I_ext "
                        + "+ tau*r_in - (pi*tau*r)^2) / tau | r=0.01 v=-2 Delta=1 tau=1 eta=-5 I_ext=0 r_in=0 g=0",
                "neural_mass_models.qif.qif_conduct_op | r' = (Delta/(pi*tau) + r*(2.0*v - g*s*tau)) / tau; v' = (v^2 + "
                        + "eta + I_ext + g*s*tau*(e_r - v) - (pi*tau*r)^2) / tau; s' = -s/tau_s + r_in | r=0 v=0 s=0 "
                        + "Delta=1 tau=1 eta=-5 g=5 e_r=1 tau_s=2 I_ext=0 r_in=0",
                "neural_mass_models.ik.ik_nodim_op | r' = (Delta/(pi*tau) + r*(2.0*v - alpha - g*s*tau)) / tau; v' = "
                        + "(v^2 - alpha*v + eta + I_ext - u + g*s*tau*(E_r - v) - (pi*tau*r)^2) / tau; u' = a*(b*v - u) "
                        + "+ d*r; s' = -s/tau_s + r_in | r=0 v=0 u=0 s=0 Delta=0.02 tau=1 eta=0 alpha=0.6 g=0.5 E_r=1 "
                        + "b=-0.01 a=0.008 d=0.02 tau_s=2.6 I_ext=0 r_in=0",
            })
    void operatorsHaveTheirEquationsAndValues(final String reference, final String equations, final String values) {
        final OperatorTemplate operator = operator(reference);
        assertEquals(
                equations, operator.equations().stream().map(EquationText::text).collect(Collectors.joining("; ")));
        assertEquals(
                Stream.of(values.split(" "))
                        .map(value -> value.split("="))
                        .collect(Collectors.toMap(value -> value[0], value -> Double.valueOf(value[1]))),
                operator.variables().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> entry.getValue().value().real())));
    }

    @Test
    void theWholeColumnHasItsParameters() {
        final OperatorTemplate column = operator("neural_mass_models.jansenrit.jrc_op");
        assertEquals(9, column.equations().size());
        assertEquals(
                "d/dt X_e = h_e/tau_e * (c*0.8*m_max*sigmoid(r*(V_ein-V_thr)) + c*m_in/io_ratio + u)"
                        + " - V_e/tau_e^2 - 2.*X_e/tau_e",
                column.equations().get(5).text());
        assertEquals(135, column.variables().get("c").value().real());
        assertEquals(Role.INPUT, column.variables().get("u").role());
        assertEquals(Role.OUTPUT, column.variables().get("m").role());
        assertEquals(21, column.variables().size());
    }

    @Test
    void circuitsHaveTheirWeights() {
        final CircuitTemplate column = LIBRARY.circuit(JANSEN_RIT + "JRC");
        assertEquals(List.of("pc", "ein", "iin"), List.copyOf(column.nodes().keySet()));
        assertEquals(
                List.of(
                        "pc/pro/m -> ein/rpo_e/m_in 135.0",
                        "pc/pro/m -> iin/rpo_e/m_in 33.75",
                        "ein/pro/m -> pc/rpo_e_in/m_in 108.0",
                        "iin/pro/m -> pc/rpo_i/m_in 33.75"),
                column.edges().stream()
                        .map(edge -> edge.source() + " -> " + edge.target() + " " + edge.weight())
                        .toList());
        assertEquals(
                List.of(15.0, 15.0, -15.0, -4.0),
                LIBRARY.circuit("model_templates.neural_mass_models.wilsoncowan.WC").edges().stream()
                        .map(Edge::weight)
                        .toList());
        assertEquals(
                "jrc_pop",
                LIBRARY.circuit(JANSEN_RIT + "JRC2").nodes().get("jrc").name());
    }
}
