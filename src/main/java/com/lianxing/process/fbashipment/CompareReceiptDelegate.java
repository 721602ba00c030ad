package com.lianxing.process.fbashipment;

import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.ShipmentTerms;
import com.lianxing.inbound.ShipmentTerms.Term;
import com.lianxing.process.fbashipment.Entered.Form;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_compareReceipt}: is more missing than the tolerance allows? Then the claim's window is known from
 * Amazon's page of the shipment.
 */
@Component
class CompareReceiptDelegate implements JavaDelegate {

    private final Inbound inbound;
    private final ShipmentTerms terms;
    private final Entered entered;
    private final ClaimWindow window;

    CompareReceiptDelegate(Inbound inbound, ShipmentTerms terms, Entered entered, ClaimWindow window) {
        this.inbound = inbound;
        this.terms = terms;
        this.entered = entered;
        this.window = window;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Inbound.Shipment shipment = inbound.shipment(FbaShipment.project(execution), FbaShipment.shipment(execution))
                .orElseThrow();
        int tolerance = terms.of(Term.RECEIPT_TOLERANCE_PERCENT);
        boolean complete = inbound.reconcile(shipment).stream().allMatch(line -> line.isWithin(tolerance));
        FbaShipment.ALL_RECEIVED.set(execution, complete);
        if (!complete) {
            Form form = entered.of(execution, "reconcile-receipt");
            Deadline end = form.deadline("claimWindow", DeadlineKind.PLATFORM);
            window.open(execution, end);
        }
    }
}
