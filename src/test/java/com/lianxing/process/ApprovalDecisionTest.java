package com.lianxing.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every row of the three approval tables, at its edges; and what is missing or no number falls to the closed row. */
class ApprovalDecisionTest {

    private final Set<String> hit = new TreeSet<>();
    private final DmnEngine engine = engine();

    @Test
    void theLevelByAmount() {
        assertAmount(0L, null, 1L, "rule_upTo1000");
        assertAmount(100_000L, 0L, 1L, "rule_upTo1000");
        assertAmount(100_001L, 2L, 2L, "rule_upTo5000");
        assertAmount(500_000L, 1_000L, 2L, "rule_upTo5000");
        assertAmount(500_000L, 1L, 3L, "rule_upTo5000FewQuotes");
        assertAmount(100_001L, null, 3L, "rule_upTo5000QuotesUnknown");
        assertAmount(500_001L, 3L, 3L, "rule_upTo20000");
        assertAmount(2_000_000L, 2L, 4L, "rule_upTo20000FewQuotes");
        assertAmount(2_000_000L, null, 4L, "rule_upTo20000QuotesUnknown");
        assertAmount(2_000_001L, 3L, 4L, "rule_upTo100000");
        assertAmount(10_000_000L, 2L, 5L, "rule_upTo100000FewQuotes");
        assertAmount(10_000_000L, null, 5L, "rule_upTo100000QuotesUnknown");
        assertAmount(10_000_001L, 3L, 5L, "rule_above100000");
        assertAmount(Long.MAX_VALUE, null, 5L, "rule_above100000");
        assertAmount(-1L, 3L, 5L, "rule_negative");
        assertAmount(null, 3L, 5L, "rule_missing");
        assertAmount(null, null, 5L, "rule_missing");

        assertEveryRowHit("approval-amount-level");
    }

    @Test
    void theLevelByOverrun() {
        assertOverrun(Long.MIN_VALUE, 1L, "rule_within");
        assertOverrun(0L, 1L, "rule_within");
        assertOverrun(1L, 3L, "rule_upTo10");
        assertOverrun(1_000L, 3L, "rule_upTo10");
        assertOverrun(1_001L, 4L, "rule_upTo20");
        assertOverrun(2_000L, 4L, "rule_upTo20");
        assertOverrun(2_001L, 5L, "rule_above20");
        assertOverrun(null, 5L, "rule_missing");

        assertEveryRowHit("approval-overrun-level");
    }

    @Test
    void theRoute() {
        assertRoute(normal(), "NORMAL", "rule_normal");
        for (String type : List.of("INITIAL", "CHANGE", "OVERRUN")) {
            assertRoute(but("type", type), "NORMAL", "rule_normal");
        }
        assertRoute(but("rateKnown", false), "REJECT", "rule_rateMissing");
        assertRoute(but("lineKnown", false), "REJECT", "rule_lineUnknown");
        assertRoute(but("amountUsdMinor", 0L), "REJECT", "rule_nothingMoved");
        assertRoute(but("amountUsdMinor", -1L), "REJECT", "rule_nothingMoved");

        assertRoute(reallocation(), "REALLOCATE", "rule_reallocate");
        assertRoute(but(reallocation(), "sourceShareBp", 1_001L), "REALLOCATE_LARGE", "rule_reallocateLarge");
        assertRoute(but(reallocation(), "reallocateSum", 1L), "REJECT", "rule_otherwise");
        assertRoute(but(reallocation(), "lineKind", "LABOUR"), "REJECT", "rule_otherwise");
        assertRoute(but(reallocation(), "lineKind", "CONTINGENCY"), "REJECT", "rule_otherwise");

        assertRoute(fast(), "FAST", "rule_fast");
        assertRoute(but(fast(), "amountUsdMinor", 2_000_001L), "NORMAL", "rule_normal");
        assertRoute(but(fast(), "remainingContingencyMinor", 1_999_999L), "NORMAL", "rule_normal");
        assertRoute(but(fast(), "insideEventWindow", false), "NORMAL", "rule_normal");
        assertRoute(but(fast(), "lifecycle", "fba-inbound"), "NORMAL", "rule_normal");

        assertRoute(passThrough(), "PASS_THROUGH", "rule_passThrough");
        assertRoute(but(passThrough(), "lineKind", "GOVERNMENT_FEE"), "PASS_THROUGH", "rule_passThrough");
        assertRoute(but(passThrough(), "amountUsdMinor", 10_000_001L), "NORMAL", "rule_normal");
        assertRoute(but(passThrough(), "pctOverBudgetBp", 1L), "NORMAL", "rule_normal");
        assertRoute(but(passThrough(), "type", "OVERRUN"), "NORMAL", "rule_normal");

        assertEveryRowHit("approval-route");
    }

