package com.lianxing.process;

import static com.lianxing.process.TableUnderTest.but;
import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.launch.Gate;
import com.lianxing.launch.Verdict;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The gates of a launch: every row of the three tables, then every combination of facts around every limit against the
 * same policy written down a second time. A fact that is missing never lets a launch through.
 */
class LaunchGateTest {

    private final TableUnderTest stock = new TableUnderTest("gate-stock");
    private final TableUnderTest readiness = new TableUnderTest("gate-readiness");
    private final TableUnderTest launch = new TableUnderTest("gate-launch");

    private static final Map<String, @Nullable Object> STOCK = facts(
            "contributionCents", 800L, "targetCents", 500L, "strategic", false, "bufferDays", 7L, "funding", "OK");
    private static final Map<String, @Nullable Object> READY = facts(
            "coverPercent",
            100L,
            "dealStanding",
            "ACCEPTED",
            "profitableWithoutDeal",
            true,
            "fixDays",
            0L,
            "ratingTenths",
            40L,
            "complianceClear",
            true);
    private static final Map<String, @Nullable Object> LAUNCH = facts(
            "budgetApproved", true,
            "capsVerified", true,
            "dataAgeMinutes", 180L,
            "spareApprover", true,
            "accountHealth", "NORMAL");

    @Test
    void stockIsBoughtForWhatEarnsArrivesAndCanBePaid() {
        hit(stock, STOCK, "CONTRIBUTION:GO BUFFER:GO CASH:GO", "contributionReached bufferKept cashThere");
        Map<String, @Nullable Object> less = but(STOCK, "contributionCents", 499L);
        hit(stock, less, "CONTRIBUTION:NO_GO BUFFER:GO CASH:GO", "contributionMissed bufferKept cashThere");
        hit(
                stock,
                but(less, "strategic", true),
                "CONTRIBUTION:REDUCE BUFFER:GO CASH:GO",
                "contributionStrategic bufferKept cashThere");
        hit(
                stock,
                but(but(STOCK, "contributionCents", -1L), "bufferDays", 6L),
                "CONTRIBUTION:NO_GO BUFFER:REDUCE CASH:GO",
                "contributionLost bufferShort cashThere");
        hit(
                stock,
                but(but(STOCK, "bufferDays", -1L), "funding", "FINANCED"),
                "CONTRIBUTION:GO BUFFER:NO_GO CASH:REDUCE",
                "contributionReached bufferMissed cashFinanced");
        hit(
                stock,
                but(STOCK, "funding", "SHORT"),
                "CONTRIBUTION:GO BUFFER:GO CASH:NO_GO",
                "contributionReached bufferKept cashShort");
        stock.assertEveryRowHit();
    }

    @Test
    void aSkuIsReadyWithStockADealAListingGoodReviewsAndClearance() {
        String rest = " CONTENT:GO RATING:GO COMPLIANCE:GO";
        String right = " contentRight ratingGood complianceClear";
        hit(readiness, READY, "COVER:GO DEAL:GO" + rest, "coverFull dealAccepted" + right);
        hit(
                readiness,
                but(but(READY, "coverPercent", 60L), "dealStanding", "REPLACED"),
                "COVER:REDUCE DEAL:REDUCE" + rest,
                "coverPartial dealReplaced" + right);
        hit(
                readiness,
                but(but(READY, "coverPercent", 59L), "dealStanding", "NONE"),
                "COVER:NO_GO DEAL:REDUCE" + rest,
                "coverThin dealNone" + right);
        hit(
                readiness,
                but(but(READY, "dealStanding", "NONE"), "profitableWithoutDeal", false),
                "COVER:GO DEAL:NO_GO" + rest,
                "coverFull dealUnprofitable" + right);
        hit(
                readiness,
                but(but(READY, "fixDays", 3L), "ratingTenths", 35L),
                "COVER:GO DEAL:GO CONTENT:REDUCE RATING:REDUCE COMPLIANCE:GO",
                "coverFull dealAccepted contentFixable ratingFair complianceClear");
        hit(
                readiness,
                but(but(but(READY, "fixDays", 4L), "ratingTenths", 34L), "complianceClear", false),
                "COVER:GO DEAL:GO CONTENT:NO_GO RATING:NO_GO COMPLIANCE:NO_GO",
                "coverFull dealAccepted contentWrong ratingPoor complianceBlocked");
        readiness.assertEveryRowHit();
    }

