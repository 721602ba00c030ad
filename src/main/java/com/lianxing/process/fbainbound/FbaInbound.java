package com.lianxing.process.fbainbound;

import com.lianxing.calendar.DeadlineKind;
import com.lianxing.money.Money;
import com.lianxing.process.engine.DatesOfOthers;
import com.lianxing.process.engine.Var;
import com.lianxing.process.engine.form.StoredVars;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.process.quotecomparison.QuoteComparison;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** What Java knows of {@code processes/fba-inbound.bpmn}: its variables, and which of them are stored. */
@Component
public class FbaInbound implements StoredVars, DatesOfOthers {

    public static final String KEY = "fba-inbound";
    public static final String CLEARED = "certification.cleared";
    public static final String TARIFF_CHANGED = "inbound.tariffChanged";

    /** So many days before its target a project needs the clearance of its goods. */
    public static final int CLEARED_DAYS_BEFORE_TARGET = 10;

    static final Var<String> PROJECT_CODE = ProjectProcess.PROJECT_CODE;
    public static final Var<String> REQUEST_ID = Var.string("requestId");
    static final Var<Long> LOOP_COUNTER = Var.number("loopCounter");
    static final Var<Long> SKU_COUNT = Var.number("skuCount");
    static final Var<String> SKU = Var.string("sku");
    static final Var<Boolean> SKU_CLEARED = Var.flag("skuCleared");
    static final Var<Boolean> CLEARANCE_KNOWN = Var.flag("clearanceKnown");
    static final Var<Boolean> QUOTE_STILL_VALID = ProjectProcess.QUOTE_STILL_VALID;

    /** Whether the last change of the duty is more than a twentieth of the budget. */
    static final Var<Boolean> TARIFF_MATTERS = Var.flag("tariffMatters");

    static final Var<Boolean> WITHIN_CAPACITY = Var.flag("withinCapacity");

    /** When the manager decides on a SKU that nobody has cleared. */
    static final Var<Date> CLEARANCE_DECIDE_AT = Var.date("clearanceDecideAt");

    static final Var<Date> GOODS_READY_DUE_AT = Var.date("goodsReadyDueAt");
    static final Var<Date> READY_SOON_AT = Var.date("readySoonAt");
    static final Var<Date> READY_NEAR_AT = Var.date("readyNearAt");
    static final Var<Date> SUPPLIER_LATE_AT = Var.date("supplierLateAt");
    static final Var<Date> REPLAN_AT = Var.date("replanAt");
    static final Var<Long> INSPECTION_FAILURES = Var.number("inspectionFailures");

    /** Until when Amazon keeps the placement that was chosen on offer. */
    static final Var<Date> PLACEMENT_EXPIRES_AT = Var.date("placementExpiresAt");

    /** What {@code amazon-operation} is asked to have done: the name of one of its steps. */
    static final Var<String> AMAZON_STEP = Var.string("amazonStep");

    /** Until when the first of Amazon's delivery windows can be taken. */
    static final Var<Date> WINDOWS_EXPIRE_AT = Var.date("windowsExpireAt");

    /** Whether Amazon still expects the goods of a cancelled project. */
    static final Var<Boolean> PLAN_TO_VOID = Var.flag("planToVoid");

    /** When people hear of what may come too late for Amazon. */
    static final Var<Date> ARRIVAL_REMINDER_AT = Var.date("arrivalReminderAt");

    static final Var<Date> CLOSE_DUE_AT = Var.date("closeDueAt");

    static final Var<String> PURCHASE = QuoteComparison.PURCHASE;
    static final Var<String> BUYERS = QuoteComparison.BUYERS;

    /** Handed on to {@code escalation} when a step is late. */
    static final Var<String> OVERDUE_TASK_ID = Var.string("overdueTaskId");

    static final Var<String> OVERDUE_STEP = Var.string("overdueStep");
    static final Var<String> DEADLINE_KIND = Var.string("deadlineKind");
    static final Var<Boolean> INSPECTION_PASSED = Var.flag("inspectionPassed");
    static final Var<Boolean> PAYMENT_DUE = Var.flag("paymentDue");
    static final Var<Boolean> PLACEMENT_FEE_DUE = Var.flag("placementFeeDue");
    static final Var<String> DELIVERABLE_KIND = Var.string("deliverableKind");
    static final Var<String> DELIVERER_GROUP = Var.string("delivererGroup");
    static final Var<String> REVIEWER_GROUP = Var.string("reviewerGroup");
    static final Var<Long> SHIPMENT_COUNT = Var.number("shipmentCount");
    static final Var<String> OUTCOME = Var.string("outcome");
    static final Var<Boolean> ANYTHING_COMMITTED = Var.flag("anythingCommitted");

    /** Set by the decisions shipment-mode and placement-option. */
    static final Var<String> RECOMMENDED_MODE = Var.string("recommendedMode");

    static final Var<String> RECOMMENDED_PLACEMENT = Var.string("recommendedPlacement");

    static final Var<String> INVOICE_NO = Var.string("invoiceNo");
    static final Var<String> BANK_REFERENCE = Var.string("bankReference");
    private static final Var<String> PAID_AMOUNT = Var.string("paidAmount");
    private static final Var<String> PAID_CURRENCY = Var.string("paidCurrency");

    /** What the submitted payment form says was paid. */
    static Money paid(VariableScope submission) {
        return Money.parse(PAID_AMOUNT.in(submission), PAID_CURRENCY.in(submission));
    }

    /** What {@code certification.cleared} is about: a SKU in a project. */
    static String clearanceSubject(VariableScope scope) {
        return clearanceSubject(PROJECT_CODE.in(scope), SKU.in(scope));
    }

    public static String clearanceSubject(String project, String sku) {
        return project + "/" + sku;
    }

    /** The SKU in what {@link #clearanceSubject(String, String)} made. */
    public static String skuOfClearance(String subject) {
        return subject.substring(subject.indexOf('/') + 1);
    }

    @Override
    public Map<String, DeadlineKind> kinds() {
        return Map.of(
                GOODS_READY_DUE_AT.name(), DeadlineKind.CONTRACT,
                READY_SOON_AT.name(), DeadlineKind.CONTRACT,
                READY_NEAR_AT.name(), DeadlineKind.CONTRACT,
                SUPPLIER_LATE_AT.name(), DeadlineKind.CONTRACT,
                PLACEMENT_EXPIRES_AT.name(), DeadlineKind.PLATFORM,
                WINDOWS_EXPIRE_AT.name(), DeadlineKind.PLATFORM,
                ARRIVAL_REMINDER_AT.name(), DeadlineKind.PLATFORM);
    }

    @Override
    public String processKey() {
        return KEY;
    }

    /** None of what a form submits is kept: gateways read what delegates made of it. */
    @Override
    public Set<String> names() {
        return Set.of();
    }
}
