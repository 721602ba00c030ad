package com.lianxing.process.blackfridaylaunch;

import com.lianxing.calendar.DeadlineKind;
import com.lianxing.process.engine.DatesOfOthers;
import com.lianxing.process.engine.Var;
import com.lianxing.process.engine.form.StoredVars;
import com.lianxing.process.lifecycle.ProjectProcess;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What Java knows of {@code processes/black-friday-launch.bpmn}: its variables, and which of them are stored. */
@Component
public class BlackFridayLaunch implements StoredVars, DatesOfOthers {

    public static final String KEY = "black-friday-launch";

    static final Var<String> PROJECT_CODE = ProjectProcess.PROJECT_CODE;
    static final Var<String> REQUEST_ID = Var.string("requestId");
    static final Var<String> DECISION = Var.string("decision");

    static final Var<Date> EVENT_START_AT = Var.date("eventStartAt");
    static final Var<Date> EVENT_END_AT = Var.date("eventEndAt");

    /** Without a decision by then no more is spent than before: a day before the event. */
    static final Var<Date> LAUNCH_DECISION_DUE_AT = Var.date("launchDecisionDueAt");

    static final Var<Date> RETURNS_UNTIL_AT = Var.date("returnsUntilAt");
    static final Var<Date> CLAIMS_UNTIL_AT = Var.date("claimsUntilAt");

    static final Var<Long> LOOP_COUNTER = Var.number("loopCounter");
    static final Var<Long> SKU_COUNT = Var.number("skuCount");
    static final Var<Long> DEAL_COUNT = Var.number("dealCount");
    static final Var<Long> ASSET_COUNT = Var.number("assetCount");

    /** The SKU that a gate is asked about. */
    static final Var<String> SKU = Var.string("sku");

    static final Var<Long> CONTRIBUTION_CENTS = Var.number("contributionCents");
    static final Var<Long> TARGET_CENTS = Var.number("targetCents");
    static final Var<Boolean> STRATEGIC = Var.flag("strategic");
    static final Var<Long> BUFFER_DAYS = Var.number("bufferDays");
    static final Var<String> FUNDING = Var.string("funding");
    static final Var<Long> COVER_PERCENT = Var.number("coverPercent");
    static final Var<String> DEAL_STANDING = Var.string("dealStanding");
    static final Var<Boolean> PROFITABLE_WITHOUT_DEAL = Var.flag("profitableWithoutDeal");
    static final Var<Long> FIX_DAYS = Var.number("fixDays");
    static final Var<Long> RATING_TENTHS = Var.number("ratingTenths");
    static final Var<Boolean> COMPLIANCE_CLEAR = Var.flag("complianceClear");
    static final Var<Boolean> BUDGET_APPROVED = Var.flag("budgetApproved");
    static final Var<Boolean> CAPS_VERIFIED = Var.flag("capsVerified");
    static final Var<Long> DATA_AGE_MINUTES = Var.number("dataAgeMinutes");
    static final Var<Boolean> SPARE_APPROVER = Var.flag("spareApprover");
    static final Var<String> ACCOUNT_HEALTH = Var.string("accountHealth");

    /** What a gate's table answered, with commas. */
    static final Var<String> GATE_ANSWER = Var.string("gateAnswer");

    static final Var<String> GATE_DECISION = Var.string("gateDecision");

    static final Var<String> DELIVERABLE_KIND = Var.string("deliverableKind");
    static final Var<String> DELIVERER_GROUP = Var.string("delivererGroup");
    static final Var<String> REVIEWER_GROUP = Var.string("reviewerGroup");
    static final Var<Boolean> DELIVERABLE_ACCEPTED = Var.flag("deliverableAccepted");

    static final Var<Boolean> LOSS_LIMIT_REACHED = Var.flag("lossLimitReached");
    static final Var<Boolean> FIGURES_NEEDED = Var.flag("figuresNeeded");

    /** Whether somebody has been asked for figures and has not entered them yet. */
    static final Var<Boolean> FIGURES_ASKED = Var.flag("figuresAsked");

    static final Var<Boolean> CALENDAR_ASKED = Var.flag("calendarAsked");

    /** Whether somebody has been asked for the announcements and has not answered yet. */
    static final Var<Boolean> CALENDAR_OPEN = Var.flag("calendarOpen");

    /** {@code TARGET_MET}, {@code BELOW_TARGET} or {@code STOPPED}. */
    static final Var<String> LAUNCH_OUTCOME = Var.string("launchOutcome");

    static final Var<Boolean> ANYTHING_COMMITTED = Var.flag("anythingCommitted");

    /** Handed on to {@code escalation} when a step is late. */
    static final Var<String> OVERDUE_TASK_ID = Var.string("overdueTaskId");

    static final Var<String> OVERDUE_STEP = Var.string("overdueStep");
    static final Var<String> DEADLINE_KIND = Var.string("deadlineKind");

    @Override
    public Map<String, DeadlineKind> kinds() {
        return Map.of(
                EVENT_START_AT.name(), DeadlineKind.PLATFORM,
                EVENT_END_AT.name(), DeadlineKind.PLATFORM,
                LAUNCH_DECISION_DUE_AT.name(), DeadlineKind.PLATFORM,
                RETURNS_UNTIL_AT.name(), DeadlineKind.PLATFORM,
                CLAIMS_UNTIL_AT.name(), DeadlineKind.PLATFORM);
    }

    @Override
    public String processKey() {
        return KEY;
    }

    /** The state of the account is asked for days before the gate; all else is read in the transaction that it came with. */
    @Override
    public Set<String> names() {
        return Set.of(ACCOUNT_HEALTH.name());
    }
}
