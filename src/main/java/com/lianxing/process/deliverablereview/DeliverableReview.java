package com.lianxing.process.deliverablereview;

import com.lianxing.process.engine.Var;
import com.lianxing.process.engine.form.StoredVars;
import com.lianxing.project.ProjectCode;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** What Java knows of {@code processes/deliverable-review.bpmn}: its variables, and which of them are stored. */
@Component
public class DeliverableReview implements StoredVars {

    public static final String KEY = "deliverable-review";

    /** What is delivered, for example {@code INSPECTION_REPORT}. */
    public static final Var<String> KIND = Var.string("deliverableKind");

    /** The role that enters what is delivered and chases the outside party. */
    public static final Var<String> DELIVERER_GROUP = Var.string("delivererGroup");

    /** The role that reviews it. */
    public static final Var<String> REVIEWER_GROUP = Var.string("reviewerGroup");

    /** How it ended. */
    public static final Var<Boolean> ACCEPTED = Var.flag("deliverableAccepted");

    /** Which of several of a kind; task lists tell one from another by it. */
    public static final Var<String> SUBJECT = Var.string("subject");

    static final Var<String> PROJECT_CODE = Var.string("projectCode");
    static final Var<Long> ROUND = Var.number("reviewRound");

    /** Whether fewer rounds than agreed are used up. */
    static final Var<Boolean> ROUND_LEFT = Var.flag("roundLeft");

    /** Of what was planned before; else the first round makes one. */
    static final Var<String> WORK_ITEM_ID = Var.string("workItemId");

    /** Number and hash of the version that the reviewer is shown: the verdict speaks of no other. */
    static final Var<Long> VERSION = Var.number("versionNumber");

    static final Var<String> VERSION_SHA256 = Var.string("versionSha256");

    /** The outside party has handed a version in itself; brings {@link #VERSION} and {@link #VERSION_SHA256}. */
    static final String DELIVERED = "deliverable.delivered";

    /** As the submission of {@code userTask_deliver} is kept. */
    static final String DELIVER_STEP = "deliver";

    static final String DELIVER_TASK = "userTask_deliver";
    static final String EVIDENCE = "DELIVERABLE";
    static final Var<Date> DELIVERY_DUE_AT = Var.date("deliveryDueAt");

    /** Handed on to {@code escalation} when a step is late. */
    static final Var<String> OVERDUE_TASK_ID = Var.string("overdueTaskId");

    static final Var<String> OVERDUE_STEP = Var.string("overdueStep");
    static final Var<String> DEADLINE_KIND = Var.string("deadlineKind");

    static ProjectCode project(VariableScope scope) {
        return new ProjectCode(PROJECT_CODE.in(scope));
    }

    static UUID workItem(VariableScope scope) {
        return UUID.fromString(WORK_ITEM_ID.in(scope));
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
