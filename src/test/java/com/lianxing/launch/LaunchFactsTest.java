package com.lianxing.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.catalog.Catalog;
import com.lianxing.catalog.Channel;
import com.lianxing.catalog.ComplianceState;
import com.lianxing.demo.InboundProjects;
import com.lianxing.demo.LaunchProjects;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.money.Money;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Sheet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is entered about a launch, and what the gates make of it. */
@LianxingTest
class LaunchFactsTest {

    private static final String PILLOW = "HOME-PILLOW-01";
    private static final String LAMP = "HOME-LAMP-02";

    @Autowired
    private InboundProjects company;

    @Autowired
    private LaunchProjects launchProjects;

    @Autowired
    private Launches launches;

    @Autowired
    private Deals deals;

    @Autowired
    private GateFacts facts;

    @Autowired
    private LaunchTerms terms;

    @Autowired
    private Sheet.Sheets sheets;

    @Autowired
    private Catalog catalog;

    @BeforeEach
    void enrolTheCompany() {
        company.enrolTheCompany();
    }

    @AfterEach
    void releaseTheClock() {
        company.releaseTheClock();
    }

    @Test
    void theFirstGateIsAskedWithWhatWasEntered() {
        ProjectCode project = planned();

        GateFacts.Stock pillow = facts.stock(project, launches.requireSku(project, PILLOW));

        assertThat(pillow).isEqualTo(new GateFacts.Stock(449L, 450L, true, 10L, "OK"));
        assertThat(facts.stock(project, launches.requireSku(project, LAMP)))
                .as("nothing was offered")
                .isEqualTo(new GateFacts.Stock(null, null, false, null, null));
    }

    @Test
    void theDaysLeftHangOnThePlacement() {
        ProjectCode project = planned();
        company.save(project, "offers", List.of(with(offer(PILLOW), "placement", "MINIMAL")));
        assertThat(facts.stock(project, launches.requireSku(project, PILLOW)).bufferDays())
                .isZero();

        company.save(project, "offers", List.of(with(offer(PILLOW), "placement", "AWD")));
        assertThat(facts.stock(project, launches.requireSku(project, PILLOW)).bufferDays())
                .as("the channel announced no such day")
                .isNull();
    }

    @Test
    void theSecondGateIsAskedWithStockDealReviewsAndClearance() {
        ProjectCode project = planned();
        catalog.setState(PILLOW, ComplianceState.CLEARED, "compliance");
        company.save(project, "deals", List.of(deal("BEST_DEAL"), deal("COUPON")));
        company.save(
                project,
                "readiness",
                List.of(Map.of(
                        "sku", PILLOW,
                        "sellableUnits", "500",
                        "inboundUnits", "99",
                        "fixDays", "2",
                        "rating", "3.99")));
        LaunchSku pillow = launches.requireSku(project, PILLOW);
        assertThat(facts.ready(project, pillow)).isEqualTo(new GateFacts.Ready(99L, "NONE", true, 2L, 39L, true));

        String deal = launches.deals(project).get(0).id();
        assertThat(deal).isEqualTo(project + "-D01");
        deals.note(deal + ":1", project, deal, DealState.SUBMITTED, "", "ops");
        deals.note(deal + ":1", project, deal, DealState.ACCEPTED, "said twice under one id", "ops");
        assertThat(deals.state(deal)).contains(DealState.SUBMITTED);
        deals.note(deal + ":2", project, deal, DealState.ACCEPTED, "", "ops");
        catalog.block(PILLOW, "recall", "compliance");

        assertThat(facts.ready(project, pillow)).isEqualTo(new GateFacts.Ready(99L, "ACCEPTED", true, 2L, 39L, false));
        catalog.unblock(PILLOW, "recall", "compliance");
        deals.note(deal + ":3", project, deal, DealState.SUPPRESSED, "", "ops");
        String coupon = launches.deals(project).get(1).id();
        deals.note(coupon + ":1", project, coupon, DealState.REPLACED, "", "ops");
        assertThat(deals.standing(project, PILLOW)).isEqualTo(Deals.Standing.REPLACED);
    }