    @Test
    void nothingIsLaunchedWithoutMoneyVerifiedCapsAndAnAccount() {
        hit(launch, LAUNCH, "BUDGET:GO DATA:GO ACCOUNT:GO", "budgetReady dataFresh accountNormal");
        hit(
                launch,
                but(but(LAUNCH, "budgetApproved", false), "dataAgeMinutes", 181L),
                "BUDGET:NO_GO DATA:REDUCE ACCOUNT:GO",
                "budgetMissing dataOld accountNormal");
        hit(
                launch,
                but(but(but(LAUNCH, "capsVerified", false), "spareApprover", false), "accountHealth", "AT_RISK"),
                "BUDGET:NO_GO DATA:REDUCE ACCOUNT:REDUCE",
                "capsUnverified approverMissing accountAtRisk");
        hit(
                launch,
                but(LAUNCH, "accountHealth", "SUSPENDED"),
                "BUDGET:GO DATA:GO ACCOUNT:NO_GO",
                "budgetReady dataFresh accountSuspended");
        launch.assertEveryRowHit();
    }

    @Test
    void everyCombinationOfFactsAboutStockFollowsThePolicy() {
        for (Long target : List.of(-100L, 0L, 500L)) {
            for (Long left : List.of(-101L, -100L, -1L, 0L, 1L, 499L, 500L, 501L)) {
                for (boolean strategic : List.of(true, false)) {
                    for (Long buffer : List.of(-30L, -1L, 0L, 6L, 7L, 90L)) {
                        for (String funding : List.of("OK", "FINANCED", "SHORT")) {
                            Verdict contribution = left < 0
                                    ? Verdict.NO_GO
                                    : left >= target ? Verdict.GO : strategic ? Verdict.REDUCE : Verdict.NO_GO;
                            Verdict cash = funding.equals("OK")
                                    ? Verdict.GO
                                    : funding.equals("SHORT") ? Verdict.NO_GO : Verdict.REDUCE;
                            assertVerdict(
                                    Gate.STOCK,
                                    stock,
                                    facts(
                                            "contributionCents", left,
                                            "targetCents", target,
                                            "strategic", strategic,
                                            "bufferDays", buffer,
                                            "funding", funding),
                                    contribution,
                                    byLimits(buffer, 7, 0),
                                    cash);
                        }
                    }
                }
            }
        }
    }

    @Test
    void everyCombinationOfFactsAboutReadinessFollowsThePolicy() {
        for (Long cover : List.of(0L, 59L, 60L, 99L, 100L, 250L)) {
            for (String deal : List.of("ACCEPTED", "REPLACED", "NONE")) {
                for (boolean profitable : List.of(true, false)) {
                    for (Long fix : List.of(0L, 1L, 3L, 4L, 99L)) {
                        for (Long rating : List.of(0L, 34L, 35L, 39L, 40L, 50L)) {
                            for (boolean clear : List.of(true, false)) {
                                boolean lost = deal.equals("NONE") && !profitable;
                                Verdict offered =
                                        deal.equals("ACCEPTED") ? Verdict.GO : lost ? Verdict.NO_GO : Verdict.REDUCE;
                                assertVerdict(
                                        Gate.READINESS,
                                        readiness,
                                        facts(
                                                "coverPercent", cover,
                                                "dealStanding", deal,
                                                "profitableWithoutDeal", profitable,
                                                "fixDays", fix,
                                                "ratingTenths", rating,
                                                "complianceClear", clear),
                                        byLimits(cover, 100, 60),
                                        offered,
                                        byLimits(-fix, 0, -3),
                                        byLimits(rating, 40, 35),
                                        clear ? Verdict.GO : Verdict.NO_GO);
                            }
                        }
                    }
                }
            }
        }
    }

