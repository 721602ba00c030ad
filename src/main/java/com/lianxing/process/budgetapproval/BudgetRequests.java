package com.lianxing.process.budgetapproval;

import com.lianxing.approval.ApprovalRequest;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.approval.NewRequest;
import com.lianxing.approval.Outcome;
import com.lianxing.approval.RequestType;
import com.lianxing.calendar.Clock;
import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.calendar.WorkingCalendars;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.LineAmount;
import com.lianxing.money.Money;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.engine.Var;
import com.lianxing.project.ProjectCode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Opens the requests that a call of {@code budget-approval} decides on, and hands the id over in {@code requestId}. Who
 * asks is the authenticated person; until when it is needed stands in the submitted form.
 */
@Component
public class BudgetRequests {

    public static final Var<String> REQUEST_ID = Var.string("requestId");

    private static final Var<String> NEEDED_AT = Var.string("approvalNeededAt");
    private static final Var<String> NEEDED_ZONE = Var.string("approvalNeededZone");

    private static final ZoneId COMPANY = ZoneId.of("Asia/Shanghai");

    /** So many working days a payment waits for its release. */
    private static final int PAYMENT_WAITS = 5;

    private final ApprovalRequests requests;
    private final ActingPerson actor;
    private final WorkingCalendars calendars;
    private final Clock clock;

    BudgetRequests(ApprovalRequests requests, ActingPerson actor, WorkingCalendars calendars, Clock clock) {
        this.requests = requests;
        this.actor = actor;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The id of a request of this pass through the step, the same in a second run of the same pass. */
    public static String id(DelegateExecution execution) {
        return execution.getActivityInstanceId();
    }

    public String person() {
        return actor.id();
    }

    /** When the submitted form says that the money is needed. */
    public static Deadline neededBy(DelegateExecution execution) {
        return new Deadline(
                LocalDateTime.parse(NEEDED_AT.in(execution)),
                ZoneId.of(NEEDED_ZONE.in(execution)),
                DeadlineKind.INTERNAL);
    }

    /** @throws Refusal if something new is to be held while a change of the budget is not decided yet */
    public void ask(DelegateExecution execution, NewRequest request) {
        if (request.type() == RequestType.COMMITMENT && changeIsOpen(request.code())) {
            throw Refusal.rule("BUDGET_CHANGE_OPEN");
        }
        REQUEST_ID.set(execution, requests.open(request));
    }

    /** Asks for money of one line, without comparing outside offers. */
    public void askFor(DelegateExecution execution, ProjectCode project, BudgetLine line, Money amount, String reason) {
        ask(
                execution,
                NewRequest.commitment(id(execution), project, line, amount, person(), reason, neededBy(execution)));
    }

    /** The same on several lines at once: all of it is held, or none. */
    public void askFor(DelegateExecution execution, ProjectCode project, List<LineAmount> amounts, String reason) {
        ask(execution, NewRequest.commitment(id(execution), project, amounts, person(), reason, neededBy(execution)));
    }

    /** Asks for money to pay a vendor after so many quotes were compared. */
    public void askToBuy(
            DelegateExecution execution,
            ProjectCode project,
            BudgetLine line,
            Money amount,
            String reason,
            String vendor,
            int quotes) {
        NewRequest request =
                NewRequest.commitment(id(execution), project, line, amount, person(), reason, neededBy(execution));
        ask(execution, request.boughtFrom(UUID.fromString(vendor), quotes));
    }

    /**
     * Asks for the release of a payment to the vendor of the line's last approved purchase, within five working days.
     *
     * @param paper invoice and slip, for whoever releases it
     */
    public void askToPay(
            DelegateExecution execution, ProjectCode project, BudgetLine line, Money amount, String paper) {
        UUID vendor = requests.of(project).stream()
                .filter(request -> request.line() == line && request.outcome() == Outcome.APPROVED)
                .map(ApprovalRequest::vendorId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        LocalDate day = calendars.china().nthWorkingDayAfter(clock.today(COMPANY), PAYMENT_WAITS);
        Deadline needBy = Deadline.endOf(day, COMPANY, DeadlineKind.INTERNAL);
        ask(execution, NewRequest.payment(id(execution), project, line, amount, vendor, person(), paper, needBy));
    }

    private boolean changeIsOpen(ProjectCode project) {
        return requests.of(project).stream()
                .anyMatch(request -> request.isOpen()
                        && (request.type() == RequestType.CHANGE || request.type() == RequestType.REALLOCATE));
    }
}
