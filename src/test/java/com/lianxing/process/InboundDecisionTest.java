package com.lianxing.process;

import static com.lianxing.process.TableUnderTest.but;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * How goods travel and how Amazon spreads them, every row at its edges; then every combination of edges, known or not,
 * against the same policy written down a second time.
 */
class InboundDecisionTest {

    private final TableUnderTest mode = new TableUnderTest("shipment-mode");
    private final TableUnderTest placement = new TableUnderTest("placement-option");

    @Test
    void theModeOfTransport() {
        Map<String, @Nullable Object> late = late();
        Map<String, @Nullable Object> battery = but(but(late, "airForbidden", true), "slackFastOceanDays", -1L);
        mode.assertHit(battery, "INFEASIBLE", "rule_tooLateBySea");
        mode.assertHit(
                but(but(battery, "slackAirDays", 20L), "airGainUsdMinor", 1L), "INFEASIBLE", "rule_tooLateBySea");
        mode.assertHit(but(battery, "slackFastOceanDays", 0L), "OCEAN_FAST", "rule_fastOcean");
        mode.assertHit(but(battery, "slackLclDays", 0L), "OCEAN_LCL", "rule_sharedContainer");
        mode.assertHit(but(sea(), "airForbidden", true), "OCEAN_FCL", "rule_fullContainer");

        Map<String, @Nullable Object> bridge = bridge();
        mode.assertHit(bridge, "AIR_AND_OCEAN", "rule_airBridge");
        mode.assertHit(but(bridge, "slackFastOceanDays", -1L), "AIR_AND_OCEAN", "rule_airBridge");
        mode.assertHit(but(bridge, "airGainUsdMinor", 0L), "OCEAN_FAST", "rule_fastOcean");
        mode.assertHit(but(bridge, "slackAirDays", -1L), "OCEAN_FAST", "rule_fastOcean");
        mode.assertHit(but(bridge, "slackOceanDays", 0L), "OCEAN_FCL", "rule_fullContainer");

        mode.assertHit(but(late, "slackFastOceanDays", 0L), "OCEAN_FAST", "rule_fastOcean");
        mode.assertHit(sea(), "OCEAN_FCL", "rule_fullContainer");
        mode.assertHit(but(sea(), "volumeLitres", 14_999L), "OCEAN_LCL", "rule_sharedContainer");
        mode.assertHit(but(but(sea(), "volumeLitres", 14_999L), "slackLclDays", -1L), "INFEASIBLE", "rule_otherwise");
        mode.assertHit(but(late, "slackFastOceanDays", -1L), "INFEASIBLE", "rule_otherwise");

        mode.assertEveryRowHit();
    }

    @Test
    void thePlacement() {
        placement.assertHit(
                but(but(offer(), "minimalInTime", false), "optimizedSavingUsdMinor", -1L),
                "OPTIMIZED",
                "rule_onlyOptimizedInTime");
        placement.assertHit(
                but(but(offer(), "minimalInTime", false), "fewestIdenticalCartons", 4L),
                "OPTIMIZED",
                "rule_onlyOptimizedInTime");
        placement.assertHit(but(offer(), "fewestIdenticalCartons", 4L), "MINIMAL", "rule_fewCartons");
        placement.assertHit(but(offer(), "splitsWithinWindow", false), "MINIMAL", "rule_splitsTooFarApart");
        placement.assertHit(offer(), "OPTIMIZED", "rule_optimizedCheaper");
        placement.assertHit(
                but(but(offer(), "minimalInTime", false), "optimizedInTime", false),
                "OPTIMIZED",
                "rule_optimizedCheaper");
        Map<String, @Nullable Object> partial = but(
                but(but(offer(), "optimizedSavingUsdMinor", -1L), "partialOffered", true), "partialSavingUsdMinor", 1L);
        placement.assertHit(partial, "PARTIAL", "rule_partialCheapest");
        placement.assertHit(but(partial, "partialSavingUsdMinor", 0L), "MINIMAL", "rule_otherwise");
        placement.assertHit(but(partial, "partialOffered", false), "MINIMAL", "rule_otherwise");
        placement.assertHit(but(offer(), "optimizedSavingUsdMinor", -1L), "MINIMAL", "rule_otherwise");

        placement.assertEveryRowHit();
    }

