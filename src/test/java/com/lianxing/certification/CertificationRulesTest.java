package com.lianxing.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of the FDA that no table and no database is needed for. */
class CertificationRulesTest {

    @ParameterizedTest
    @CsvSource({
        "COSMETIC,, FILE",
        "COSMETIC OTC_DRUG,, FILE",
        "FOOD,, FILE",
        "RADIATION WELLNESS_MEMO,, FILE",
        "FOOD_CONTACT,, DOCUMENT",
        "NONE,, DOCUMENT",
        "WELLNESS_MEMO,, DOCUMENT",
        "DRUG_NDA FOOD,, DECIDE",
        "MANUAL_EXPERT,, DECIDE",
        "COSMETIC MANUAL_EXPERT,, DECIDE",
        "DEVICE,, DECIDE",
        "DEVICE, MANUAL_EXPERT, DECIDE",
        "DEVICE, PREMARKET_APPROVAL, DECIDE",
        "DEVICE, CLEARANCE_510K, FILE",
        "DEVICE RADIATION, REGISTER_AND_LIST, FILE"
    })
    void thePathsSayWhatFollows(String paths, @Nullable DeviceRoute route, Paths.Course course) {
        assertThat(paths(paths, route).course()).isEqualTo(course);
    }

    @ParameterizedTest
    @CsvSource({
        "COSMETIC,, true",
        "RADIATION WELLNESS_MEMO,, true",
        "DEVICE, PREMARKET_APPROVAL, true",
        "DEVICE, CLEARANCE_510K, true",
        "DEVICE, MANUAL_EXPERT, false",
        "DEVICE,, false",
        "DRUG_NDA,, false",
        "FOOD DRUG_NDA,, false",
        "FOOD MANUAL_EXPERT,, false",
        "NONE,, false"
    })
    void whereAPathEndsWithNoNumberNoClearanceFollows(String paths, @Nullable DeviceRoute route, boolean provable) {
        assertThat(paths(paths, route).isProvable()).isEqualTo(provable);
    }

    @Test
    void anApprovalBeforeTheMarketIsProvenByItsOwnNumber() {
        Paths approved = paths("DEVICE", DeviceRoute.PREMARKET_APPROVAL);

        assertThat(approved.evidenceOf(FdaPath.DEVICE)).contains(EvidenceType.PREMARKET_APPROVAL);
        assertThat(approved.isReviewed(FdaPath.DEVICE)).isTrue();
        assertThat(EvidenceType.PREMARKET_APPROVAL.isNumber("P250012")).isTrue();
        assertThat(EvidenceType.PREMARKET_APPROVAL.isNumber("K250012")).isFalse();
    }

    @Test
    void whereNoPathIsFoundAnExpertDecides() {
        assertThat(new Paths(EnumSet.noneOf(FdaPath.class), null).all()).containsExactly(FdaPath.MANUAL_EXPERT);
        assertThatThrownBy(() -> paths("FOOD", DeviceRoute.CLEARANCE_510K)).hasMessageContaining("FOOD");
    }

    @ParameterizedTest
    @EnumSource(FdaPath.class)
    void noPathIsProvenByWhatAnAgencyCallsAnFdaCertificate(FdaPath path) {
        assertThat(path.evidence()).doesNotContain(EvidenceType.AGENCY_CERTIFICATE);
        assertThat(path.isFiled()).isEqualTo(!AgentType.of(path).isEmpty());
    }

    @Test
    void aClearanceIsProvenByItsNumberBesideTheRegistration() {
        Paths cleared = paths("DEVICE", DeviceRoute.CLEARANCE_510K);

        assertThat(cleared.evidenceOf(FdaPath.DEVICE))
                .containsExactly(
                        EvidenceType.ESTABLISHMENT_REGISTRATION,
                        EvidenceType.PRODUCT_LISTING,
                        EvidenceType.CLEARANCE_510K);
        assertThat(cleared.isReviewed(FdaPath.DEVICE)).isTrue();
        assertThat(paths("DEVICE", DeviceRoute.REGISTER_AND_LIST).isReviewed(FdaPath.DEVICE))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "CLEARANCE_510K, K251234, true",
        "CLEARANCE_510K, k251234, false",
        "CLEARANCE_510K, K25123, false",
        "LABELER_CODE, 81234, true",
        "LABELER_CODE, 8123456, false",
        "FOOD_FACILITY_REGISTRATION, 12345678901, true",
        "FOOD_FACILITY_REGISTRATION, 1234567890, false"
    })
    void aNumberIsWrittenAsTheFdaWritesIt(EvidenceType type, String number, boolean valid) {
        assertThat(type.isNumber(number)).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({
        "Treats acne overnight, APPEARANCE, treats",
        "Treats acne overnight, DISEASE, ",
        "A treat for your skin, WELLNESS, treat",
        "Leaves the skin soft, APPEARANCE, ",
        "Untreated oak, OTHER, "
    })
    void aWordOfDiseaseContradictsAHarmlessClaim(String text, Claim.Kind kind, @Nullable String word) {
        assertThat(new Claim(text, Claim.Place.LABEL, kind).contradiction().orElse(null))
                .isEqualTo(word);
    }

    @Test
    void nobodyMaySayThatTheFdaApprovedIt() {
        assertThat(Claim.forbiddenWords("Our FDA-approved cream cures dry skin, with FDA certificate"))
                .containsExactly("FDA-approved", "cures", "FDA certificate");
        assertThat(Claim.forbiddenWords("Secure cap, made in an FDA registered facility"))
                .isEmpty();
    }

    @Test
    void daysInWhichTheFdaWaitsDoNotCount() {
        Instant submitted = Instant.parse("2026-03-02T05:00:00Z");
        ReviewClock clock = new ReviewClock(submitted, Duration.ZERO);
        assertThat(clock.goalAt(90)).isEqualTo("2026-05-31T05:00:00Z");

        ReviewClock resumed = clock.resumed(
                        Instant.parse("2026-04-01T05:00:00Z"), Instant.parse("2026-04-21T05:00:00Z"))
                .resumed(Instant.parse("2026-05-01T05:00:00Z"), Instant.parse("2026-05-03T17:00:00Z"));

        assertThat(resumed.goalAt(90)).isEqualTo("2026-06-22T17:00:00Z");
        assertThatThrownBy(() -> clock.resumed(submitted, submitted.minusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Paths paths(String names, @Nullable DeviceRoute route) {
        List<FdaPath> all =
                Arrays.stream(names.split(" ")).map(FdaPath::valueOf).toList();
        return new Paths(EnumSet.copyOf(all), route);
    }
}
