package com.lianxing.process.fbashipment;

import com.lianxing.process.engine.Var;
import com.lianxing.process.engine.form.StoredVars;
import com.lianxing.project.ProjectCode;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** What Java knows of {@code processes/fba-shipment.bpmn}: its variables and messages. */
@Component
public class FbaShipment implements StoredVars {

    public static final String KEY = "fba-shipment";

    public static final String ISF_ACCEPTED = "inbound.isfAccepted";
    public static final String VESSEL_DEPARTED = "inbound.vesselDeparted";
    public static final String CUSTOMS_RELEASED = "inbound.customsReleased";
    public static final String GOODS_DELIVERED = "inbound.delivered";
    public static final String RECEIPT_CHANGED = "inbound.receiptChanged";
    public static final String CLAIM_SETTLED = "inbound.claimResolved";

    public static final Var<String> SHIPMENT_ID = Var.string("shipmentId");
    static final Var<String> PROJECT_CODE = Var.string("projectCode");
    static final Var<String> REQUEST_ID = Var.string("requestId");
    static final Var<Long> SHIPMENT_INDEX = Var.number("shipmentIndex");
    static final Var<Boolean> IS_ISF_ACCEPTED = Var.flag("isfAccepted");
    static final Var<Boolean> DEPARTED = Var.flag("departed");
    static final Var<Boolean> RELEASED = Var.flag("released");
    static final Var<Boolean> DELIVERED = Var.flag("delivered");
    static final Var<Boolean> RECEIPT_KNOWN = Var.flag("receiptKnown");
    static final Var<Boolean> CLAIM_RESOLVED = Var.flag("claimResolved");
    static final Var<Boolean> ALL_RECEIVED = Var.flag("allReceived");
    static final Var<Date> ISF_DUE_AT = Var.date("isfDueAt");
    static final Var<Date> ISF_COMPLETION_DUE_AT = Var.date("isfCompletionDueAt");
    static final Var<Date> ENTRY_SUMMARY_DUE_AT = Var.date("entrySummaryDueAt");

    static ProjectCode project(VariableScope scope) {
        return new ProjectCode(PROJECT_CODE.in(scope));
    }

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public Set<String> names() {
        return Set.of();
    }
}
