package com.lianxing.process.fbainbound;

import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.Payments;
import com.lianxing.inbound.Payments.Payment;
import com.lianxing.process.engine.Refusal;
import com.lianxing.project.ProjectCode;
import org.springframework.stereotype.Component;

/** Posts the project's sheet of invoices: the same invoice of the same supplier and line is posted once. */
@Component
class InvoicePosting {

    private final Inbound inbound;
    private final Payments payments;

    InvoicePosting(Inbound inbound, Payments payments) {
        this.inbound = inbound;
        this.payments = payments;
    }

    void post(ProjectCode project, String person) {
        for (Inbound.Invoice invoice : inbound.invoices(project)) {
            String id = String.join(
                    ":",
                    project.value(),
                    "INVOICE",
                    invoice.supplier(),
                    invoice.invoiceNo(),
                    invoice.line().name());
            Payment payment = new Payment(
                    id, project, invoice.line(), invoice.amount(), invoice.invoiceNo(), person, invoice.supplier());
            if (payments.post(payment).isEmpty()) {
                throw Refusal.rule("RATE_MISSING", invoice.amount().currency().getCurrencyCode());
            }
        }
    }
}
