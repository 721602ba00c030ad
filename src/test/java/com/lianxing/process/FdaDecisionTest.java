package com.lianxing.process;

import static com.lianxing.process.TableUnderTest.but;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Which of the FDA's rules a product falls under, every row of both tables; then every combination of facts against the
 * same policy written down a second time.
 */
class FdaDecisionTest {

    private final TableUnderTest paths = new TableUnderTest("fda-path");
    private final TableUnderTest device = new TableUnderTest("fda-device-class");

    @Test
    void aProductTakesEveryPathThatItsFactsLeadTo() {
        Map<String, @Nullable Object> cream = product("BEAUTY", "SKIN", "appearanceClaim");
        paths.assertAllHit(cream, Set.of("COSMETIC"), "rule_cosmetic");
        paths.assertAllHit(but(cream, "productUse", "NOT_ON_THE_BODY"), Set.of());

        Map<String, @Nullable Object> sunCream = but(but(cream, "bodyClaim", true), "monographIngredient", true);
        paths.assertAllHit(sunCream, Set.of("COSMETIC", "OTC_DRUG"), "rule_cosmetic", "rule_monographDrug");
        paths.assertAllHit(but(sunCream, "appearanceClaim", false), Set.of("OTC_DRUG"), "rule_monographDrug");

        Map<String, @Nullable Object> eczemaCream = but(but(cream, "bodyClaim", true), "diseaseClaim", true);
        paths.assertAllHit(eczemaCream, Set.of("COSMETIC", "DRUG_NDA"), "rule_cosmetic", "rule_newDrug");
        paths.assertAllHit(
                but(eczemaCream, "monographIngredient", true),
                Set.of("COSMETIC", "OTC_DRUG"),
                "rule_cosmetic",
                "rule_monographDrug");

        paths.assertAllHit(product("FOOD", "INGESTED"), Set.of("FOOD"), "rule_food");
        paths.assertAllHit(
                product("FOOD", "INGESTED", "bodyClaim", "diseaseClaim"),
                Set.of("FOOD", "DRUG_NDA"),
                "rule_newDrug",
                "rule_food");
        paths.assertAllHit(product("FOOD", "INGESTED", "wellnessOnly"), Set.of("FOOD"), "rule_food");
        paths.assertAllHit(
                product("FOOD_CONTACT_ARTICLE", "NOT_ON_THE_BODY"), Set.of("FOOD_CONTACT"), "rule_foodContact");

        Map<String, @Nullable Object> mask = product("EQUIPMENT", "ON_THE_BODY", "bodyClaim", "radiates");
        paths.assertAllHit(mask, Set.of("DEVICE", "RADIATION"), "rule_apparatusForTheBody", "rule_radiation");
        paths.assertAllHit(
                but(mask, "productCodeKnown", true),
                Set.of("DEVICE", "RADIATION"),
                "rule_knownDevice",
                "rule_radiation");
        paths.assertAllHit(but(mask, "bodyClaim", false), Set.of("RADIATION"), "rule_radiation");

        Map<String, @Nullable Object> band = product("CONSUMER_ELECTRONICS", "ON_THE_BODY", "wellnessOnly");
        paths.assertAllHit(band, Set.of("WELLNESS_MEMO"), "rule_wellness");
        paths.assertAllHit(but(band, "wellnessOnly", false), Set.of("NONE"), "rule_notRegulated");

        Map<String, @Nullable Object> pillow = product("HOME", "NOT_ON_THE_BODY");
        paths.assertAllHit(pillow, Set.of("NONE"), "rule_notRegulated");
        paths.assertAllHit(but(pillow, "contradiction", true), Set.of("MANUAL_EXPERT"), "rule_expert");
        paths.assertAllHit(but(pillow, "productKind", "OTHER"), Set.of());

        paths.assertEveryRowHit();
    }

    @Test
    void theClassOfADeviceDecidesItsRoute() {
        Map<String, @Nullable Object> exempt = device("I", true, true, false);
        device.assertHit(exempt, "REGISTER_AND_LIST", "rule_classOne");
        device.assertHit(but(exempt, "reserved", true), "CLEARANCE_510K", "rule_reserved");
        device.assertHit(but(exempt, "limitsKept", false), "CLEARANCE_510K", "rule_beyondLimits");
        device.assertHit(but(exempt, "deviceClass", "II"), "REGISTER_AND_LIST", "rule_classTwoExempt");
        device.assertHit(device("II", false, true, false), "CLEARANCE_510K", "rule_classTwo");
        device.assertHit(but(exempt, "deviceClass", "III"), "PREMARKET_APPROVAL", "rule_classThree");
        device.assertHit(but(exempt, "deviceClass", "UNKNOWN"), "MANUAL_EXPERT", "rule_otherwise");
        for (String fact : List.of("deviceClass", "exempt", "limitsKept", "reserved")) {
            device.assertHit(but(exempt, fact, null), "MANUAL_EXPERT", "rule_otherwise");
        }
        device.assertEveryRowHit();
    }

