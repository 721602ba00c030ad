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

    /** On the late task itself: not to be reported again before. */
    static final Var<Date> NEXT_REPORT_AT = Var.date("nextReportAt");

    private Escalation() {}
}
