package com.lianxing.process.budgetapproval;

import com.lianxing.approval.Outcome;
import com.lianxing.process.engine.Var;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What Java knows of {@code processes/budget-approval.bpmn}. */
final class BudgetApproval {

    static final String KEY = "budget-approval";
    static final String DECIDE_FORM = "budget-approval-decide";

    static final Var<String> REQUEST_ID = Var.string("requestId");
    static final Var<String> PROJECT_CODE = Var.string("projectCode");

    /** What is asked for, in whole cents: a column of Tasklist's list. */
    static final Var<Long> REQUESTED_USD_MINOR = Var.number("requestedUsdMinor");

    /** What the process that asked goes on with: APPROVED, REJECTED or RETURNED. */
    static final Var<String> DECISION = Var.string("decision");

    static final Var<String> ROUTE = Var.string("route");
    static final Var<Long> AMOUNT_LEVEL = Var.number("amountLevel");
    static final Var<Long> OVERRUN_LEVEL = Var.number("overrunLevel");

    /** Read when the steps begin, and gone with the transaction. */
    static final Var<Long> APPROVER_COUNT = Var.number("approverCount");

    static final Var<Date> NEED_BY_AT = Var.date("needByAt");

    /** Of each step in turn, in its own scope; whom the task asks is gone with the transaction, stored in the task. */
    static final Var<String> APPROVER_GROUP = Var.string("approverGroup");

    static final Var<String> APPROVER_ID = Var.string("approverId");
    static final Var<Date> REMIND_AT = Var.date("remindAt");
    static final Var<Date> ESCALATE_AT = Var.date("escalateAt");
    static final Var<Long> POSITION = Var.number("loopCounter");

    /** What the approver submits; gone with the transaction. */
    static final Var<String> VERDICT = Var.string("verdict");

    static final Var<String> COMMENT = Var.string("comment");

    /** Hash of what the approver saw, handed on from the submission to the record. */
    static final Var<String> SHOWN_HASH = Var.string("shownHash");

    private BudgetApproval() {}

    static void decide(DelegateExecution execution, Outcome outcome) {
        DECISION.set(execution, outcome.result().name());
    }
}
