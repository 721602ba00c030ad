package com.lianxing.process.fdacertification;

import com.lianxing.calendar.DeadlineKind;
import com.lianxing.process.deliverablereview.DeliverableReview;
import com.lianxing.process.engine.DatesOfOthers;
import com.lianxing.process.engine.Var;
import com.lianxing.process.engine.form.StoredVars;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.process.quotecomparison.QuoteComparison;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What Java knows of {@code processes/fda-certification.bpmn}: its variables, and which of them are stored. */
@Component
public class FdaCertification implements StoredVars, DatesOfOthers {

    public static final String KEY = "fda-certification";

    public static final String ACKNOWLEDGED = "certification.acknowledged";
    public static final String REFUSED_TO_ACCEPT = "certification.refusedToAccept";
    public static final String HELD_FOR_INFORMATION = "certification.heldForInformation";
    /** Says in its content's {@code decision} whether it is {@code GRANTED} or {@code NOT_GRANTED}. */
    public static final String DECIDED = "certification.decided";

    /** The platform has taken the documents that it asked for. */
    public static final String PLATFORM_ACCEPTED = "certification.platformAccepted";

    /** The FDA has detained goods; the content says until when its notice is to be answered: {@link #NOTICE_DUE_AT}. */
    public static final String DETAINED = "certification.detained";

    /** Key in the content of {@link #DETAINED}: a moment with its offset from UTC. */
    public static final String NOTICE_DUE_AT = "dueAt";

    public static final String PRODUCT_CHANGED = "certification.productChanged";
    public static final String AGENCY_CHANGED = "certification.agencyChanged";

    /** By which goods are blocked that the FDA did not let in. */
    static final String REFUSED_ENTRY = "refused-entry";

    /** A table by which paths were found is another one now; the content names it as {@code rule}. */
    public static final String REGULATION_CHANGED = "certification.regulationChanged";

    /** What is told to the project as a whole. */
    public static final Set<String> OF_PROJECT =
            Set.of(PLATFORM_ACCEPTED, DETAINED, PRODUCT_CHANGED, AGENCY_CHANGED, REGULATION_CHANGED);

    /** What the FDA may answer to a filing. */
    public static final List<String> ANSWERS = List.of(ACKNOWLEDGED, REFUSED_TO_ACCEPT, HELD_FOR_INFORMATION, DECIDED);

    /** What such a message is about. */
    public static final Var<String> FILING_ID = Var.string("filingId");

    /** The days of the FDA begin and end there. */
    public static final ZoneId FDA = ZoneId.of("America/New_York");

    static final Var<String> PROJECT_CODE = ProjectProcess.PROJECT_CODE;
    static final Var<String> REQUEST_ID = Var.string("requestId");
    static final Var<String> DECISION = Var.string("decision");
    static final Var<Boolean> DEVICE_AMONG_PATHS = Var.flag("deviceAmongPaths");
    static final Var<String> DEVICE_ROUTE = Var.string("deviceRoute");

    /** What follows from the paths: the name of a {@link Paths.Course}. */
    static final Var<String> COURSE = Var.string("course");

    /** How many things still have to prove the product before anything is filed: {@link Proof}. */
    static final Var<Long> PROOF_COUNT = Var.number("proofCount");

    static final Var<String> DELIVERABLE_KIND = Var.string("deliverableKind");
    /** Which report, or which service: task lists tell one from another by it. */
    static final Var<String> SUBJECT = DeliverableReview.SUBJECT;

    static final Var<String> DELIVERER_GROUP = Var.string("delivererGroup");
    static final Var<String> REVIEWER_GROUP = Var.string("reviewerGroup");
    static final Var<Boolean> DELIVERABLE_ACCEPTED = Var.flag("deliverableAccepted");

    /** How many services are bought outside. */
    static final Var<Long> SERVICE_COUNT = Var.number("serviceCount");

    static final Var<String> PURCHASE = QuoteComparison.PURCHASE;
    static final Var<String> BUYERS = QuoteComparison.BUYERS;
    static final Var<Boolean> BOUGHT_OUTSIDE = Var.flag("boughtOutside");
    static final Var<Boolean> QUOTE_STILL_VALID = ProjectProcess.QUOTE_STILL_VALID;

    static final Var<Long> PATH_COUNT = Var.number("pathCount");
    static final Var<Long> LOOP_COUNTER = Var.number("loopCounter");
    static final Var<Boolean> FEE_DUE = Var.flag("feeDue");
    static final Var<Boolean> ANSWER_KNOWN = Var.flag("answerKnown");

    /** Id of the last answer that was acted on. */
    static final Var<String> ANSWER_SEEN = Var.string("answerSeen");

    /** {@code REFUSED}, {@code HELD}, {@code UNDER_REVIEW}, {@code GRANTED} or {@code NOT_GRANTED}. */
    static final Var<String> FILING_ANSWER = Var.string("filingAnswer");

    /** Until when the FDA means to answer. */
    static final Var<Date> REVIEW_GOAL_AT = Var.date("reviewGoalAt");

    /** Until when a request of the FDA has to be answered. */
    static final Var<Date> ANSWER_DUE_AT = Var.date("answerDueAt");

    /** Whether the FDA's public data can be asked. */
    static final Var<Boolean> REGISTRY_CONNECTED = Var.flag("registryConnected");

    static final Var<Boolean> PLATFORM_KNOWN = Var.flag("platformKnown");

    /** Until when the FDA's notice of a detention has to be answered. */
    static final Var<Date> DETENTION_DUE_AT = Var.date("detentionDueAt");

    static final Var<Boolean> ANYTHING_COMMITTED = Var.flag("anythingCommitted");

    /** Handed on to {@code escalation} when a step is late. */
    static final Var<String> OVERDUE_TASK_ID = Var.string("overdueTaskId");

    static final Var<String> OVERDUE_STEP = Var.string("overdueStep");
    static final Var<String> DEADLINE_KIND = Var.string("deadlineKind");

    /** The moment at which a day of the FDA begins. */
    static Instant dayOfFda(String date) {
        return LocalDate.parse(date).atStartOfDay(FDA).toInstant();
    }

    @Override
    public Map<String, DeadlineKind> kinds() {
        return Map.of(
                REVIEW_GOAL_AT.name(), DeadlineKind.INTERNAL,
                ANSWER_DUE_AT.name(), DeadlineKind.LEGAL,
                DETENTION_DUE_AT.name(), DeadlineKind.LEGAL);
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
