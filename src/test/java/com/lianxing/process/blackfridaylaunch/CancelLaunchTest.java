package com.lianxing.process.blackfridaylaunch;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.demo.InboundProjects;
import com.lianxing.demo.LaunchProjects;
import com.lianxing.launch.DealState;
import com.lianxing.launch.Deals;
import com.lianxing.launch.Launches;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.money.Money;
import com.lianxing.process.Cancellations;
import com.lianxing.process.Messages;
import com.lianxing.process.WaitStates;
import com.lianxing.process.WorkItem;
import com.lianxing.process.WorkList;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Wherever a launch stands when it is cancelled, nothing of it is left behind. The places are those of the models. */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CancelLaunchTest {

    private static final String COST = "120.00";
    private static final String DEAL = "callActivity_submitDeal/";
    private static final String ASSET = "callActivity_reviewAsset/";
    private static final String ESCALATE = "callActivity_escalate/";

    @Autowired
    private InboundProjects company;

    @Autowired
    private LaunchProjects launch;

    @Autowired
    private Launches launches;

    @Autowired
    private Deals deals;

    @Autowired
    private Messages messages;

    @Autowired
    private WorkList work;

    @Autowired
    private WaitStates states;

    @Autowired
    private Cancellations cancellations;

    @BeforeAll
    void theCompany() {
        company.enrolTheCompany();
    }

    @AfterEach
    void releaseTheClock() {
        company.releaseTheClock();
    }

    Stream<String> places() {
        return states.placesOf(BlackFridayLaunch.KEY).stream();
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatIsCancelledLeavesNothingBehind(String place) {
        ProjectCode project = standingAt(place);
        Set<String> standing = states.now(project);
        assertThat(standing).contains(place);
        Cancellations.Before before = cancellations.before(project);
        boolean begunBefore = !standing.contains("startEvent_cancelRequested");

        assertThat(report("sweep", project, ProjectProcess.CANCEL_REQUESTED))
                .isEqualTo(begunBefore ? Messages.Outcome.KEPT : Messages.Outcome.DELIVERED);
        boolean committed = cancellations.isCommitted(project);
        company.decide(project, "APPROVE");
        if (company.open(project).contains("userTask_decideOnLinkedProject")) {
            company.does(project, "userTask_decideOnLinkedProject", "newOwner", "trio");
        }
        if (company.open(project).contains("userTask_recordCancelCosts")) {
            recordCosts(project);
        }
        if (!company.open(project).isEmpty()) {
            company.does(project, "userTask_approveCancelCosts");
        }
        company.decide(project, "APPROVE");

        cancellations.assertNothingLeft(
                BlackFridayLaunch.KEY,
                before,
                committed ? Map.of(BudgetLine.CREATIVE, Money.parse(COST, "USD")) : Map.of());
        assertThat(launches.deals(project))
                .allSatisfy(deal -> assertThat(deals.state(deal.id()))
                        .isNotIn(DealState.SUBMITTED, DealState.ACCEPTED, DealState.CHANGED));
    }

    private void recordCosts(ProjectCode project) {
        company.add(
                project,
                "invoices",
                Map.of(
                        "line",
                        "CREATIVE",
                        "invoiceNo",
                        "CANCEL-1",
                        "supplier",
                        "Studio",
                        "currency",
                        "USD",
                        "amount",
                        COST));
        company.does(project, "userTask_recordCancelCosts");
    }

    /** Most steps are begun before; the others are where these ways lead. */
    private ProjectCode standingAt(String place) {
        Supplier<ProjectCode> way = Map.<String, Supplier<ProjectCode>>ofEntries(
                        entry("userTask_loadCalendar", launch::started),
                        entry("callActivity_approveBudget/userTask_decide", () -> {
                            ProjectCode project = launch.started();
                            company.does(project, "userTask_loadCalendar");
                            company.does(project, "userTask_acceptSchedule");
                            company.does(project, "userTask_planBudget");
                            return project;
                        }),
                        entry(DEAL + "callActivity_approveDealFee/userTask_decide", this::dealsPlanned),
                        entry(DEAL + "userTask_submitDeal", this::dealsPlanned),
                        entry(DEAL + "userTask_recordDealAnswer", this::dealSubmitted),
                        entry(DEAL + "userTask_chooseAlternative", () -> {
                            ProjectCode project = dealsPlanned();
                            company.fire(project, "timerEvent_dealsClosed");
                            return project;
                        }),
                        entry("callActivity_approveCaps/userTask_decide", this::capsAsked),
                        entry(ASSET + "userTask_deliver", this::making),
                        entry(ASSET + "userTask_reviewDeliverable", this::delivered),
                        entry(ASSET + "userTask_decideOnRounds", this::roundsUsedUp),
                        entry("userTask_runEvent", this::running),
                        entry("userTask_enterFigures", () -> {
                            ProjectCode project = running();
                            company.fire(project, "timerEvent_hourPassed");
                            return project;
                        }),
                        entry("userTask_decideOnLinkedProject", () -> {
                            ProjectCode project = launch.startedAt("userTask_orderStock");
                            company.does(project, "userTask_orderStock", "startsInbound", "YES");
                            report(project, ProjectProcess.CANCEL_REQUESTED);
                            return project;
                        }),
                        entry("userTask_recordCancelCosts", this::cancelledAfterCommitment),
                        entry("userTask_approveCancelCosts", () -> {
                            ProjectCode project = cancelledAfterCommitment();
                            recordCosts(project);
                            return project;
                        }),
                        entry("userTask_planBudgetChange", () -> told(ProjectProcess.BUDGET_CHANGE_REQUESTED)),
                        entry("callActivity_approveBudgetChange/userTask_decide", () -> {
                            ProjectCode project = told(ProjectProcess.BUDGET_CHANGE_REQUESTED);
                            company.does(
                                    project,
                                    "userTask_planBudgetChange",
                                    "changeLine",
                                    "CREATIVE",
                                    "changeUsd",
                                    "50.00");
                            return project;
                        }),
                        entry("userTask_changeDate", () -> told(ProjectProcess.DATE_CHANGED)),
                        entry("userTask_decideOnDateRisk", () -> told(ProjectProcess.DATE_AT_RISK)),
                        entry("userTask_confirmCalendar", () -> {
                            ProjectCode project = launch.startedAt("userTask_orderStock");
                            company.fire(project, "startEvent_weekPassed");
                            return project;
                        }),
                        entry(
                                ESCALATE + "userTask_decide",
                                () -> late(launch.startedAt("userTask_orderStock"), "userTask_orderStock")),
                        entry(
                                ESCALATE + "timerEvent_stepStillOpen",
                                () -> chased(late(launch.startedAt("userTask_orderStock"), "userTask_orderStock"))),
                        entry(
                                DEAL + ESCALATE + "userTask_decide",
                                () -> late(dealSubmitted(), "userTask_recordDealAnswer")),
                        entry(
                                DEAL + ESCALATE + "timerEvent_stepStillOpen",
                                () -> chased(late(dealSubmitted(), "userTask_recordDealAnswer"))),
                        entry(ASSET + ESCALATE + "userTask_decide", () -> late(making(), "userTask_deliver")),
                        entry(
                                ASSET + ESCALATE + "timerEvent_stepStillOpen",
                                () -> chased(late(making(), "userTask_deliver"))))
                .get(place);
        return requireNonNullElse(way, (Supplier<ProjectCode>) () -> launch.startedAt(place))
                .get();
    }

    private ProjectCode dealsPlanned() {
        ProjectCode project = launch.startedAt("userTask_planDeals");
        company.does(project, "userTask_planDeals");
        return project;
    }

    private ProjectCode dealSubmitted() {
        ProjectCode project = dealsPlanned();
        company.decide(project, "APPROVE");
        company.does(project, "userTask_submitDeal");
        return project;
    }

    private ProjectCode capsAsked() {
        ProjectCode project = launch.startedAt("gateway_campaignsAgain");
        company.does(project, "userTask_planCampaigns");
        return project;
    }

    private ProjectCode making() {
        return launch.startedAt("subProcess_makeAsset#multiInstanceBody");
    }

    private ProjectCode delivered() {
        ProjectCode project = making();
        company.does(project, "userTask_deliver");
        return project;
    }

    private ProjectCode roundsUsedUp() {
        ProjectCode project = making();
        while (!company.open(project).contains("userTask_decideOnRounds")) {
            company.does(project, "userTask_deliver");
            company.does(
                    project, "userTask_reviewDeliverable", "reviewVerdict", "REVISE", "reviewComment", "another cut");
        }
        return project;
    }

    private ProjectCode running() {
        ProjectCode project = launch.startedAt("userTask_confirmLaunch");
        company.does(project, "userTask_confirmLaunch");
        return project;
    }

    private ProjectCode cancelledAfterCommitment() {
        ProjectCode project = capsAsked();
        company.decide(project, "APPROVE");
        report(project, ProjectProcess.CANCEL_REQUESTED);
        return project;
    }

    private ProjectCode told(String message) {
        ProjectCode project = launch.startedAt("userTask_orderStock");
        assertThat(report(project, message)).isEqualTo(Messages.Outcome.DELIVERED);
        return project;
    }

    private ProjectCode late(ProjectCode project, String step) {
        company.letBecomeLate(project, step);
        return project;
    }

    /** Whoever is asked about the delay has it chased. */
    private ProjectCode chased(ProjectCode project) {
        WorkItem item = work.open(project).stream()
                .filter(open -> open.step().equals("userTask_decide")
                        && open.processKey().equals("escalation"))
                .findFirst()
                .orElseThrow();
        work.submit(item.taskId(), company.take(item), Map.of("delayDecision", "CHASE"));
        return project;
    }

    private Messages.Outcome report(ProjectCode project, String message) {
        return report("", project, message);
    }

    private Messages.Outcome report(String occasion, ProjectCode project, String message) {
        return messages.report(new Messages.Report(
                project + ":" + message + occasion,
                project,
                message,
                null,
                null,
                null,
                "{\"reason\":\"path\"}",
                "pm",
                null));
    }
}
