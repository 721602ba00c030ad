package com.lianxing.process.escalation;

import com.lianxing.process.engine.Var;
import java.util.Date;

/** What Java knows of {@code processes/escalation.bpmn}, and of the processes whose steps it is about. */
final class Escalation {

    static final String KEY = "escalation";

    /** Starts the event sub-process "Step overdue" of the process whose step is late. */
    static final String STEP_OVERDUE = "escalation.stepOverdue";

    /** Ends an escalation by itself: the step that it is about has ended. */
    static final String STEP_ENDED = "escalation.stepEnded";

    static final Var<String> OVERDUE_TASK_ID = Var.string("overdueTaskId");
    static final Var<String> OVERDUE_STEP = Var.string("overdueStep");
    static final Var<String> DEADLINE_KIND = Var.string("deadlineKind");
    static final Var<String> PROJECT_CODE = Var.string("projectCode");

    static final Var<Long> LEVEL = Var.number("escalationLevel");
    static final Var<String> GROUP = Var.string("escalationGroup");

    /** Null where several of the level may take it. */
    static final Var<String> PERSON = Var.string("escalationPerson");

    /** Until when this level decides; then the next is asked. */
    static final Var<Date> DUE_AT = Var.date("escalationDueAt");

    /** How long a level has, as the model says: for what we ask of ourselves, and for what others do not wait for. */
    static final Var<String> WORKING_DAYS_TO_DECIDE = Var.string("workingDaysToDecide");

    static final Var<String> HOURS_TO_DECIDE = Var.string("hoursToDecide");

    /** What whoever decides submits; gone with the transaction. */
    static final Var<String> DECISION = Var.string("delayDecision");

    static final Var<String> REASON = Var.string("delayReason");
    static final Var<String> NEW_PERSON = Var.string("newPerson");
    static final Var<String> NEW_DUE_AT = Var.string("newDueAt");
    static final Var<String> NEW_DUE_ZONE = Var.string("newDueZone");

    static final String FORM = "escalation-decide";
    static final String CHASE = "CHASE";
    static final String REASSIGN = "REASSIGN";
    static final String EXTEND = "EXTEND";
    static final String HAND_UP = "HAND_UP";

    /** From here on up a step may be reassigned and extended; below, whoever decides may chase and hand up. */
    static final long LEVEL_THAT_CHANGES = 2;

    /** On the late task itself: not to be reported again before. */
    static final Var<Date> NEXT_REPORT_AT = Var.date("nextReportAt");

    private Escalation() {}
}
