package com.lianxing.process.fbashipment;

import com.lianxing.inbound.AmazonReceipt;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.ShipmentState;
import com.lianxing.inbound.ShipmentTerms;
import com.lianxing.inbound.ShipmentTerms.Term;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** How many of a shipment's units are enough, as company policy says how many may be missing. */
@Component
class ReceiptTolerance {

    private final ShipmentTerms terms;
    private final Inbound inbound;

    ReceiptTolerance(ShipmentTerms terms, Inbound inbound) {
        this.terms = terms;
        this.inbound = inbound;
    }

    /** Above 0, and 1 if nothing may be missing. */
    BigDecimal share() {
        return BigDecimal.valueOf(100L - terms.of(Term.RECEIPT_TOLERANCE_PERCENT))
                .movePointLeft(2);
    }

    /**
     * Whether the counting is over: Amazon has closed the shipment, or what is counted is enough. The quantities decide,
     * never what a plan is called.
     */
    boolean isCounted(Inbound.Shipment shipment, ShipmentState state) {
        if (state == ShipmentState.CLOSED) {
            return true;
        }
        AmazonReceipt counted = new AmazonReceipt(
                shipment.amazonShipmentId(),
                state,
                inbound.reconcile(shipment).stream()
                        .map(line -> new AmazonReceipt.Line(line.sku(), line.shipped(), line.received()))
                        .toList());
        return counted.completion(share()) == AmazonReceipt.Completion.COMPLETE;
    }
}
