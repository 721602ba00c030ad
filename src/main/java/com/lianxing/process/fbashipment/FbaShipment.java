package com.lianxing.process.fbashipment;

import com.lianxing.calendar.DeadlineKind;
import com.lianxing.inbound.Voyages;
import com.lianxing.process.engine.DatesOfOthers;
import com.lianxing.process.engine.Var;
import com.lianxing.process.engine.form.StoredVars;
import com.lianxing.process.quotecomparison.QuoteComparison;
import com.lianxing.project.ProjectCode;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** What Java knows of {@code processes/fba-shipment.bpmn}: its variables and messages. */
@Component
public class FbaShipment implements StoredVars, DatesOfOthers {

    public static final String KEY = "fba-shipment";

    public static final String ISF_ACCEPTED = "inbound.isfAccepted";
    public static final String VESSEL_DEPARTED = "inbound.vesselDeparted";
    public static final String CUSTOMS_RELEASED = "inbound.customsReleased";
    public static final String CUSTOMS_HELD = "inbound.customsHeld";
    public static final String CUSTOMS_REFUSED = "inbound.customsRefused";
    public static final String GOODS_DELIVERED = Voyages.DELIVERED;
    public static final String RECEIPT_CHANGED = "inbound.receiptChanged";
    public static final String CLAIM_SETTLED = "inbound.claimResolved";
    public static final String CARRIER_CHANGED = "inbound.carrierChanged";

    public static final Var<String> SHIPMENT_ID = Var.string("shipmentId");
    static final Var<String> PROJECT_CODE = Var.string("projectCode");
    static final Var<String> REQUEST_ID = Var.string("requestId");
    static final Var<Long> SHIPMENT_INDEX = Var.number("shipmentIndex");

    /** The hold of the freight, made by the booking's approval. */
    static final Var<String> FREIGHT_HOLD_ID = Var.string("freightHoldId");

    /** Of a change of carrier; local to it, since two may run at once. */
    static final Var<String> CARRIER_REQUEST_ID = Var.string("carrierRequestId");

    static final Var<String> CARRIER_DECISION = Var.string("carrierDecision");
    static final Var<Boolean> CARRIER_COSTS_MORE = Var.flag("carrierCostsMore");

    static final Var<Boolean> IS_ISF_ACCEPTED = Var.flag("isfAccepted");
    static final Var<Boolean> DEPARTED = Var.flag("departed");
    static final Var<Boolean> RELEASED = Var.flag("released");
    static final Var<Boolean> DELIVERED = Var.flag("delivered");
    static final Var<Boolean> RECEIPT_KNOWN = Var.flag("receiptKnown");
    static final Var<Boolean> CLAIM_RESOLVED = Var.flag("claimResolved");
    static final Var<Boolean> ALL_RECEIVED = Var.flag("allReceived");
    static final Var<Boolean> CASE_DUE = Var.flag("caseDue");
    static final Var<Boolean> CASE_ASKED = Var.flag("caseAsked");

    /** The reports that were acted on already; what comes after them is news. */
    static final Var<String> CUSTOMS_FACT_ID = Var.string("customsFactId");

    static final Var<String> RECEIPT_FACT_ID = Var.string("receiptFactId");

    /** RELEASED, HELD or REFUSED. */
    static final Var<String> CUSTOMS_DECISION = Var.string("customsDecision");

    /** COUNTED once the quantities say so; until then as Amazon calls it: ABANDONED, RECEIVING, or another word. */
    static final Var<String> RECEIPT_STATE = Var.string("receiptState");

