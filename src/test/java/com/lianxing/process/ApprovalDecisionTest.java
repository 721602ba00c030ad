package com.lianxing.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every row of the three approval tables, at its edges; and what is missing or no number falls to the closed row. */
class ApprovalDecisionTest {

    private final TableUnderTest amountLevel = new TableUnderTest("approval-amount-level");
    private final TableUnderTest overrunLevel = new TableUnderTest("approval-overrun-level");
    private final TableUnderTest route = new TableUnderTest("approval-route");

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

        amountLevel.assertEveryRowHit();
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

        overrunLevel.assertEveryRowHit();
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
        assertRoute(
                TableUnderTest.but(reallocation(), "sourceShareBp", 1_001L),
                "REALLOCATE_LARGE",
                "rule_reallocateLarge");
        assertRoute(TableUnderTest.but(reallocation(), "reallocateSum", 1L), "REJECT", "rule_otherwise");
        assertRoute(TableUnderTest.but(reallocation(), "lineKind", "LABOUR"), "REJECT", "rule_otherwise");
        assertRoute(TableUnderTest.but(reallocation(), "lineKind", "CONTINGENCY"), "REJECT", "rule_otherwise");

        assertRoute(fast(), "FAST", "rule_fast");
        assertRoute(TableUnderTest.but(fast(), "amountUsdMinor", 2_000_001L), "NORMAL", "rule_normal");
        assertRoute(TableUnderTest.but(fast(), "remainingContingencyMinor", 1_999_999L), "NORMAL", "rule_normal");
        assertRoute(TableUnderTest.but(fast(), "insideEventWindow", false), "NORMAL", "rule_normal");
        assertRoute(TableUnderTest.but(fast(), "lifecycle", "fba-inbound"), "NORMAL", "rule_normal");

        assertRoute(but("type", "PAYMENT"), "PAYMENT", "rule_payment");

        assertRoute(passThrough(), "PASS_THROUGH", "rule_passThrough");
        assertRoute(
                TableUnderTest.but(passThrough(), "lineKind", "GOVERNMENT_FEE"), "PASS_THROUGH", "rule_passThrough");
        assertRoute(TableUnderTest.but(passThrough(), "amountUsdMinor", 10_000_001L), "NORMAL", "rule_normal");
        assertRoute(TableUnderTest.but(passThrough(), "pctOverBudgetBp", 1L), "NORMAL", "rule_normal");
        assertRoute(TableUnderTest.but(passThrough(), "type", "OVERRUN"), "NORMAL", "rule_normal");

        route.assertEveryRowHit();
    }

    @Test
    void aMissingInputNeverLetsARequestThrough() {
        for (String input : List.of("type", "rateKnown", "lineKnown", "amountUsdMinor")) {
            assertThat(route.answer(but(input, null))).as("%s is null", input).isEqualTo("REJECT");
            Map<String, @Nullable Object> without = new HashMap<>(normal());
            without.remove(input);
            assertThat(route.answer(without)).as("%s is missing", input).isEqualTo("REJECT");
        }
        assertThat(route.answer(Map.of())).isEqualTo("REJECT");
        assertThat(amountLevel.answer(Map.of())).isEqualTo(5L);
        assertThat(overrunLevel.answer(Map.of())).isEqualTo(5L);
    }

    @Test
    void whatIsNoWholeNumberIsNeverALowLevel() {
        List<Object> notNumbers = List.of("NaN", "ten", "", "1e3", true);
        for (Object wrong : notNumbers) {
            assertClosed(amountLevel, Map.of("amountUsdMinor", wrong), 5L);
            assertClosed(overrunLevel, Map.of("pctOverBudgetBp", wrong), 5L);
            assertClosed(route, but("amountUsdMinor", wrong), "REJECT");
        }
    }

    private static void assertClosed(
            TableUnderTest table, Map<String, ? extends @Nullable Object> inputs, Object closed) {
        try {
            assertThat(table.answer(inputs)).as("%s", inputs).isEqualTo(closed);
        } catch (DmnEngineException refused) {
            assertThat(refused).hasMessageContaining("DMN-01005");
        }
    }

    private void assertAmount(@Nullable Long cents, @Nullable Long quotes, Long level, String rule) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("amountUsdMinor", cents);
        inputs.put("quotes", quotes);
        amountLevel.assertHit(inputs, level, rule);
    }

    private void assertOverrun(@Nullable Long basisPoints, Long level, String rule) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("pctOverBudgetBp", basisPoints);
        overrunLevel.assertHit(inputs, level, rule);
    }

    private void assertRoute(Map<String, @Nullable Object> inputs, String expected, String rule) {
        route.assertHit(inputs, expected, rule);
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
        return TableUnderTest.but(but("type", "REALLOCATE"), "sourceShareBp", 1_000L);
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
        return TableUnderTest.but(but("lineKind", "DUTY"), "amountUsdMinor", 10_000_000L);
    }

    private static Map<String, @Nullable Object> but(String input, @Nullable Object value) {
        return TableUnderTest.but(normal(), input, value);
    }
}
