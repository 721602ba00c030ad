package com.lianxing.process.dealsubmission;

import com.lianxing.calendar.DeadlineKind;
import com.lianxing.process.engine.DatesOfOthers;
import com.lianxing.process.engine.Var;
import com.lianxing.process.engine.form.StoredVars;
import com.lianxing.process.lifecycle.ProjectProcess;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What Java knows of {@code processes/deal-submission.bpmn}: its variables, and which of them are stored. */
@Component
public class DealSubmission implements StoredVars, DatesOfOthers {

    public static final String KEY = "deal-submission";

    public static final String ACCEPTED = "launch.dealAccepted";
    public static final String REJECTED = "launch.dealRejected";
    /** The channel wants other terms; the deal is handed in again. */
    public static final String CHANGED = "launch.dealChanged";

    /** What a channel may answer to a deal. */
    public static final List<String> ANSWERS = List.of(ACCEPTED, REJECTED, CHANGED);

    /** What such a message is about. */
    public static final Var<String> DEAL_ID = Var.string("dealId");

    static final Var<String> PROJECT_CODE = ProjectProcess.PROJECT_CODE;
    static final Var<String> REQUEST_ID = Var.string("requestId");
    static final Var<String> DECISION = Var.string("decision");

    /** Which of the launch's deals it is, from 0. */
    static final Var<Long> DEAL_INDEX = Var.number("dealIndex");

    static final Var<Date> DEAL_CLOSES_AT = Var.date("dealClosesAt");
    static final Var<Boolean> FEE_DUE = Var.flag("feeDue");
    static final Var<Boolean> ANSWER_KNOWN = Var.flag("dealAnswerKnown");

    /** Id of the last answer that was acted on. */
    static final Var<String> ANSWER_SEEN = Var.string("dealAnswerSeen");

    /** {@code ACCEPTED}, {@code REJECTED} or {@code CHANGED}. */
    static final Var<String> ANSWER = Var.string("dealAnswer");

    /** Handed on to {@code escalation} when a step is late. */
    static final Var<String> OVERDUE_TASK_ID = Var.string("overdueTaskId");

    static final Var<String> OVERDUE_STEP = Var.string("overdueStep");
    static final Var<String> DEADLINE_KIND = Var.string("deadlineKind");

    @Override
    public Map<String, DeadlineKind> kinds() {
        return Map.of(DEAL_CLOSES_AT.name(), DeadlineKind.PLATFORM);
    }

    @Override
    public String processKey() {
        return KEY;
    }

    /** None of what a form submits is kept: gateways read it in the transaction that it came with. */
    @Override
    public Set<String> names() {
        return Set.of();
    }
}