    @Test
    void everyCombinationOfFactsAboutTheLaunchFollowsThePolicy() {
        for (boolean money : List.of(true, false)) {
            for (boolean caps : List.of(true, false)) {
                for (Long age : List.of(0L, 180L, 181L, 99_999L)) {
                    for (boolean spare : List.of(true, false)) {
                        for (String account : List.of("NORMAL", "AT_RISK", "SUSPENDED")) {
                            assertVerdict(
                                    Gate.LAUNCH,
                                    launch,
                                    facts(
                                            "budgetApproved", money,
                                            "capsVerified", caps,
                                            "dataAgeMinutes", age,
                                            "spareApprover", spare,
                                            "accountHealth", account),
                                    money && caps ? Verdict.GO : Verdict.NO_GO,
                                    age <= 180 && spare ? Verdict.GO : Verdict.REDUCE,
                                    Verdict.values()[
                                            List.of("NORMAL", "AT_RISK", "SUSPENDED")
                                                    .indexOf(account)]);
                        }
                    }
                }
            }
        }
    }

    @Test
    void aFactThatIsMissingOrNoneThatTheTableKnowsIsNoGo() {
        assertNoGoWithout(Gate.STOCK, stock, STOCK, "contributionCents", "targetCents", "bufferDays", "funding");
        assertNoGoWithout(Gate.STOCK, stock, but(STOCK, "contributionCents", 1L), "strategic");
        assertNoGoWithout(
                Gate.READINESS,
                readiness,
                READY,
                "coverPercent",
                "dealStanding",
                "fixDays",
                "ratingTenths",
                "complianceClear");
        assertNoGoWithout(Gate.READINESS, readiness, but(READY, "dealStanding", "NONE"), "profitableWithoutDeal");
        assertNoGoWithout(
                Gate.LAUNCH,
                launch,
                LAUNCH,
                "budgetApproved",
                "capsVerified",
                "dataAgeMinutes",
                "spareApprover",
                "accountHealth");
        assertThat(judge(Gate.STOCK, stock, but(STOCK, "funding", "MAYBE")).verdict())
                .isEqualTo(Verdict.NO_GO);
        assertThat(judge(Gate.LAUNCH, launch, Map.of()).verdict()).isEqualTo(Verdict.NO_GO);
    }

    private static Verdict byLimits(long value, long good, long fair) {
        return value >= good ? Verdict.GO : value >= fair ? Verdict.REDUCE : Verdict.NO_GO;
    }

    private static void assertVerdict(
            Gate gate, TableUnderTest table, Map<String, @Nullable Object> facts, Verdict... expected) {
        Gate.Result result = judge(gate, table, facts);
        assertThat(result.found().values()).as("%s", facts).containsExactly(expected);
        assertThat(result.verdict()).isEqualTo(Verdict.worst(List.of(expected)));
    }

    private static void assertNoGoWithout(
            Gate gate, TableUnderTest table, Map<String, @Nullable Object> facts, String... names) {
        for (String name : names) {
            assertThat(judge(gate, table, but(facts, name, null)).verdict())
                    .as("without %s", name)
                    .isEqualTo(Verdict.NO_GO);
        }
    }

    private static Gate.Result judge(Gate gate, TableUnderTest table, Map<String, ? extends @Nullable Object> facts) {
        return gate.judge(table.answers(facts).stream().map(String::valueOf).toList());
    }

    private static void hit(TableUnderTest table, Map<String, @Nullable Object> facts, String answers, String rules) {
        table.assertAllHit(
                facts,
                new TreeSet<>(Set.of(answers.split(" "))),
                Arrays.stream(rules.split(" ")).map(rule -> "rule_" + rule).toArray(String[]::new));
    }

    private static Map<String, @Nullable Object> facts(Object... namesAndValues) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return facts;
    }
}
