package com.lianxing.process.budgetapproval;

import static com.lianxing.ledger.BudgetLine.CONTINGENCY;
import static com.lianxing.ledger.BudgetLine.CUSTOMS_FEES;
import static com.lianxing.ledger.BudgetLine.DUTY;
import static com.lianxing.ledger.BudgetLine.FREIGHT;
import static com.lianxing.ledger.BudgetLine.PRODUCT;
import static com.lianxing.process.budgetapproval.Approvals.line;
import static com.lianxing.process.budgetapproval.Approvals.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.lianxing.LianxingTest;
import com.lianxing.access.Role;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.approval.ApprovalStep;
import com.lianxing.approval.NewRequest;
import com.lianxing.approval.Outcome;
import com.lianxing.approval.RequestType;
import com.lianxing.approval.Routing;
import com.lianxing.audit.AuditTrail;
import com.lianxing.audit.Sha256;
import com.lianxing.audit.StoredEntry;
import com.lianxing.ledger.ActualRequest;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.Charge;
import com.lianxing.ledger.LineAmount;
import com.lianxing.ledger.LinePosition;
import com.lianxing.ledger.Mandate;
import com.lianxing.money.Money;
import com.lianxing.notification.Notification;
import com.lianxing.notification.Outbox;
import com.lianxing.process.FlowCoverage;
import com.lianxing.process.engine.Colleagues;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.engine.form.ShownForms;
import com.lianxing.project.ProjectCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** One test for each way through {@code processes/budget-approval.bpmn}, with the real delegates and ledger. */
@LianxingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BudgetApprovalProcessTest {

    @Autowired
    private Approvals company;

    @Autowired
    private ApprovalRequests requests;

    @Autowired
    private BudgetLedger ledger;

    @Autowired
    private Outbox outbox;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private ShownForms shown;

    @Autowired
    private FormService forms;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private ManagementService management;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private FlowCoverage flows;

    @BeforeAll
    void beginCoverage() {
        flows.forget(BudgetApproval.KEY);
    }

    @AfterAll
    void everyFlowWasTaken() {
        flows.requireAll(BudgetApproval.KEY, repository);
    }

    @Test
    void aSmallCommitmentIsApprovedByTheProjectManagerAndHeldInTheSameTransaction() {
        ProjectCode code = company.projectWith(line(FREIGHT, "10000.00"));
        NewRequest request = company.commitment(code, FREIGHT, "1000.00");

        String instance = company.start(request);
        Task task = company.task(instance);
        assertThat(task.getAssignee()).isEqualTo(company.person(Role.PROJECT_MANAGER));
        assertPosition(code, FREIGHT, "10000.00", "0");
        company.decide(task.getAssignee(), task, "APPROVE");

        assertEnded(instance, "endEvent_approved", "APPROVED");
        assertThat(company.outcome(request)).isEqualTo(Outcome.APPROVED);
        assertPosition(code, FREIGHT, "10000.00", "1000.00");
        assertThat(trail.entries("project", code.value(), 0, 50))
                .extracting(StoredEntry::action)
                .contains("approval.requested", "approval.routed", "approval.decided", "approval.closed");
        assertThat(lastMessage(company.requester()).kind()).isEqualTo("APPROVAL_APPROVED");
    }

    @Test
    void aDecisionThatCameWithoutItsFormSaysThatNothingWasShown() {
        ProjectCode code = company.projectWith(line(FREIGHT, "10000.00"));
        String form = approveOne(code, true);
        assertThat(decisions(code)).singleElement().satisfies(entry -> {
            assertThat(entry.shownHash()).isEqualTo(Sha256.of(form));
            assertThat(entry.content()).doesNotContain("\"shown\"");
        });

        approveOne(code, false);
        assertThat(decisions(code)).last().satisfies(entry -> {
            assertThat(entry.shownHash()).isNull();
            assertThat(entry.content()).contains("\"shown\":\"NOTHING\"");
        });
    }

    /** Answers the form as it was shown, or nothing if it was not. */
    private String approveOne(ProjectCode code, boolean opensTheForm) {
        Task task = company.task(company.start(company.commitment(code, FREIGHT, "100.00")));
        Reader approver = new Reader(task.getAssignee(), Locale.ENGLISH, Approvals.SHANGHAI);
        String form = opensTheForm ? shown.ofTask(task.getId(), approver).orElseThrow() : "";
        company.decide(task.getAssignee(), task, "APPROVE");
        return form;
    }

    private List<StoredEntry> decisions(ProjectCode code) {
        return trail.entries("project", code.value(), 0, 50).stream()
                .filter(entry -> entry.action().equals("approval.decided"))
                .toList();
    }

    @Test
    void theHighestLevelAsksFourPeopleOneAfterTheOther() {
        ProjectCode code = company.projectWith(line(PRODUCT, "500000.00"));
        NewRequest request = company.commitment(code, PRODUCT, "100000.01");

        String instance = company.start(request);
        assertThat(requests.chain(request.requestId()))
                .extracting(ApprovalStep::person)
                .containsExactly(
                        company.person(Role.DEPARTMENT_MANAGER),
                        company.person(Role.FINANCE),
                        company.person(Role.CFO),
                        company.person(Role.GENERAL_MANAGER));
        company.approveAll(instance);

        assertEnded(instance, "endEvent_approved", "APPROVED");
        assertPosition(code, PRODUCT, "500000.00", "100000.01");
        assertThat(requests.chain(request.requestId())).allMatch(ApprovalStep::isDecided);
    }

    @Test
    void oneNoEndsItAndNothingIsHeld() {
        ProjectCode code = company.projectWith(line(FREIGHT, "50000.00"));
        NewRequest request = company.commitment(code, FREIGHT, "20000.00");

        String instance = company.start(request);
        company.decide(company.person(Role.DEPARTMENT_MANAGER), company.task(instance), "APPROVE");
        company.decide(company.person(Role.FINANCE), company.task(instance), "REJECT");

        assertEnded(instance, "endEvent_rejected", "REJECTED");
        assertThat(company.outcome(request)).isEqualTo(Outcome.REJECTED);
        assertPosition(code, FREIGHT, "50000.00", "0");
    }

    @Test
    void whatIsReturnedMayBeAskedAgainUnderANewId() {
        ProjectCode code = company.projectWith(line(FREIGHT, "5000.00"));
        NewRequest request = company.commitment(code, FREIGHT, "500.00");

        String instance = company.start(request);
        company.decide(company.person(Role.PROJECT_MANAGER), company.task(instance), "RETURN");

        assertEnded(instance, "endEvent_returned", "RETURNED");
        assertThat(company.outcome(request)).isEqualTo(Outcome.RETURNED);
        company.approveAll(company.start(company.commitment(code, FREIGHT, "400.00")));
        assertPosition(code, FREIGHT, "5000.00", "400.00");
    }

    @Test
    void whoDoesNotApproveSaysWhy() {
        ProjectCode code = company.projectWith(line(FREIGHT, "5000.00"));
        Task task = company.task(company.start(company.commitment(code, FREIGHT, "500.00")));

        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> colleagues.does(
                        task.getAssignee(), () -> forms.submitTaskForm(task.getId(), Map.of("verdict", "REJECT"))));

        assertThat(refusal.fields()).extracting(Refusal.FieldError::field).containsExactly("comment");
        assertThat(company.task(task.getProcessInstanceId())).isNotNull();
    }

    @Test
    void withoutAConfirmedRateNobodyIsAskedAndTheRequesterIsToldWhy() {
        ProjectCode code = company.projectWith(line(FREIGHT, "5000.00"));
        NewRequest request = NewRequest.commitment(
                company.newId(),
                code,
                FREIGHT,
                Money.parse("100.00", "CHF"),
                company.requester(),
                "because",
                company.inAMonth());

        String instance = company.start(request);

        assertEnded(instance, "endEvent_refused", "REJECTED");
        assertThat(company.outcome(request)).isEqualTo(Outcome.RATE_UNKNOWN);
        assertThat(lastMessage(company.requester()).textEn()).contains("rate of this currency is not confirmed");
    }

    @Test
    void aLineWithoutABudgetAndMoneyOutOfNothingAreRefusedAtOnce() {
        ProjectCode code = company.projectWith(line(FREIGHT, "5000.00"));
        NewRequest noLine = company.commitment(code, DUTY, "1.00");
        NewRequest nothing = company.commitment(code, FREIGHT, "0.00");
        NewRequest again = NewRequest.initial(
                company.newId(), code, List.of(line(DUTY, "1.00")), company.requester(), "again", company.inAMonth());

        company.start(noLine);
        company.start(nothing);
        company.start(again);

        assertThat(company.outcome(noLine)).isEqualTo(Outcome.LINE_UNKNOWN);
        assertThat(company.outcome(nothing)).isEqualTo(Outcome.NOTHING_ASKED);
        assertThat(company.outcome(again)).isEqualTo(Outcome.BUDGET_EXISTS);
    }

    @Test
    void whatOthersTookMeanwhileIsNotHeldTwice() {
        ProjectCode code = company.projectWith(line(FREIGHT, "1000.00"));
        NewRequest first = company.commitment(code, FREIGHT, "600.00");
        NewRequest second = company.commitment(code, FREIGHT, "600.00");
        String instance = company.start(first);
        String other = company.start(second);

        company.approveAll(other);
        company.approveAll(instance);

        assertEnded(other, "endEvent_approved", "APPROVED");
        assertEnded(instance, "endEvent_fundsGone", "REJECTED");
        assertThat(company.outcome(first)).isEqualTo(Outcome.FUNDS_GONE);
        assertPosition(code, FREIGHT, "1000.00", "600.00");
    }

    @Test
    void theApproverIsRemindedThenSomebodyAboveIsToldAndTheTaskStaysOpen() {
        ProjectCode code = company.projectWith(line(FREIGHT, "50000.00"));
        String instance = company.start(company.commitment(code, FREIGHT, "15000.00"));

        fire(instance, "timerEvent_reminderDue");
        assertThat(lastMessage(company.person(Role.DEPARTMENT_MANAGER)).kind()).isEqualTo("APPROVAL_REMINDER");
        fire(instance, "timerEvent_escalationDue");

        assertThat(lastMessage(company.person(Role.FINANCE)).kind()).isEqualTo("APPROVAL_ESCALATION");
        assertThat(company.task(instance).getAssignee()).isEqualTo(company.person(Role.DEPARTMENT_MANAGER));
        company.approveAll(instance);
        assertEnded(instance, "endEvent_approved", "APPROVED");
        assertThat(management.createJobQuery().processInstanceId(instance).count())
                .isZero();
    }

    @Test
    void undecidedUntilItIsNeededItExpiresAndIsNeverApprovedByTime() {
        ProjectCode code = company.projectWith(line(FREIGHT, "5000.00"));
        NewRequest request = company.commitment(code, FREIGHT, "500.00");
        String instance = company.start(request);

        fire(instance, "timerEvent_needByReached");

        assertEnded(instance, "endEvent_expired", "REJECTED");
        assertThat(company.outcome(request)).isEqualTo(Outcome.EXPIRED);
        assertPosition(code, FREIGHT, "5000.00", "0");
    }

    @Test
    void theFirstBudgetIsSetWhenItIsApprovedAndGrowsByAnApprovedChange() {
        ProjectCode code = company.project();
        String first = company.start(NewRequest.initial(
                company.newId(),
                code,
                List.of(line(FREIGHT, "900.00"), line(DUTY, "100.00")),
                company.requester(),
                "plan",
                company.inAMonth()));
        company.approveAll(first);
        assertThat(ledger.budgetVersion(code)).isEqualTo(1);

        NewRequest change = NewRequest.change(
                company.newId(),
                code,
                List.of(line(FREIGHT, "100.00")),
                company.requester(),
                "more",
                company.inAMonth());
        String second = company.start(change);
        assertThat(requests.chain(change.requestId()))
                .as("a tenth more is level 3")
                .extracting(ApprovalStep::role)
                .containsExactly(Role.DEPARTMENT_MANAGER, Role.FINANCE);
        company.approveAll(second);

        assertThat(ledger.budgetVersion(code)).isEqualTo(2);
        assertPosition(code, FREIGHT, "1000.00", "0");
    }

    @Test
    void moneyMovesBetweenLinesWithFinanceButNeverIntoContingency() {
        ProjectCode code = company.projectWith(line(FREIGHT, "1000.00"), line(DUTY, "100.00"));
        NewRequest small = reallocation(code, line(FREIGHT, "-100.00"), line(DUTY, "100.00"));
        NewRequest large = reallocation(code, line(FREIGHT, "-200.00"), line(DUTY, "200.00"));
        NewRequest reserve = reallocation(code, line(FREIGHT, "-10.00"), line(CONTINGENCY, "10.00"));
        NewRequest uneven = reallocation(code, line(FREIGHT, "-10.00"), line(DUTY, "11.00"));

        company.approveAll(company.start(small));
        company.approveAll(company.start(large));
        company.start(reserve);
        company.start(uneven);

        assertThat(requests.chain(small.requestId()))
                .extracting(ApprovalStep::role)
                .containsExactly(Role.PROJECT_MANAGER, Role.FINANCE);
        assertThat(requests.chain(large.requestId()))
                .extracting(ApprovalStep::role)
                .containsExactly(Role.PROJECT_MANAGER, Role.DEPARTMENT_MANAGER, Role.FINANCE);
        assertThat(company.outcome(reserve)).isEqualTo(Outcome.REALLOCATION_FORBIDDEN);
        assertThat(company.outcome(uneven)).isEqualTo(Outcome.REALLOCATION_FORBIDDEN);
        assertPosition(code, FREIGHT, "700.00", "0");
        assertPosition(code, DUTY, "400.00", "0");
    }

    @Test
    void aCommitmentThatDoesNotFitIsAnOverrunThatRaisesTheLineByWhatItLacks() {
        ProjectCode code = company.projectWith(line(FREIGHT, "1000.00"));
        NewRequest request = company.commitment(code, FREIGHT, "1100.00");

        String instance = company.start(request);
        Routing routing = requests.require(request.requestId()).routing();
        assertThat(routing).isNotNull().satisfies(it -> {
            assertThat(it.checkedAs()).isEqualTo(RequestType.OVERRUN);
            assertThat(it.shortfall()).isEqualTo(usd("100.00"));
            assertThat(it.level()).isEqualTo(3);
        });
        company.approveAll(instance);

        assertEnded(instance, "endEvent_approved", "APPROVED");
        assertPosition(code, FREIGHT, "1100.00", "1100.00");
    }

    @Test
    void anOverrunIsNotRaisedByMoreThanWasApproved() {
        ProjectCode code = company.projectWith(line(FREIGHT, "1000.00"));
        NewRequest overrun = company.commitment(code, FREIGHT, "1100.00");
        String instance = company.start(overrun);
        company.approveAll(company.start(company.commitment(code, FREIGHT, "500.00")));

        company.approveAll(instance);

        assertThat(company.outcome(overrun)).isEqualTo(Outcome.FUNDS_GONE);
        assertPosition(code, FREIGHT, "1000.00", "500.00");
    }

    @Test
    void dutyAndFeesPassThroughFinanceAloneAndAreHeldTogether() {
        ProjectCode code = company.projectWith(line(DUTY, "50000.00"), line(CUSTOMS_FEES, "600.00"));
        NewRequest request = NewRequest.commitment(
                company.newId(),
                code,
                List.of(line(DUTY, "40000.00"), line(CUSTOMS_FEES, "500.00")),
                company.requester(),
                "entry summary",
                company.inAMonth());

        String instance = company.start(request);
        assertThat(requests.chain(request.requestId()))
                .extracting(ApprovalStep::role)
                .containsExactly(Role.FINANCE);
        company.approveAll(instance);

        assertPosition(code, DUTY, "50000.00", "40000.00");
        assertPosition(code, CUSTOMS_FEES, "600.00", "500.00");
    }

    @Test
    void whatWasSpentUnaskedIsApprovedAfterTheFact() {
        ProjectCode code = company.projectWith(line(FREIGHT, "1000.00"));
        String actual = company.newId();
        company.inTransaction(() -> ledger.spend(new ActualRequest(
                actual,
                code,
                FREIGHT,
                null,
                Charge.inDollars(usd("1050.00")),
                "INV-1",
                Mandate.of(company.requester()),
                "demurrage")));
        assertThat(ledger.position(code, FREIGHT).excess()).isEqualTo(usd("50.00"));

        String instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey(BudgetApproval.KEY)
                .processInstanceBusinessKey(code.value())
                .singleResult()
                .getId();
        assertThat(requests.ofInstance(instance)).get().satisfies(request -> {
            assertThat(request.type()).isEqualTo(RequestType.OVERRUN);
            assertThat(request.requestedBy()).isEqualTo(company.requester());
        });
        company.approveAll(instance);

        assertThat(ledger.position(code, FREIGHT).excess()).isEqualTo(usd("0"));
        assertThat(ledger.position(code, FREIGHT).limit()).isEqualTo(usd("1050.00"));
    }

    private NewRequest reallocation(ProjectCode code, LineAmount... lines) {
        return NewRequest.reallocation(
                company.newId(), code, List.of(lines), company.requester(), "shift", company.inAMonth());
    }

    private void fire(String instance, String timer) {
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(timer)
                .singleResult()
                .getId());
    }

    private Notification lastMessage(String person) {
        return outbox.to(person, 1).get(0);
    }

    private void assertEnded(String instance, String endEvent, String decision) {
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityId(endEvent)
                        .count())
                .isEqualTo(1);
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .finished()
                        .count())
                .isEqualTo(1);
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .variableName("decision")
                        .singleResult()
                        .getValue())
                .isEqualTo(decision);
    }

    private void assertPosition(ProjectCode code, BudgetLine line, String limit, String held) {
        LinePosition position = ledger.position(code, line);
        assertThat(position.limit()).isEqualTo(usd(limit));
        assertThat(position.held()).isEqualTo(usd(held));
    }
}