    @Test
    void everyCombinationOfModeInputsFollowsThePolicy() {
        List<@Nullable Object> days = Arrays.asList(-1L, 0L);
        List<@Nullable Object> mayBeUnknown = Arrays.asList(-1L, 0L, null);
        for (Map<String, @Nullable Object> inputs : combinations(Map.of(
                "airForbidden", Arrays.asList(true, false, null),
                "slackOceanDays", mayBeUnknown,
                "slackFastOceanDays", days,
                "slackLclDays", days,
                "slackAirDays", days,
                "airGainUsdMinor", Arrays.asList(0L, 1L),
                "volumeLitres", Arrays.asList(14_999L, 15_000L)))) {
            assertThat(mode.answer(inputs)).as("%s", inputs).isEqualTo(modeByPolicy(inputs));
        }
    }

    @Test
    void everyCombinationOfPlacementInputsFollowsThePolicy() {
        List<@Nullable Object> flags = Arrays.asList(true, false);
        for (Map<String, @Nullable Object> inputs : combinations(Map.of(
                "minimalInTime", flags,
                "optimizedInTime", flags,
                "fewestIdenticalCartons", Arrays.asList(4L, 5L, null),
                "splitsWithinWindow", Arrays.asList(true, false, null),
                "optimizedSavingUsdMinor", Arrays.asList(-1L, 0L, null),
                "partialOffered", flags,
                "partialSavingUsdMinor", Arrays.asList(0L, 1L)))) {
            assertThat(placement.answer(inputs)).as("%s", inputs).isEqualTo(placementByPolicy(inputs));
        }
    }

    @Test
    void whatIsNotKnownNeitherFliesNorSplits() {
        assertThat(mode.answer(Map.of())).isEqualTo("INFEASIBLE");
        assertThat(placement.answer(Map.of())).isEqualTo("MINIMAL");
        for (String input : List.of("airForbidden", "slackOceanDays", "slackAirDays", "airGainUsdMinor")) {
            assertThat(mode.answer(but(bridge(), input, null)))
                    .as("without %s", input)
                    .isNotEqualTo("AIR_AND_OCEAN");
        }
        for (String input : List.of("fewestIdenticalCartons", "splitsWithinWindow", "optimizedSavingUsdMinor")) {
            Map<String, @Nullable Object> without = new HashMap<>(offer());
            without.remove(input);
            assertThat(placement.answer(without)).as("without %s", input).isEqualTo("MINIMAL");
        }
    }

    @Test
    void whatIsNoWholeNumberIsNotTakenForOne() {
        for (Object wrong : List.of("NaN", "ten", "", "1e3", true)) {
            assertClosed(mode, but(but(sea(), "volumeLitres", wrong), "slackLclDays", -1L), "INFEASIBLE");
            assertClosed(placement, but(offer(), "optimizedSavingUsdMinor", wrong), "MINIMAL");
        }
    }

    private static void assertClosed(TableUnderTest table, Map<String, @Nullable Object> inputs, String closed) {
        try {
            assertThat(table.answer(inputs)).as("%s", inputs).isEqualTo(closed);
        } catch (DmnEngineException refused) {
            assertThat(refused).hasMessageContaining("DMN-01005");
        }
    }

    /** A ship, shared or not, arrives in time and 15 cubic metres are full. */
    private static Map<String, @Nullable Object> sea() {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("airForbidden", false);
        inputs.put("slackOceanDays", 0L);
        inputs.put("slackFastOceanDays", 5L);
        inputs.put("slackLclDays", 0L);
        inputs.put("slackAirDays", 20L);
        inputs.put("airGainUsdMinor", 0L);
        inputs.put("volumeLitres", 15_000L);
        return inputs;
    }