    @Test
    void withoutWhatIsDroppedALaunchGoesOn() {
        ProjectCode project = planned();
        launches.keep(project, Gate.STOCK, PILLOW, judged("GO"), "gm");
        launches.keep(project, Gate.STOCK, LAMP, judged("NO_GO"), "gm");
        assertThat(launches.verdict(project, Gate.STOCK)).isEqualTo(Verdict.NO_GO);

        launches.drop(project, LAMP, "亏本 at a loss", "gm");
        launches.drop(project, LAMP, "again", "gm");

        assertThat(launches.verdict(project, Gate.STOCK)).isEqualTo(Verdict.GO);
        assertThat(launches.skus(project)).extracting(LaunchSku::sku).containsExactly(PILLOW);
        assertThatThrownBy(() -> launches.requireSku(project, LAMP)).hasMessageContaining(LAMP);
        launches.drop(project, PILLOW, "the last one", "gm");
        assertThat(launches.verdict(project, Gate.STOCK)).as("nothing is left").isEqualTo(Verdict.NO_GO);
    }

    @Test
    void aGateThatIsAskedAgainCountsAsItWasAnsweredLast() {
        ProjectCode project = planned();
        launches.keep(project, Gate.STOCK, PILLOW, judged("NO_GO"), "gm");
        launches.keep(project, Gate.STOCK, PILLOW, judged("REDUCE"), "gm");

        assertThat(launches.found(project, Gate.STOCK)).containsOnlyKeys(PILLOW);
        assertThat(launches.verdict(project, Gate.STOCK)).isEqualTo(Verdict.REDUCE);
    }

    @Test
    void aDateStaysProvisionalUntilItsAnnouncementIsThere() {
        ProjectCode project = planned();
        assertThat(launches.isProvisional(project)).isTrue();

        company.save(project, "launchCalendar", List.of(with(dates(), "status", "CONFIRMED")));

        assertThat(launches.isProvisional(project)).isFalse();
        assertThat(launches.dates(project, Channel.AMAZON_US)
                        .orElseThrow()
                        .dealsClose()
                        .instant())
                .isEqualTo(Instant.parse("2026-10-29T06:59:00Z"));
    }

    @Test
    void theSheetsRefuseWhatCannotBe() {
        ProjectCode project = planned();

        assertRefused(project, "offers", with(offer(PILLOW), "dealPrice", "39.99"), "launch.error.dealPrice");
        assertRefused(project, "offers", with(offer(PILLOW), "landedCost", "1.005"), "sheet.error.cents");
        assertRefused(project, "offers", offer("HOME-RACK-03"), "launch.error.otherSku");
        assertRefused(project, "deals", with(deal("LIGHTNING"), "dealPrice", "33.00"), "launch.error.discount");
        assertRefused(project, "deals", with(deal("COUPON"), "sku", LAMP), "launch.error.discount");
        assertRefused(project, "launchCalendar", with(dates(), "eventEnd", "2026-11-19 23:59"), "launch.error.order");
        assertRefused(project, "launchCalendar", with(dates(), "eventEnd", "2026-11-31 23:59"), "sheet.error.date");
        assertRefused(
                project,
                "campaigns",
                Map.of("campaign", "SP-1", "type", "SP", "sku", PILLOW, "dailyCapUsd", "200.01", "totalCapUsd", "200"),
                "launch.error.dailyCap");
    }

    @Test
    void buyersSendBackAndClaimUntilTheDaysOfTheYearAfter() {
        LocalDate end = LocalDate.of(2026, 12, 1);

        assertThat(terms.returnsUntil(end).instant()).isEqualTo(Instant.parse("2027-02-01T07:59:00Z"));
        assertThat(terms.claimsUntil(end).local().toLocalDate()).isEqualTo(LocalDate.of(2027, 5, 31));
        assertThat(terms.returnsUntil(LocalDate.of(2027, 1, 5)).local().toLocalDate())
                .isEqualTo(LocalDate.of(2027, 1, 31));
    }

