package com.lianxing.process.blackfridaylaunch;

import static com.lianxing.demo.LaunchProjects.LAMP;
import static com.lianxing.demo.LaunchProjects.PILLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.access.Role;
import com.lianxing.calendar.Clock;
import com.lianxing.catalog.Catalog;
import com.lianxing.catalog.ComplianceState;
import com.lianxing.demo.InboundProjects;
import com.lianxing.demo.LaunchProjects;
import com.lianxing.launch.Campaign;
import com.lianxing.launch.DealState;
import com.lianxing.launch.Deals;
import com.lianxing.launch.EventWatch;
import com.lianxing.launch.Figure;
import com.lianxing.launch.Gate;
import com.lianxing.launch.Launches;
import com.lianxing.launch.Verdict;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.LinePosition;
import com.lianxing.money.Money;
import com.lianxing.notification.Notification;
import com.lianxing.notification.Outbox;
import com.lianxing.process.FlowCoverage;
import com.lianxing.process.Messages;
import com.lianxing.process.WorkItem;
import com.lianxing.process.WorkList;
import com.lianxing.process.dealsubmission.DealSubmission;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.engine.Work;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.Milestone;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectLinks;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * One test for each way through {@code processes/black-friday-launch.bpmn} and {@code processes/deal-submission.bpmn}, with
 * the real delegates, gates, approvals and ledger.
 */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LaunchProcessTest {

    @Autowired
    private InboundProjects company;

    @Autowired
    private LaunchProjects launch;

    @Autowired
    private Launches launches;

    @Autowired
    private Deals deals;

    @Autowired
    private EventWatch watch;

    @Autowired
    private Messages messages;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Projects projects;

    @Autowired
    private ProjectLinks links;

    @Autowired
    private BudgetLedger ledger;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Clock clock;

    @Autowired
    private WorkList work;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private List<FormFacts> facts;

    @Autowired
    private FlowCoverage flows;

    @BeforeAll
    void beginCoverage() {
        company.enrolTheCompany();
        flows.forget(BlackFridayLaunch.KEY);
        flows.forget(DealSubmission.KEY);
    }

    @AfterAll
    void everyFlowWasTaken() {
        flows.requireAll(BlackFridayLaunch.KEY, repository);
        flows.requireAll(DealSubmission.KEY, repository);
    }

    @AfterEach
    void releaseTheClock() {
        company.releaseTheClock();
    }

    // 1 The whole way

    @Test
    void aLaunchGoesThroughItsGatesRunsAndIsAccountedForOnceNoClaimCanArrive() {
        ProjectCode project = launch.started();
        company.does(project, "userTask_loadCalendar");
        company.does(project, "userTask_acceptSchedule");
        company.does(project, "userTask_planBudget");
        company.decide(project, "APPROVE");
        company.does(project, "userTask_selectOffers");
        assertThat(launches.verdict(project, Gate.STOCK)).isEqualTo(Verdict.GO);
        company.does(project, "userTask_decideOnStock");
        company.does(project, "userTask_orderStock");
        assertThat(company.open(project))
                .containsExactly("userTask_planAssets", "userTask_planCampaigns", "userTask_planDeals");

        company.does(project, "userTask_planDeals");
        company.decide(project, "APPROVE");
        assertThat(position(project, BudgetLine.DEAL_FEES).held()).isEqualTo(dollars("1000.00"));
        for (int deal = 1; deal <= 2; deal++) {
            company.does(project, "userTask_submitDeal");
            company.does(project, "userTask_recordDealAnswer");
        }
        company.does(project, "userTask_planCampaigns");
        company.decide(project, "APPROVE");
        assertThat(position(project, BudgetLine.AD_SPEND).held()).isEqualTo(dollars("6000.00"));
        company.does(project, "userTask_planAssets");
        company.does(project, "userTask_deliver");
        company.does(project, "userTask_reviewDeliverable");
        company.does(project, "userTask_checkLaunchClaims");
        company.does(project, "userTask_publishListing");

        company.does(project, "userTask_reportReadiness");
        assertThat(launches.verdict(project, Gate.READINESS)).isEqualTo(Verdict.GO);
        company.does(project, "userTask_decideOnReadiness");
        company.does(project, "userTask_nameRoster");
        company.does(project, "userTask_loadCampaigns");
        company.does(project, "userTask_verifyCaps");
        assertThat(launches.verdict(project, Gate.LAUNCH))
                .as("no figure is known")
                .isEqualTo(Verdict.REDUCE);
        company.does(project, "userTask_decideOnLaunch");

        company.fire(project, "timerEvent_eventBegins");
        company.does(project, "userTask_confirmLaunch");
        company.fire(project, "timerEvent_eventOver");
        company.does(project, "userTask_closeEvent");
        assertThat(position(project, BudgetLine.DEAL_FEES).spent()).isEqualTo(dollars("1000.00"));
        assertThat(ledger.openHolds(project)).isEmpty();
        company.does(project, "userTask_importActuals");
        company.decide(project, "APPROVE");
        company.fire(project, "timerEvent_returnsOver");
        company.does(project, "userTask_recordResult");
        company.does(project, "userTask_approveResult");
        assertThat(projects.require(project).status()).isEqualTo(ProjectStatus.CLOSING);
        company.fire(project, "timerEvent_claimsOver");
        company.does(project, "userTask_closeLaunch");

        assertEnded(project, "endEvent_targetMet", ProjectStatus.CLOSED_SUCCESS);
        assertThat(position(project, BudgetLine.AD_SPEND).spent()).isEqualTo(dollars("5600.00"));
        assertThat(projects.milestones(project))
                .extracting(Milestone::key)
                .containsExactly("CHARTERED", "STOCK_COMMITTED", "READY", "LAUNCH_DECIDED", "EVENT_OVER", "ACCOUNTED");
    }

    @Test
    void theDatesOfTheYearBeginAsThoseOfTheYearBefore() {
        ProjectCode project = launch.started();

        assertThat(launches.calendar(project)).hasSize(1);
        assertThat(launches.isProvisional(project)).isTrue();
    }

    // 2 Money

    @Test
    void aReturnedBudgetIsPlannedAgainAndARejectedOneEndsTheProject() {
        ProjectCode project = launch.started();
        company.does(project, "userTask_loadCalendar");
        company.does(project, "userTask_acceptSchedule");
        company.does(project, "userTask_planBudget");
        company.decide(project, "RETURN");
        company.does(project, "userTask_planBudget");
        company.decide(project, "REJECT");

        assertEnded(project, "endEvent_budgetRejected", ProjectStatus.REJECTED);
    }

    @Test
    void capsThatAreRefusedArePlannedAgain() {
        ProjectCode project = launch.startedAt("gateway_campaignsAgain");
        company.does(project, "userTask_planCampaigns");
        company.decide(project, "REJECT");

        assertThat(company.open(project)).containsExactly("userTask_planCampaigns");
        assertThat(position(project, BudgetLine.AD_SPEND).held()).isEqualTo(dollars("0.00"));
    }

    // 3 Gates

    @ParameterizedTest
    @CsvSource({
        "userTask_decideOnStock, endEvent_noGoStock",
        "userTask_decideOnReadiness, endEvent_noGoReadiness",
        "userTask_decideOnLaunch, endEvent_noGoLaunch"
    })
    void noGoAtAGateEndsTheLaunchAndLeavesNothingHeld(String gate, String end) {
        ProjectCode project = launch.startedAt(gate);

        company.does(project, gate, "gateDecision", "NO_GO");

        assertEnded(project, end, ProjectStatus.CLOSED_FAILED);
        assertThat(ledger.openHolds(project)).isEmpty();
    }

    @Test
    void dealsOfALaunchThatDoesNotGoOnAreCalledOff() {
        ProjectCode project = launch.startedAt("userTask_decideOnReadiness");
        String deal = accepted(project, PILLOW);

        company.does(project, "userTask_decideOnReadiness", "gateDecision", "NO_GO");

        assertThat(deals.state(deal)).contains(DealState.CANCELLED);
        assertThat(kinds("ops", project)).contains("DEALS_CALLED_OFF");
    }

    @Test
    void dealsOfASkuThatIsDroppedAreCalledOffAndThoseOfTheOthersRun() {
        ProjectCode project = launch.startedAt("userTask_decideOnReadiness");
        String dropped = accepted(project, LAMP);
        String kept = accepted(project, PILLOW);

        company.does(project, "userTask_decideOnReadiness", "gateDecision", "GO_REDUCED", "droppedSkus", LAMP);

        assertThat(deals.state(dropped)).contains(DealState.CANCELLED);
        assertThat(deals.state(kept)).contains(DealState.ACCEPTED);
    }

    private String accepted(ProjectCode project, String sku) {
        String deal = launches.deals(project).stream()
                .filter(one -> one.sku().equals(sku))
                .findFirst()
                .orElseThrow()
                .id();
        deals.note(deal + ":accepted", project, deal, DealState.ACCEPTED, "", "ops");
        return deal;
    }

    @Test
    void aReducedLaunchGoesOnWithoutTheSkusThatAreDropped() {
        ProjectCode project = launch.startedAt("subProcess_weighStock#multiInstanceBody");
        assertThatThrownBy(() -> company.does(project, "userTask_decideOnStock", "gateDecision", "GO_REDUCED"))
                .hasMessageContaining("rule.droppedSkus");
        assertThatThrownBy(() -> company.does(
                        project, "userTask_decideOnStock", "gateDecision", "GO_REDUCED", "droppedSkus", "NONE-SUCH"))
                .hasMessageContaining("rule.otherSkus");
        assertThatThrownBy(() -> company.does(
                        project,
                        "userTask_decideOnStock",
                        "gateDecision",
                        "GO_REDUCED",
                        "droppedSkus",
                        PILLOW + "，" + LAMP))
                .hasMessageContaining("rule.nothingLeft");
        assertThatThrownBy(() -> company.does(
                        project,
                        "userTask_decideOnStock",
                        "gateDecision",
                        "GO_REDUCED",
                        "droppedSkus",
                        LAMP,
                        "gateReason",
                        null))
                .hasMessageContaining("rule.otherThanGate");

        company.does(project, "userTask_decideOnStock", "gateDecision", "GO_REDUCED", "droppedSkus", LAMP);

        assertThat(launches.dropped(project)).containsExactly(LAMP);
        assertThat(company.open(project)).containsExactly("userTask_orderStock");
    }

    @Test
    void whatIsNotClearedStopsALaunchWhateverAnybodyDecides() {
        ProjectCode project = launch.startedAt("userTask_reportReadiness");
        catalog.setState(LAMP, ComplianceState.NOT_CLEARED, "compliance");
        company.does(project, "userTask_reportReadiness");
        assertThat(launches.verdict(project, Gate.READINESS)).isEqualTo(Verdict.NO_GO);

        assertThatThrownBy(() -> company.does(project, "userTask_decideOnReadiness"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("rule.hardStop")
                .hasMessageContaining(LAMP);
        company.does(project, "userTask_decideOnReadiness", "gateDecision", "GO_REDUCED", "droppedSkus", LAMP);

        assertThat(company.open(project)).containsExactly("userTask_nameRoster");
    }

    @Test
    void theCapsAreVerifiedBySomebodyElseAndLoadedAgainWhereTheyAreWrong() {
        ProjectCode project = launch.startedAt("gateway_loadAgain");
        company.does(project, "userTask_loadCampaigns");
        assertThatThrownBy(() -> company.does(project, "userTask_verifyCaps", "capsVerdict", "RETURN"))
                .hasMessageContaining("rule.returnReason");
        company.does(project, "userTask_verifyCaps", "capsVerdict", "RETURN", "capsComment", "日上限不符 another cap");
        assertThat(company.open(project)).containsExactly("userTask_loadCampaigns");

        company.does(project, "userTask_loadCampaigns");
        projects.setMember(project, Role.ADVERTISING, "trio", "pm");
        company.does(project, "userTask_verifyCaps", "capsVerdict", "RETURN", "capsComment", "再传一次 once more");
        company.does(project, "userTask_loadCampaigns");
        String verify = company.task(project, "userTask_verifyCaps").taskId();
        assertThatThrownBy(() -> work.claim(verify, "trio")).hasMessageContaining("DUTY_SECOND_PERSON");
    }

    @Test
    void whereTheStockCoversOnlyAPartTheCapsToBeLoadedAreCutWithIt() {
        ProjectCode project = launch.startedAt("userTask_loadCampaigns");
        long forecast = launches.requireSku(project, PILLOW).forecastUnits();
        company.save(
                project,
                "readiness",
                company.rows(project, "readiness").stream()
                        .map(row -> PILLOW.equals(row.get("sku")) ? covering(row, forecast * 72 / 100) : row)
                        .toList());
        Campaign planned = launches.campaigns(project).stream()
                .filter(campaign -> campaign.sku().equals(PILLOW))
                .findFirst()
                .orElseThrow();
        BigDecimal cut = planned.dailyCap().amount().multiply(new BigDecimal("0.72"));

        assertThat(said("capFacts", project))
                .contains(
                        "the 72 % that the stock covers",
                        "USD %s a day".formatted(cut.setScale(2)),
                        "planned: USD %s and".formatted(planned.dailyCap().amount()));
    }

    private static Map<String, String> covering(Map<String, String> row, long units) {
        Map<String, String> changed = new HashMap<>(row);
        changed.put("sellableUnits", String.valueOf(units));
        changed.put("inboundUnits", "0");
        return changed;
    }

    private String said(String name, ProjectCode project) {
        Work at = new Work(
                "task", BlackFridayLaunch.KEY, "userTask_loadCampaigns", "instance", "execution", project.value());
        FormView view = new FormView("black-friday-launch-load-campaigns", BlackFridayLaunch.KEY, at, null);
        return facts.stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow()
                .markdown(view, new Reader("ads", Locale.ENGLISH, ZoneId.of("Asia/Shanghai")));
    }

    @Test
    void withoutADecisionADayBeforeTheEventNoMoreIsSpentAndDealsRun() {
        ProjectCode project = launch.startedAt("gateway_campaignsAgain");
        company.does(project, "userTask_planCampaigns");
        company.decide(project, "APPROVE");
        assertThat(position(project, BudgetLine.AD_SPEND).held()).isEqualTo(dollars("6000.00"));
        runtime.createProcessInstanceModification(company.instance(project, BlackFridayLaunch.KEY))
                .startBeforeActivity("userTask_decideOnLaunch")
                .execute();

        company.fire(project, "timerEvent_nothingDecided");

        assertThat(position(project, BudgetLine.AD_SPEND).held()).isEqualTo(dollars("0.00"));
        assertThat(kinds("ads", project)).contains("LAUNCH_UNDECIDED");
        assertThat(company.due(project, "timerEvent_eventBegins")).isAfter(clock.now());
    }

    // 4 Stock

    @Test
    void theProjectThatBringsTheStockIsStartedAndLinked() {
        ProjectCode project = launch.startedAt("userTask_orderStock");
        assertThatThrownBy(() -> company.does(
                        project, "userTask_orderStock", "startsInbound", "YES", "inStockAt", "2035-01-01T18:00"))
                .hasMessageContaining("rule.beforeEvent");

        company.does(project, "userTask_orderStock", "startsInbound", "YES");

        assertThat(links.neededBy(project)).hasSize(1);
        ProjectCode inbound = links.neededBy(project).get(0).needed();
        assertThat(inbound.value()).startsWith("FBA-");
        assertThat(company.open(inbound)).isNotEmpty();
        assertThat(projects.require(inbound).owner()).isEqualTo("pm");
    }

    @Test
    void aStockProjectThatCannotMakeItIsDecidedOnAndOneIsAskedForWhenTheLaunchIsCancelled() {
        ProjectCode project = launch.startedAt("userTask_orderStock");
        company.does(project, "userTask_orderStock", "startsInbound", "YES");
        ProjectCode inbound = links.neededBy(project).get(0).needed();
        report("risk", project, ProjectProcess.DATE_AT_RISK, null);
        company.does(project, "userTask_decideOnDateRisk");

        report("cancel", project, ProjectProcess.CANCEL_REQUESTED, null);
        company.does(project, "userTask_decideOnLinkedProject", "newOwner", "pm");

        assertEnded(project, "endEvent_cancelledBeforeCommit", ProjectStatus.CANCELLED);
        assertThat(projects.require(inbound).status().isOpen()).isTrue();
    }

    // 5 Deals

    @Test
    void aDealThatChangesIsHandedInAgainAndAnAnswerThatComesFirstIsFound() {
        ProjectCode project = dealsPlanned();
        String deal = dealId(project, "userTask_submitDeal");
        company.does(project, "userTask_submitDeal");
        assertThat(report("changed", project, DealSubmission.CHANGED, deal)).isEqualTo(Messages.Outcome.DELIVERED);
        assertThat(deals.state(deal)).contains(DealState.CHANGED);
        assertThat(report("early", project, DealSubmission.ACCEPTED, deal)).isEqualTo(Messages.Outcome.KEPT);

        for (WorkItem open : List.copyOf(work.open(project))) {
            company.does(project, open.step());
        }

        assertThat(deals.state(deal)).contains(DealState.ACCEPTED);
    }

    @Test
    void aDealThatIsRejectedIsReplacedAndItsFeeIsFree() {
        ProjectCode project = dealsPlanned();
        company.decide(project, "APPROVE");
        String deal = launches.deals(project).get(0).id();
        for (int one = 1; one <= 2; one++) {
            company.does(project, "userTask_submitDeal");
        }
        assertThat(position(project, BudgetLine.DEAL_FEES).held()).isEqualTo(dollars("1000.00"));
        assertThat(report("no", project, DealSubmission.REJECTED, deal)).isEqualTo(Messages.Outcome.DELIVERED);
        assertThat(position(project, BudgetLine.DEAL_FEES).held()).isEqualTo(dollars("0.00"));

        company.does(project, "userTask_chooseAlternative");

        assertThat(deals.state(deal)).contains(DealState.REPLACED);
        assertThat(deals.standing(project, PILLOW)).isEqualTo(Deals.Standing.REPLACED);
        String other = launches.deals(project).get(1).id();
        assertThat(report("yes", project, DealSubmission.ACCEPTED, other)).isEqualTo(Messages.Outcome.DELIVERED);
        assertThat(deals.state(other)).contains(DealState.ACCEPTED);
    }

    @Test
    void aDealWithoutMoneyIsDroppedAndOneThatIsLateNeedsAnAlternative() {
        ProjectCode project = dealsPlanned();
        company.decide(project, "REJECT");
        assertThat(deals.state(launches.deals(project).get(0).id())).contains(DealState.CANCELLED);
        String late = launches.deals(project).get(1).id();

        company.fire(project, "timerEvent_dealsClosed");
        company.does(project, "userTask_chooseAlternative", "alternative", "NONE");

        assertThat(deals.state(late)).contains(DealState.CANCELLED);
        assertThat(deals.standing(project, LAMP)).isEqualTo(Deals.Standing.NONE);
    }

    @Test
    void aReportAboutADealThatIsNotThereIsRefused() {
        ProjectCode project = dealsPlanned();

        assertThatThrownBy(() -> report("x", project, DealSubmission.ACCEPTED, "BFS-US-1999-001-D01"))
                .hasMessageContaining("DEAL_UNKNOWN");
        assertThatThrownBy(() -> report("y", company.started(), DealSubmission.ACCEPTED, "D"))
                .hasMessageContaining("MESSAGE_UNKNOWN");
    }

    @Test
    void stepsOfALaunchAndOfADealThatAreLateAreEscalated() {
        ProjectCode project = dealsPlanned();
        company.decide(project, "APPROVE");
        company.does(project, "userTask_submitDeal");
        company.letBecomeLate(project, "userTask_recordDealAnswer");
        assertThat(company.isEscalated(project)).isTrue();
        company.does(project, "userTask_recordDealAnswer");
        assertThat(company.isEscalated(project)).isFalse();

        ProjectCode other = launch.startedAt("userTask_orderStock");
        company.letBecomeLate(other, "userTask_orderStock");
        assertThat(company.isEscalated(other)).isTrue();
        company.does(other, "userTask_orderStock");
        assertThat(company.isEscalated(other)).isFalse();
    }

    // 6 The event

    @Test
    void whatNoFeedKnowsIsAskedForOnceAndWhatIsFreshIsNot() {
        ProjectCode project = running();
        company.fire(project, "timerEvent_hourPassed");
        assertThat(company.open(project)).containsExactly("userTask_enterFigures", "userTask_runEvent");
        company.fire(project, "timerEvent_hourPassed");
        assertThat(company.open(project)).containsExactly("userTask_enterFigures", "userTask_runEvent");

        company.does(project, "userTask_enterFigures");
        assertThat(watch.needsHand(project)).isFalse();
        company.fire(project, "timerEvent_hourPassed");
        assertThat(company.open(project)).containsExactly("userTask_runEvent");

        company.letPass(Duration.ofMinutes(181));
        company.fire(project, "timerEvent_hourPassed");
        assertThat(company.open(project)).containsExactly("userTask_enterFigures", "userTask_runEvent");
    }

    @Test
    void aSkuThatLosesMoreThanItsShareIsStoppedAndTheOtherRuns() {
        ProjectCode project = running();
        for (String sku : List.of(PILLOW, LAMP)) {
            watch.enter(project, Figure.Kind.AD_SPEND, sku, sku.equals(LAMP) ? 400_000 : 100, clock.now(), "ads");
            watch.enter(project, Figure.Kind.SALES, sku, 10_000, clock.now(), "ads");
            watch.enter(project, Figure.Kind.STOCK, sku, 500, clock.now(), "ads");
        }

        company.fire(project, "timerEvent_hourPassed");

        assertThat(launches.dropped(project)).containsExactly(LAMP);
        assertThat(kinds("ads", project)).contains("SKU_STOPPED");
        assertThat(company.open(project)).containsExactly("userTask_runEvent");
    }

    @Test
    void aBlockedSkuIsTakenOutOfEveryLaunchThatSellsIt() {
        ProjectCode project = running();

        catalog.block(LAMP, "recall", "compliance");
        catalog.unblock(LAMP, "recall", "compliance");

        assertThat(launches.dropped(project)).containsExactly(LAMP);
        assertThat(company.open(project)).containsExactly("userTask_runEvent");
    }

    @Test
    void aTopUpIsUsableAtOnceWithinTheContingencyAndAskedForAfterwards() {
        ProjectCode project = running();
        assertThatThrownBy(() ->
                        company.does(project, "userTask_runEvent", "eventAction", "TOP_UP", "topUpUsd", "1500.01"))
                .hasMessageContaining("rule.beyondContingency");
        assertThat(position(project, BudgetLine.CONTINGENCY).spent()).isEqualTo(dollars("0.00"));

        company.does(project, "userTask_runEvent", "eventAction", "TOP_UP", "topUpUsd", "1500.00");

        assertThat(position(project, BudgetLine.CONTINGENCY).spent()).isEqualTo(dollars("1500.00"));
        assertThat(company.open(project)).containsExactly("userTask_decide", "userTask_runEvent");
        company.decide(project, "APPROVE");
        assertThat(company.open(project)).containsExactly("userTask_runEvent");
        assertThatThrownBy(
                        () -> company.does(project, "userTask_runEvent", "eventAction", "TOP_UP", "topUpUsd", "0.01"))
                .hasMessageContaining("rule.beyondContingency");
    }

    @Test
    void anIncidentTakesOneSkuOutAndTheEventGoesOn() {
        ProjectCode project = running();
        assertThatThrownBy(() -> company.does(
                        project, "userTask_runEvent", "eventAction", "TAKE_OUT", "takenOutSku", "NONE-SUCH"))
                .hasMessageContaining("rule.otherSkus");

        company.does(project, "userTask_runEvent", "eventAction", "TAKE_OUT", "takenOutSku", LAMP);

        assertThat(launches.dropped(project)).containsExactly(LAMP);
        assertThat(kinds("ops", project)).contains("SKU_STOPPED");
        assertThat(company.open(project)).containsExactly("userTask_runEvent");
        assertThat(company.due(project, "timerEvent_eventOver")).isAfter(clock.now());
    }

    @Test
    void anEventIsStoppedForACause() {
        ProjectCode project = running();

        assertThatThrownBy(() -> company.does(project, "userTask_runEvent", "stopCause", null))
                .hasMessageContaining("rule.stopCause");
    }

    @Test
    void theLaunchOfTheDemoWaitsForItsSecondGateWithDatesNobodyHasConfirmed() {
        ProjectCode project = launch.playedUntil("userTask_reportReadiness");

        assertThat(company.open(project)).containsExactly("userTask_reportReadiness");
        assertThat(launches.isProvisional(project)).isTrue();
        assertThat(deals.standing(project, PILLOW)).isEqualTo(Deals.Standing.ACCEPTED);
    }

    @Test
    void anEventThatIsStoppedIsStillAccountedFor() {
        ProjectCode project = running();
        company.does(project, "userTask_runEvent");
        assertThat(kinds("ops", project)).contains("EVENT_STOPPED");
        company.does(project, "userTask_closeEvent");
        company.does(project, "userTask_importActuals");
        company.decide(project, "APPROVE");
        company.fire(project, "timerEvent_returnsOver");
        company.does(project, "userTask_recordResult");
        company.does(project, "userTask_approveResult", "resultVerdict", "RETURN", "resultComment", "退款缺失 refunds");
        company.does(project, "userTask_recordResult");
        company.does(project, "userTask_approveResult");
        company.fire(project, "timerEvent_claimsOver");
        company.does(project, "userTask_closeLaunch");

        assertEnded(project, "endEvent_stoppedMidEvent", ProjectStatus.CLOSED_FAILED);
    }

    @Test
    void aLaunchThatSoldTooLittleIsStillACorrectEnd() {
        ProjectCode project = launch.startedAt("gateway_resultAgain");
        projects.setStatus(project, ProjectStatus.CLOSING, "pm");
        company.does(project, "userTask_recordResult", "unitsSold", 1499);
        company.does(project, "userTask_approveResult");
        company.fire(project, "timerEvent_claimsOver");
        company.does(project, "userTask_closeLaunch");
        company.decide(project, "APPROVE");

        assertEnded(project, "endEvent_belowTarget", ProjectStatus.CLOSED_SUCCESS);
    }

    // 7 Changes

    @Test
    void provisionalDatesAreAskedForOnceAWeekUntilTheyAreConfirmed() {
        ProjectCode project = launch.startedAt("userTask_orderStock");
        company.fire(project, "startEvent_weekPassed");
        assertThat(company.open(project)).containsExactly("userTask_confirmCalendar", "userTask_orderStock");
        company.fire(project, "startEvent_weekPassed");
        assertThat(company.open(project)).containsExactly("userTask_confirmCalendar", "userTask_orderStock");

        company.does(project, "userTask_confirmCalendar");
        company.save(project, "launchCalendar", confirmed(project));
        company.fire(project, "startEvent_weekPassed");

        assertThat(company.open(project)).containsExactly("userTask_orderStock");
    }

    @Test
    void anEventThatIsMovedTakesItsTimersAlong() {
        ProjectCode project = launch.startedAt("timerEvent_eventBegins");
        report("move", project, ProjectProcess.DATE_CHANGED, null);

        String begins = launches.calendar(project).get(0).eventStart().toString();
        company.does(project, "userTask_changeDate", "newTargetAt", begins, "newTargetZone", "America/Los_Angeles");

        assertThat(company.due(project, "timerEvent_eventBegins"))
                .isEqualTo(projects.require(project).target().instant());
        assertThat(kinds("ads", project)).contains("DATE_CHANGED");
    }

    @Test
    void aChangeOfTheBudgetIsApprovedWhileTheWorkGoesOn() {
        ProjectCode project = launch.startedAt("userTask_orderStock");
        report("budget", project, ProjectProcess.BUDGET_CHANGE_REQUESTED, null);

        company.does(project, "userTask_planBudgetChange", "changeLine", "CREATIVE", "changeUsd", "50.00");
        company.decide(project, "APPROVE");

        assertThat(position(project, BudgetLine.CREATIVE).limit()).isEqualTo(dollars("2050.00"));
        assertThat(company.open(project)).containsExactly("userTask_orderStock");
    }

    @Test
    void whatIsCancelledAfterCapsWereHeldGivesThemBackAndBooksItsCostsOnceFinanceAgrees() {
        ProjectCode project = launch.startedAt("gateway_campaignsAgain");
        company.does(project, "userTask_planCampaigns");
        company.decide(project, "APPROVE");

        report("cancel", project, ProjectProcess.CANCEL_REQUESTED, null);
        assertThat(ledger.openHolds(project)).isEmpty();
        company.save(
                project,
                "invoices",
                List.of(Map.of(
                        "line", "CREATIVE",
                        "invoiceNo", "CR-1",
                        "supplier", "Studio",
                        "currency", "USD",
                        "amount", "120.00")));
        company.does(project, "userTask_recordCancelCosts");
        company.does(project, "userTask_approveCancelCosts", "cancelVerdict", "RETURN", "cancelComment", "proof?");
        company.does(project, "userTask_recordCancelCosts");
        company.does(project, "userTask_approveCancelCosts");

        assertEnded(project, "endEvent_cancelledAfterCommit", ProjectStatus.CANCELLED);
    }

    // What the tests are made of

    /** The deals were planned and go their ways; one asks for its fee, the other for its submission. */
    private ProjectCode dealsPlanned() {
        ProjectCode project = launch.startedAt("userTask_planDeals");
        company.does(project, "userTask_planDeals");
        assertThat(company.open(project)).containsExactly("userTask_decide", "userTask_submitDeal");
        return project;
    }

    private ProjectCode running() {
        ProjectCode project = launch.startedAt("userTask_confirmLaunch");
        company.does(project, "userTask_confirmLaunch");
        return project;
    }

    private String dealId(ProjectCode project, String step) {
        WorkItem item = company.task(project, step);
        return String.valueOf(runtime.getVariable(item.processInstanceId(), DealSubmission.DEAL_ID.name()));
    }

    private List<Map<String, String>> confirmed(ProjectCode project) {
        return company.rows(project, "launchCalendar").stream()
                .map(row -> {
                    Map<String, String> changed = new HashMap<>(row);
                    changed.put("status", "CONFIRMED");
                    return changed;
                })
                .toList();
    }

    private Messages.Outcome report(String id, ProjectCode project, String message, @Nullable String deal) {
        return messages.report(new Messages.Report(
                project + ":" + id, project, message, null, null, deal, "{\"reason\":\"path\"}", "pm", null));
    }

    private List<String> kinds(String person, ProjectCode project) {
        return outbox.to(person, 50).stream()
                .filter(message -> message.subjectCode().equals(project.value()))
                .map(Notification::kind)
                .toList();
    }

    private LinePosition position(ProjectCode project, BudgetLine line) {
        return ledger.positions(project).stream()
                .filter(position -> position.line() == line)
                .findFirst()
                .orElseThrow();
    }

    private static Money dollars(String amount) {
        return Money.parse(amount, "USD");
    }

    private void assertEnded(ProjectCode project, String endEvent, ProjectStatus status) {
        assertThat(projects.require(project).status()).isEqualTo(status);
        assertThat(company.open(project)).isEmpty();
        String instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(project.value())
                .processDefinitionKey(BlackFridayLaunch.KEY)
                .finished()
                .singleResult()
                .getId();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityId(endEvent)
                        .count())
                .isEqualTo(1);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(project.value())
                        .count())
                .isZero();
    }
}