    @Test
    void aMissingInputNeverLetsARequestThrough() {
        for (String input : List.of("type", "rateKnown", "lineKnown", "amountUsdMinor")) {
            assertThat(answer("approval-route", but(input, null)))
                    .as("%s is null", input)
                    .isEqualTo("REJECT");
            Map<String, @Nullable Object> without = new HashMap<>(normal());
            without.remove(input);
            assertThat(answer("approval-route", without))
                    .as("%s is missing", input)
                    .isEqualTo("REJECT");
        }
        assertThat(answer("approval-route", Map.of())).isEqualTo("REJECT");
        assertThat(answer("approval-amount-level", Map.of())).isEqualTo(5L);
        assertThat(answer("approval-overrun-level", Map.of())).isEqualTo(5L);
    }

    @Test
    void whatIsNoWholeNumberIsNeverALowLevel() {
        List<Object> notNumbers = List.of("NaN", "ten", "", "1e3", true);
        for (Object wrong : notNumbers) {
            assertClosed("approval-amount-level", "amountUsdMinor", wrong, 5L);
            assertClosed("approval-overrun-level", "pctOverBudgetBp", wrong, 5L);
            assertClosed("approval-route", "amountUsdMinor", wrong, "REJECT");
        }
    }

    private void assertClosed(String table, String input, Object wrong, Object closed) {
        Map<String, @Nullable Object> inputs =
                table.equals("approval-route") ? but(input, wrong) : Map.of(input, wrong);
        try {
            assertThat(answer(table, inputs))
                    .as("%s = %s in %s", input, wrong, table)
                    .isEqualTo(closed);
        } catch (DmnEngineException refused) {
            assertThat(refused).hasMessageContaining("DMN-01005");
        }
    }

    private void assertAmount(@Nullable Long cents, @Nullable Long quotes, Long level, String rule) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("amountUsdMinor", cents);
        inputs.put("quotes", quotes);
        assertHit("approval-amount-level", inputs, level, rule);
    }

    private void assertOverrun(@Nullable Long basisPoints, Long level, String rule) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("pctOverBudgetBp", basisPoints);
        assertHit("approval-overrun-level", inputs, level, rule);
    }

    private void assertRoute(Map<String, @Nullable Object> inputs, String route, String rule) {
        assertHit("approval-route", inputs, route, rule);
    }

    private void assertHit(String table, Map<String, @Nullable Object> inputs, Object answer, String rule) {
        Set<String> before = new TreeSet<>(hit);
        hit.clear();
        assertThat(answer(table, inputs)).as("%s of %s", table, inputs).isEqualTo(answer);
        assertThat(hit).as("%s of %s", table, inputs).containsExactly(rule);
        hit.addAll(before);
    }

    private @Nullable Object answer(String table, Map<String, ? extends @Nullable Object> inputs) {
        VariableMap variables = Variables.createVariables();
        inputs.forEach(variables::putValue);
        return engine.evaluateDecisionTable(table, file(table), variables)
                .getSingleResult()
                .getSingleEntry();
    }

    private void assertEveryRowHit(String table) {
        Set<String> rows = new TreeSet<>();
        Dmn.readModelFromStream(file(table)).getModelElementsByType(Rule.class).forEach(row -> rows.add(row.getId()));
        rows.removeAll(hit);
        assertThat(rows).as("rows of %s without a case", table).isEmpty();
    }

    private DmnEngine engine() {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(new ArrayList<>(List.of(this::remember)));
        return configuration.buildEngine();
    }

    private void remember(DmnDecisionTableEvaluationEvent event) {
        event.getMatchingRules().forEach(rule -> hit.add(rule.getId()));
    }

    private static InputStream file(String table) {
        try {
            return Objects.requireNonNull(ApprovalDecisionTest.class.getResource("/processes/" + table + ".dmn"), table)
                    .openStream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, @Nullable Object> normal() {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("type", "COMMITMENT");
        inputs.put("rateKnown", true);
        inputs.put("lineKnown", true);
        inputs.put("amountUsdMinor", 1L);
        inputs.put("lineKind", "GENERAL");
        inputs.put("pctOverBudgetBp", 0L);
        inputs.put("reallocateSum", 0L);
        inputs.put("sourceShareBp", 0L);
        inputs.put("lifecycle", "fba-inbound");
        inputs.put("insideEventWindow", false);
        inputs.put("remainingContingencyMinor", 0L);
        return inputs;
    }

    private static Map<String, @Nullable Object> reallocation() {
        return but(but("type", "REALLOCATE"), "sourceShareBp", 1_000L);
    }

    private static Map<String, @Nullable Object> fast() {
        Map<String, @Nullable Object> inputs = but("type", "OVERRUN");
        inputs.put("amountUsdMinor", 2_000_000L);
        inputs.put("lifecycle", "black-friday-launch");
        inputs.put("insideEventWindow", true);
        inputs.put("remainingContingencyMinor", 2_000_000L);
        return inputs;
    }

    private static Map<String, @Nullable Object> passThrough() {
        return but(but("lineKind", "DUTY"), "amountUsdMinor", 10_000_000L);
    }

    private static Map<String, @Nullable Object> but(String input, @Nullable Object value) {
        return but(normal(), input, value);
    }

    private static Map<String, @Nullable Object> but(
            Map<String, @Nullable Object> inputs, String input, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new HashMap<>(inputs);
        changed.put(input, value);
        return changed;
    }
}