    /** Only the fast ship arrives in time. */
    private static Map<String, @Nullable Object> late() {
        return but(but(but(sea(), "slackOceanDays", -1L), "slackLclDays", -8L), "slackAirDays", -9L);
    }

    /** The same, and flying a part would pay. */
    private static Map<String, @Nullable Object> bridge() {
        return but(but(late(), "slackAirDays", 0L), "airGainUsdMinor", 1L);
    }

    /** Everything in time, five cartons alike, and optimized costs what minimal does. */
    private static Map<String, @Nullable Object> offer() {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("minimalInTime", true);
        inputs.put("optimizedInTime", true);
        inputs.put("fewestIdenticalCartons", 5L);
        inputs.put("splitsWithinWindow", true);
        inputs.put("optimizedSavingUsdMinor", 0L);
        inputs.put("partialOffered", false);
        inputs.put("partialSavingUsdMinor", 0L);
        return inputs;
    }

    private static String modeByPolicy(Map<String, @Nullable Object> inputs) {
        boolean oceanLate = isBelow(inputs, "slackOceanDays", 0);
        boolean fastLate = isBelow(inputs, "slackFastOceanDays", 0);
        boolean sharedLate = isBelow(inputs, "slackLclDays", 0);
        if (is(inputs, "airForbidden", true) && oceanLate && fastLate && sharedLate) {
            return "INFEASIBLE";
        }
        boolean flyingPays = isAtLeast(inputs, "airGainUsdMinor", 1) && isAtLeast(inputs, "slackAirDays", 0);
        if (is(inputs, "airForbidden", false) && oceanLate && flyingPays) {
            return "AIR_AND_OCEAN";
        }
        if (oceanLate && isAtLeast(inputs, "slackFastOceanDays", 0)) {
            return "OCEAN_FAST";
        }
        if (isAtLeast(inputs, "slackOceanDays", 0) && isAtLeast(inputs, "volumeLitres", 15_000)) {
            return "OCEAN_FCL";
        }
        return isAtLeast(inputs, "slackLclDays", 0) ? "OCEAN_LCL" : "INFEASIBLE";
    }

    private static String placementByPolicy(Map<String, @Nullable Object> inputs) {
        if (is(inputs, "minimalInTime", false) && is(inputs, "optimizedInTime", true)) {
            return "OPTIMIZED";
        }
        if (!isAtLeast(inputs, "fewestIdenticalCartons", 5) || !is(inputs, "splitsWithinWindow", true)) {
            return "MINIMAL";
        }
        if (isAtLeast(inputs, "optimizedSavingUsdMinor", 0)) {
            return "OPTIMIZED";
        }
        boolean partial = is(inputs, "partialOffered", true) && isAtLeast(inputs, "partialSavingUsdMinor", 1);
        return partial ? "PARTIAL" : "MINIMAL";
    }

    private static boolean is(Map<String, @Nullable Object> inputs, String input, boolean value) {
        return Boolean.valueOf(value).equals(inputs.get(input));
    }

    private static boolean isBelow(Map<String, @Nullable Object> inputs, String input, long limit) {
        return inputs.get(input) instanceof Long number && number < limit;
    }

    private static boolean isAtLeast(Map<String, @Nullable Object> inputs, String input, long limit) {
        return inputs.get(input) instanceof Long number && number >= limit;
    }

    private static List<Map<String, @Nullable Object>> combinations(Map<String, List<@Nullable Object>> values) {
        List<Map<String, @Nullable Object>> all = List.of(Map.of());
        for (Map.Entry<String, List<@Nullable Object>> input : values.entrySet()) {
            List<Map<String, @Nullable Object>> more = new ArrayList<>();
            for (Map<String, @Nullable Object> inputs : all) {
                input.getValue().forEach(value -> more.add(but(inputs, input.getKey(), value)));
            }
            all = more;
        }
        return all;
    }
}