    static final Var<Date> DOCUMENTS_DUE_AT = Var.date("documentsDueAt");
    static final Var<Date> ISF_REMIND_72_AT = Var.date("isfRemind72At");
    static final Var<Date> ISF_REMIND_48_AT = Var.date("isfRemind48At");
    static final Var<Date> ISF_DUE_AT = Var.date("isfDueAt");
    static final Var<Date> ISF_COMPLETION_REMIND_AT = Var.date("isfCompletionRemindAt");
    static final Var<Date> ISF_COMPLETION_DUE_AT = Var.date("isfCompletionDueAt");
    static final Var<Date> DEPARTURE_CHASE_AT = Var.date("departureChaseAt");
    static final Var<Date> ENTRY_REMIND_AT = Var.date("entryRemindAt");
    static final Var<Date> ENTRY_DUE_AT = Var.date("entryDueAt");
    static final Var<Date> STORAGE_BEGINS_AT = Var.date("storageBeginsAt");
    static final Var<Date> SUMMARY_ALERT_AT = Var.date("summaryAlertAt");
    static final Var<Date> SUMMARY_ESCALATE_AT = Var.date("summaryEscalateAt");
    static final Var<Date> ENTRY_SUMMARY_DUE_AT = Var.date("entrySummaryDueAt");
    static final Var<Date> DELIVERY_DUE_AT = Var.date("deliveryDueAt");
    static final Var<Date> FIRST_ARRIVAL_REMINDER_AT = Var.date("firstArrivalReminderAt");
    static final Var<Date> SPLITS_DUE_AT = Var.date("splitsDueAt");
    static final Var<Date> CASE_DUE_AT = Var.date("caseDueAt");
    static final Var<Date> RECONCILE_AT = Var.date("reconcileAt");
    static final Var<Date> CLAIM_REMIND_14_AT = Var.date("claimRemind14At");
    static final Var<Date> CLAIM_REMIND_7_AT = Var.date("claimRemind7At");
    static final Var<Date> CLAIM_REMIND_3_AT = Var.date("claimRemind3At");
    static final Var<Date> CLAIM_WINDOW_END_AT = Var.date("claimWindowEndAt");

    /** What the watch over open steps hands over about a late one. */
    static final Var<String> PURCHASE = QuoteComparison.PURCHASE;

    static final Var<String> BUYERS = QuoteComparison.BUYERS;
    static final Var<String> OVERDUE_TASK_ID = Var.string("overdueTaskId");

    static final Var<String> OVERDUE_STEP = Var.string("overdueStep");
    static final Var<String> DEADLINE_KIND = Var.string("deadlineKind");

    static ProjectCode project(VariableScope scope) {
        return new ProjectCode(PROJECT_CODE.in(scope));
    }

    static String shipment(VariableScope scope) {
        return SHIPMENT_ID.in(scope);
    }

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public Set<String> names() {
        return Set.of();
    }

    /** A vessel, customs and Amazon wait for nobody: all dates of a shipment are theirs, or come from theirs. */
    @Override
    public Map<String, DeadlineKind> kinds() {
        Map<String, DeadlineKind> kinds = new HashMap<>();
        for (Var<Date> legal : List.of(
                DOCUMENTS_DUE_AT,
                ISF_REMIND_72_AT,
                ISF_REMIND_48_AT,
                ISF_DUE_AT,
                ISF_COMPLETION_REMIND_AT,
                ISF_COMPLETION_DUE_AT,
                ENTRY_REMIND_AT,
                ENTRY_DUE_AT,
                SUMMARY_ALERT_AT,
                SUMMARY_ESCALATE_AT,
                ENTRY_SUMMARY_DUE_AT)) {
            kinds.put(legal.name(), DeadlineKind.LEGAL);
        }
        for (Var<Date> agreed : List.of(DEPARTURE_CHASE_AT, STORAGE_BEGINS_AT, DELIVERY_DUE_AT)) {
            kinds.put(agreed.name(), DeadlineKind.CONTRACT);
        }
        for (Var<Date> amazons : List.of(
                FIRST_ARRIVAL_REMINDER_AT,
                SPLITS_DUE_AT,
                CASE_DUE_AT,
                RECONCILE_AT,
                CLAIM_REMIND_14_AT,
                CLAIM_REMIND_7_AT,
                CLAIM_REMIND_3_AT,
                CLAIM_WINDOW_END_AT)) {
            kinds.put(amazons.name(), DeadlineKind.PLATFORM);
        }
        return kinds;
    }
}
