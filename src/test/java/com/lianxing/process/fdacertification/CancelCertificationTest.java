package com.lianxing.process.fdacertification;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.certification.ComplianceLookup;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.process.Cancellations;
import com.lianxing.process.Messages;
import com.lianxing.process.WaitStates;
import com.lianxing.process.WorkItem;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Wherever a certification stands when it is cancelled, nothing of it is left behind. The places are those of the models. */
class CancelCertificationTest extends CertificationSteps {

    private static final String ENDING = "userTask_settleChange";
    private static final String COST = "40.00";
    private static final String PROOF = "callActivity_reviewProof/";
    private static final String COMPARE = "callActivity_compareServices/";
    private static final String NEW_AGENT = "callActivity_compareNewAgents/";
    private static final String AGAIN = "callActivity_compareServicesAgain/";
    private static final String ESCALATE = "callActivity_escalate/";

    @Autowired
    private WaitStates states;

    @Autowired
    private Cancellations cancellations;

    @Autowired
    private ScriptedRegistry registry;

    @AfterEach
    void disconnectTheRegistry() {
        registry.disconnect();
    }

    Stream<String> places() {
        return states.placesOf(FdaCertification.KEY).stream().filter(place -> !place.equals(ENDING));
    }

    /** Another product ends the project anyhow: who wants to cancel then cancels the one that follows. */
    @Test
    void aProjectThatEndsForAnotherProductEndsAsThatAndLeavesNothingHeld() {
        ProjectCode project = told(FdaCertification.PRODUCT_CHANGED);
        assertThat(states.now(project)).contains(ENDING).doesNotContain("startEvent_cancelRequested");
        assertThat(messages.report(new Messages.Report(
                        project + ":cancel",
                        project,
                        ProjectProcess.CANCEL_REQUESTED,
                        null,
                        null,
                        "{\"reason\":\"path\"}",
                        "pm",
                        null)))
                .isEqualTo(Messages.Outcome.KEPT);

        company.does(project, ENDING, "keepTestReport", false, "keepTechnicalFile", false, "keepLabel", false);
        company.decide(project, "APPROVE");

        assertThat(projects.require(project).status().isOpen()).isFalse();
        assertThat(states.now(project)).isEmpty();
        assertThat(ledger.openHolds(project)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatIsCancelledLeavesNothingBehind(String place) {
        ProjectCode project = standingAt(place);
        Set<String> standing = states.now(project);
        assertThat(standing).contains(place);
        Cancellations.Before before = cancellations.before(project);
        boolean begunBefore = !standing.contains("startEvent_cancelRequested");

        assertThat(messages.report(new Messages.Report(
                        project + ":cancel",
                        project,
                        ProjectProcess.CANCEL_REQUESTED,
                        null,
                        null,
                        "{\"reason\":\"path\"}",
                        "pm",
                        null)))
                .isEqualTo(begunBefore ? Messages.Outcome.KEPT : Messages.Outcome.DELIVERED);
        boolean committed = cancellations.isCommitted(project);
        company.decide(project, "APPROVE");
        if (company.open(project).contains("userTask_recordCancelCosts")) {
            recordCosts(project);
        }
        if (!company.open(project).isEmpty()) {
            company.does(project, "userTask_approveCancelCosts");
        }
        company.decide(project, "APPROVE");

        cancellations.assertNothingLeft(
                FdaCertification.KEY, before, committed ? Map.of(BudgetLine.AGENCY, dollars(COST)) : Map.of());
    }

    private void recordCosts(ProjectCode project) {
        company.add(
                project,
                "invoices",
                Map.of(
                        "line",
                        "AGENCY",
                        "invoiceNo",
                        "CANCEL-1",
                        "supplier",
                        "Agency",
                        "currency",
                        "USD",
                        "amount",
                        COST));
        company.does(project, "userTask_recordCancelCosts");
    }

    /** Most steps are begun before; the others are where these ways lead. */
    private ProjectCode standingAt(String place) {
        Supplier<ProjectCode> way = Map.<String, Supplier<ProjectCode>>ofEntries(
                        entry("callActivity_approveBudget/userTask_decide", () -> {
                            ProjectCode project = certification.startedAt("userTask_planBudget", RADIATION);
                            company.does(project, "userTask_planBudget");
                            return project;
                        }),
                        entry(COMPARE + "userTask_inviteSuppliers", this::agencyWanted),
                        entry(COMPARE + "userTask_collectQuotes", this::suppliersInvited),
                        entry(COMPARE + "userTask_recommendQuote", this::quotesCollected),
                        entry(
                                COMPARE + ESCALATE + "userTask_decide",
                                () -> late(agencyWanted(), "userTask_inviteSuppliers")),
                        entry(
                                COMPARE + ESCALATE + "timerEvent_stepStillOpen",
                                () -> chased(late(agencyWanted(), "userTask_inviteSuppliers"))),
                        entry("userTask_orderService", this::agencyChosen),
                        entry("callActivity_approveService/userTask_decide", this::agencyOrdered),
                        entry(AGAIN + "userTask_inviteSuppliers", this::agencyRefused),
                        entry(AGAIN + "userTask_collectQuotes", () -> invited(agencyRefused())),
                        entry(AGAIN + "userTask_recommendQuote", () -> collected(invited(agencyRefused()))),
                        entry(
                                AGAIN + ESCALATE + "userTask_decide",
                                () -> late(agencyRefused(), "userTask_inviteSuppliers")),
                        entry(
                                AGAIN + ESCALATE + "timerEvent_stepStillOpen",
                                () -> chased(late(agencyRefused(), "userTask_inviteSuppliers"))),
                        entry(NEW_AGENT + "userTask_inviteSuppliers", this::agencyReplaced),
                        entry(NEW_AGENT + "userTask_collectQuotes", () -> invited(agencyReplaced())),
                        entry(NEW_AGENT + "userTask_recommendQuote", () -> collected(invited(agencyReplaced()))),
                        entry(
                                NEW_AGENT + ESCALATE + "userTask_decide",
                                () -> late(agencyReplaced(), "userTask_inviteSuppliers")),
                        entry(
                                NEW_AGENT + ESCALATE + "timerEvent_stepStillOpen",
                                () -> chased(late(agencyReplaced(), "userTask_inviteSuppliers"))),
                        entry("userTask_orderUserFee", this::withFee),
                        entry("callActivity_approveUserFee/userTask_decide", this::feeAsked),
                        entry("userTask_payUserFee", () -> {
                            ProjectCode project = feeAsked();
                            company.decide(project, "APPROVE");
                            return project;
                        }),
                        entry("userTask_submitFiling", () -> filing(RADIATION, line(BudgetLine.AGENCY, "100"))),
                        entry("userTask_recordAnswer", () -> filed(RADIATION)),
                        entry("userTask_answerFda", () -> {
                            ProjectCode project = reviewing();
                            answer(project, FdaCertification.HELD_FOR_INFORMATION, "{}", clock.now());
                            return project;
                        }),
                        entry("userTask_checkNumbers", () -> numbersRecorded(false)),
                        entry("serviceTask_lookUpNumbers", () -> numbersRecorded(true)),
                        entry("userTask_recordPlatformAnswer", () -> {
                            ProjectCode project = certification.startedAt(
                                    "userTask_submitPlatformDocuments", RADIATION, line(BudgetLine.AGENCY, "100"));
                            company.does(project, "userTask_submitPlatformDocuments");
                            return project;
                        }),
                        entry(PROOF + "userTask_deliver", this::proving),
                        entry(PROOF + "userTask_reviewDeliverable", this::delivered),
                        entry(PROOF + "userTask_decideOnRounds", this::roundsUsedUp),
                        entry("userTask_decideOnProof", () -> {
                            ProjectCode project = delivered();
                            company.does(
                                    project,
                                    "userTask_reviewDeliverable",
                                    "reviewVerdict",
                                    "REJECT",
                                    "reviewComment",
                                    "failed");
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
                                    project, "userTask_planBudgetChange", "changeLine", "AGENCY", "changeUsd", "50.00");
                            return project;
                        }),
                        entry("userTask_changeDate", () -> told(ProjectProcess.DATE_CHANGED)),
                        entry("userTask_replaceAgent", () -> told(FdaCertification.AGENCY_CHANGED)),
                        entry("userTask_reviewRegulation", () -> told(FdaCertification.REGULATION_CHANGED)),
                        entry("userTask_answerDetention", this::detained),
                        entry(ESCALATE + "userTask_decide", () -> late(atFiling(), "userTask_submitFiling")),
                        entry(
                                ESCALATE + "timerEvent_stepStillOpen",
                                () -> chased(late(atFiling(), "userTask_submitFiling"))),
                        entry(PROOF + ESCALATE + "userTask_decide", () -> late(proving(), "userTask_deliver")),
                        entry(
                                PROOF + ESCALATE + "timerEvent_stepStillOpen",
                                () -> chased(late(proving(), "userTask_deliver"))))
                .get(place);
        return requireNonNullElse(way, (Supplier<ProjectCode>)
                        () -> certification.startedAt(place, RADIATION, line(BudgetLine.AGENCY, "100.00")))
                .get();
    }

    private ProjectCode agencyReplaced() {
        ProjectCode project = atFiling();
        wantAgency(project);
        request(project, FdaCertification.AGENCY_CHANGED);
        return project;
    }

    private ProjectCode agencyWanted() {
        ProjectCode project = certification.startedAt("gateway_servicesNeeded", RADIATION);
        wantAgency(project);
        company.does(project, "userTask_planServices");
        return project;
    }

    private void wantAgency(ProjectCode project) {
        company.save(
                project,
                "services",
                List.of(Map.of("purchase", "AGENCY", "specification", "accession", "pieces", "1")));
        company.save(
                project,
                "quotes",
                List.of(Map.of(
                        "supplier",
                        "Pacific Compliance",
                        "quoteNo",
                        "PC-1",
                        "mode",
                        "AGENCY",
                        "currency",
                        "USD",
                        "amount",
                        "500",
                        "transitDays",
                        "20",
                        "validUntil",
                        clock.today(ZoneId.of("Asia/Shanghai")).plusDays(90).toString())));
    }

    private ProjectCode suppliersInvited() {
        return invited(agencyWanted());
    }

    private ProjectCode invited(ProjectCode project) {
        company.does(project, "userTask_inviteSuppliers");
        return project;
    }

    private ProjectCode quotesCollected() {
        return collected(suppliersInvited());
    }

    private ProjectCode collected(ProjectCode project) {
        company.does(project, "userTask_collectQuotes");
        return project;
    }

    private ProjectCode agencyChosen() {
        ProjectCode project = quotesCollected();
        company.does(project, "userTask_recommendQuote", "winnerQuoteNo", "PC-1", "singleSourceReason", "the only one");
        company.save(
                project, "budget", List.of(Map.of("line", "AGENCY", "currency", "USD", "amount", "800", "basis", "")));
        company.does(project, "userTask_planBudget");
        company.decide(project, "APPROVE");
        return project;
    }

    private ProjectCode agencyOrdered() {
        ProjectCode project = agencyChosen();
        company.does(project, "userTask_orderService");
        return project;
    }

    private ProjectCode agencyRefused() {
        ProjectCode project = agencyOrdered();
        company.decide(project, "REJECT");
        return project;
    }

    private ProjectCode atFiling() {
        return filing(RADIATION, line(BudgetLine.AGENCY, "100"));
    }

    private ProjectCode withFee() {
        return filing(CLEARANCE, line(BudgetLine.USER_FEE, "30000.00"), line(BudgetLine.AGENCY, "500.00"));
    }

    private ProjectCode feeAsked() {
        ProjectCode project = withFee();
        company.does(project, "userTask_orderUserFee");
        return project;
    }

    private ProjectCode numbersRecorded(boolean connected) {
        if (connected) {
            registry.connect(new ComplianceLookup.Answer.Found(1, "https://api.fda.gov/device/510k.json", "{}"));
        }
        ProjectCode project = certification.startedAt("gateway_recordAgain", RADIATION, line(BudgetLine.AGENCY, "100"));
        company.save(project, "registrations", List.of(number("ACCESSION_NUMBER", "2610001")));
        company.does(project, "userTask_recordNumbers");
        return project;
    }

    private ProjectCode proving() {
        return certification.startedAt(
                "subProcess_proveProduct#multiInstanceBody", RADIATION, line(BudgetLine.AGENCY, "100.00"));
    }

    private ProjectCode delivered() {
        ProjectCode project = proving();
        company.does(project, "userTask_deliver");
        return project;
    }

    private ProjectCode roundsUsedUp() {
        ProjectCode project = proving();
        while (!company.open(project).contains("userTask_decideOnRounds")) {
            company.does(project, "userTask_deliver");
            company.does(
                    project, "userTask_reviewDeliverable", "reviewVerdict", "REVISE", "reviewComment", "another scale");
        }
        return project;
    }

    private ProjectCode cancelledAfterCommitment() {
        ProjectCode project = feeAsked();
        company.decide(project, "APPROVE");
        cancel(project);
        return project;
    }

    private ProjectCode told(String message) {
        ProjectCode project = atFiling();
        request(project, message);
        return project;
    }

    private ProjectCode detained() {
        ProjectCode project = atFiling();
        String due = clock.now()
                .plus(Duration.ofDays(10))
                .truncatedTo(ChronoUnit.SECONDS)
                .atOffset(ZoneOffset.UTC)
                .toString();
        assertThat(messages.report(new Messages.Report(
                        project + ":detained",
                        project,
                        FdaCertification.DETAINED,
                        null,
                        null,
                        "{\"dueAt\":\"" + due + "\",\"reference\":\"N-1\"}",
                        "compliance",
                        null)))
                .isEqualTo(Messages.Outcome.DELIVERED);
        return project;
    }

    private ProjectCode late(ProjectCode project, String step) {
        company.letBecomeLate(project, step);
        return project;
    }

    /** Whoever is asked about the delay has it chased. */
    private ProjectCode chased(ProjectCode project) {
        WorkItem item = company.task(project, "userTask_decide");
        work.submit(item.taskId(), company.take(item), Map.of("delayDecision", "CHASE"));
        return project;
    }
}