    @Test
    void everyCombinationOfFactsFollowsThePolicy() {
        List<String> flags = List.of(
                "appearanceClaim",
                "bodyClaim",
                "diseaseClaim",
                "wellnessOnly",
                "monographIngredient",
                "productCodeKnown",
                "radiates",
                "contradiction");
        int cases = 0;
        for (String kind : List.of(
                "BEAUTY", "FOOD", "FOOD_CONTACT_ARTICLE", "EQUIPMENT", "CONSUMER_ELECTRONICS", "HOME", "OTHER")) {
            for (String use : List.of("SKIN", "INGESTED", "NOT_ON_THE_BODY")) {
                for (int bits = 0; bits < 1 << flags.size(); bits++) {
                    Map<String, @Nullable Object> facts = product(kind, use);
                    for (int flag = 0; flag < flags.size(); flag++) {
                        facts.put(flags.get(flag), (bits >> flag & 1) == 1);
                    }
                    assertThat(paths.answers(facts)).as("%s", facts).isEqualTo(byPolicy(facts));
                    cases++;
                }
            }
        }
        assertThat(cases).isEqualTo(7 * 3 * 256);
    }

    @Test
    void withoutAFactThatMattersNothingIsFoundAndSoAnExpertDecides() {
        Map<String, @Nullable Object> pillow = product("HOME", "NOT_ON_THE_BODY");
        for (String fact : List.of(
                "productKind",
                "productUse",
                "bodyClaim",
                "wellnessOnly",
                "productCodeKnown",
                "radiates",
                "contradiction")) {
            assertThat(paths.answers(but(pillow, fact, null)))
                    .as("without %s", fact)
                    .isEmpty();
        }
        assertThat(paths.answers(Map.of())).isEmpty();
    }

    private static Map<String, @Nullable Object> product(String kind, String use, String... holds) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("productKind", kind);
        facts.put("productUse", use);
        for (String flag : List.of(
                "appearanceClaim",
                "bodyClaim",
                "diseaseClaim",
                "wellnessOnly",
                "monographIngredient",
                "productCodeKnown",
                "radiates",
                "contradiction")) {
            facts.put(flag, Arrays.asList(holds).contains(flag));
        }
        return facts;
    }

    private static Map<String, @Nullable Object> device(
            String deviceClass, boolean exempt, boolean limitsKept, boolean reserved) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("deviceClass", deviceClass);
        facts.put("exempt", exempt);
        facts.put("limitsKept", limitsKept);
        facts.put("reserved", reserved);
        return facts;
    }

    /** domain.md D2, row by row, as one reads it aloud. */
    private static Set<Object> byPolicy(Map<String, @Nullable Object> facts) {
        Object kind = facts.get("productKind");
        boolean apparatus = "EQUIPMENT".equals(kind) || "CONSUMER_ELECTRONICS".equals(kind);
        boolean eaten = "INGESTED".equals(facts.get("productUse"));
        boolean acts = is(facts, "bodyClaim");
        boolean coded = is(facts, "productCodeKnown");
        boolean wellness = is(facts, "wellnessOnly");
        List<Object> answers = new ArrayList<>();
        if ("BEAUTY".equals(kind) && "SKIN".equals(facts.get("productUse")) && is(facts, "appearanceClaim")) {
            answers.add("COSMETIC");
        }
        if (is(facts, "monographIngredient")) {
            answers.addAll(acts ? List.of("OTC_DRUG") : List.of());
        } else if (is(facts, "diseaseClaim") && !apparatus) {
            answers.add("DRUG_NDA");
        }
        if (eaten) {
            answers.add("FOOD");
        }
        if ("FOOD_CONTACT_ARTICLE".equals(kind)) {
            answers.add("FOOD_CONTACT");
        }
        if (coded || apparatus && acts) {
            answers.add("DEVICE");
        }
        if (is(facts, "radiates")) {
            answers.add("RADIATION");
        }
        if (wellness && !eaten && !coded) {
            answers.add("WELLNESS_MEMO");
        }
        boolean plain = "HOME".equals(kind) || "CONSUMER_ELECTRONICS".equals(kind);
        boolean nothingElse = !eaten && !acts && !wellness && !coded && !is(facts, "radiates");
        if (plain && nothingElse && !is(facts, "contradiction")) {
            answers.add("NONE");
        }
        if (is(facts, "contradiction")) {
            answers.add("MANUAL_EXPERT");
        }
        return new TreeSet<>(answers);
    }

    private static boolean is(Map<String, @Nullable Object> facts, String flag) {
        return Boolean.TRUE.equals(facts.get(flag));
    }
}
