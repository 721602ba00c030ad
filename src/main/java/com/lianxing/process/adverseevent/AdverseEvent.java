package com.lianxing.process.adverseevent;

import com.lianxing.calendar.DeadlineKind;
import com.lianxing.process.engine.DatesOfOthers;
import com.lianxing.process.engine.Var;
import com.lianxing.process.engine.form.StoredVars;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What Java knows of {@code processes/adverse-event.bpmn}. */
@Component
class AdverseEvent implements StoredVars, DatesOfOthers {

    static final String KEY = "adverse-event";

    static final Var<String> PROJECT = Var.string("eventProject");
    static final Var<String> LEARNED_ON = Var.string("learnedOn");
    static final Var<String> TEXT = Var.string("eventText");
    static final Var<Boolean> SERIOUS = Var.flag("serious");

    /** 15 working days of the US after it was learned of: FD&amp;C Act 605(b). */
    static final Var<Date> REPORT_DUE_AT = Var.date("reportDueAt");

    /** What becomes known until then is reported as well. */
    static final Var<Date> FOLLOW_UP_UNTIL = Var.date("followUpUntil");

    /** Handed on to {@code escalation} when a step is late. */
    static final Var<String> OVERDUE_TASK_ID = Var.string("overdueTaskId");

    static final Var<String> OVERDUE_STEP = Var.string("overdueStep");
    static final Var<String> DEADLINE_KIND = Var.string("deadlineKind");

    @Override
    public Map<String, DeadlineKind> kinds() {
        return Map.of(REPORT_DUE_AT.name(), DeadlineKind.LEGAL, FOLLOW_UP_UNTIL.name(), DeadlineKind.LEGAL);
    }

    @Override
    public String processKey() {
        return KEY;
    }

    /** The start form's words are kept in the trail, and are no variables. */
    @Override
    public Set<String> names() {
        return Set.of();
    }
}