    @Test
    void aLaunchHasBudgetLinesOfItsOwn() {
        assertThat(BudgetLine.of("black-friday-launch"))
                .contains(BudgetLine.AD_SPEND, BudgetLine.DEAL_FEES, BudgetLine.STORAGE, BudgetLine.CONTINGENCY)
                .doesNotContain(BudgetLine.FREIGHT, BudgetLine.USER_FEE);
        assertThat(BudgetLine.of("fba-inbound")).doesNotContain(BudgetLine.AD_SPEND);
    }

    /** Two SKUs, the provisional dates of Amazon, goals, and an offer for the first. */
    private ProjectCode planned() {
        ProjectCode project = launchProjects.registered();
        launches.agree(project, new Charter(dollars("50000.00"), 1500, 15, dollars("5000.00"), 12), "pm");
        company.save(project, "launchSkus", List.of(sku(PILLOW, "600", "YES"), sku(LAMP, "400", "NO")));
        company.save(project, "launchCalendar", List.of(dates()));
        company.save(project, "offers", List.of(offer(PILLOW)));
        return project;
    }

    private static Gate.Result judged(String verdict) {
        return Gate.STOCK.judge(List.of("CONTRIBUTION:" + verdict, "BUFFER:" + verdict, "CASH:" + verdict));
    }

    private void assertRefused(ProjectCode project, String name, Map<String, String> row, String key) {
        Sheet sheet = sheets.find(name).orElseThrow();
        Sheet.Subject subject = Sheet.Subject.of(project);
        Sheet.Saved saved = sheet.save(subject, sheet.read(subject).version(), List.of(row), "ops");
        assertThat(saved).isInstanceOf(Sheet.Saved.Refused.class);
        assertThat(((Sheet.Saved.Refused) saved).errors())
                .extracting(Sheet.CellError::messageKey)
                .contains(key);
    }

    private static Map<String, String> with(Map<String, String> row, String column, String value) {
        Map<String, String> changed = new HashMap<>(row);
        changed.put(column, value);
        return changed;
    }

    private static Map<String, String> sku(String code, String forecast, String strategic) {
        return Map.of("sku", code, "forecastUnits", forecast, "strategic", strategic);
    }

    private static Map<String, String> dates() {
        return Map.of(
                "channel", "AMAZON_US",
                "zone", "America/Los_Angeles",
                "eventStart", "2026-11-20 00:00",
                "eventEnd", "2026-12-01 23:59",
                "submissionClose", "2026-10-28 23:59",
                "arriveByMinimal", "2026-10-20",
                "arriveByOptimized", "2026-10-30",
                "status", "PROVISIONAL",
                "source", "last year's dates");
    }

    private static Map<String, String> offer(String sku) {
        return Map.ofEntries(
                Map.entry("sku", sku),
                Map.entry("refPrice", "39.99"),
                Map.entry("lowestPrice", "34.99"),
                Map.entry("dealPrice", "29.99"),
                Map.entry("landedCost", "12"),
                Map.entry("referralFee", "6"),
                Map.entry("fulfilmentFee", "4.5"),
                Map.entry("dealFee", "1"),
                Map.entry("advertising", "2"),
                Map.entry("placement", "OPTIMIZED"),
                Map.entry("sellableOn", "2026-10-20"),
                Map.entry("funding", "OK"));
    }

    private static Map<String, String> deal(String type) {
        return Map.of("dealType", type, "sku", PILLOW, "dealPrice", "29.99", "quantity", "300", "feeUsd", "1000");
    }

    private static Money dollars(String amount) {
        return Money.parse(amount, "USD");
    }
}
