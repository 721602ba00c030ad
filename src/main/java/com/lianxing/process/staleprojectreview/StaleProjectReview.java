package com.lianxing.process.staleprojectreview;

import com.lianxing.calendar.DeadlineKind;
import com.lianxing.process.engine.DatesOfOthers;
import com.lianxing.process.engine.Var;
import com.lianxing.process.engine.form.StoredVars;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What Java knows of {@code processes/stale-project-review.bpmn}. */
@Component
class StaleProjectReview implements StoredVars, DatesOfOthers {

    static final String KEY = "stale-project-review";

    /** Somebody works on the project again, or it has ended: nothing is left to be decided. */
    static final String ACTIVE_AGAIN = "project.activeAgain";

    /** So long the manager has to decide; then the step is escalated. */
    static final Duration TO_DECIDE = Duration.ofDays(14);

    static final Var<Date> REVIEW_DUE_AT = Var.date("reviewDueAt");
    static final Var<String> DECISION = Var.string("staleDecision");
    static final Var<String> REASON = Var.string("staleReason");

    /** Handed on to {@code escalation} when nobody decides. */
    static final Var<String> OVERDUE_TASK_ID = Var.string("overdueTaskId");

    static final Var<String> OVERDUE_STEP = Var.string("overdueStep");
    static final Var<String> DEADLINE_KIND = Var.string("deadlineKind");

    @Override
    public Map<String, DeadlineKind> kinds() {
        return Map.of(REVIEW_DUE_AT.name(), DeadlineKind.INTERNAL);
    }

    @Override
    public String processKey() {
        return KEY;
    }

    /** None of what the form submits is kept: the gateway reads it in the transaction that it came with. */
    @Override
    public Set<String> names() {
        return Set.of();
    }
}
