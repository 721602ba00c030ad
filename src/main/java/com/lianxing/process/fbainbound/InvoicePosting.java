package com.lianxing.process.fbainbound;

import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.Payments;
import com.lianxing.inbound.Payments.Payment;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.Charge;
import com.lianxing.ledger.HoldRequest;
import com.lianxing.ledger.LedgerEntry;
import com.lianxing.ledger.Mandate;
import com.lianxing.process.engine.Refusal;
import com.lianxing.project.ProjectCode;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Posts the project's sheet of invoices: the same invoice of the same supplier and line is posted once. */
@Component
class InvoicePosting {

    private final Inbound inbound;
    private final Payments payments;
    private final BudgetLedger ledger;

    InvoicePosting(Inbound inbound, Payments payments, BudgetLedger ledger) {
        this.inbound = inbound;
        this.payments = payments;
        this.ledger = ledger;
    }

    void post(ProjectCode project, String person) {
        inbound.invoices(project).forEach(invoice -> pay(payment(project, invoice, person)));
    }

    /**
     * Posts them under an approval that was given already: each is held first as far as its line has the money, so that
     * nobody is asked again. What a line has not is an overrun, which is asked for.
     */
    void postApproved(ProjectCode project, Mandate mandate) {
        Set<String> posted =
                ledger.entries(project).stream().map(LedgerEntry::id).collect(Collectors.toSet());
        for (Inbound.Invoice invoice : inbound.invoices(project)) {
            Payment payment = payment(project, invoice, mandate.postedBy());
            if (posted.contains(payment.id())) {
                continue; // Paid before the project was cancelled.
            }
            Charge charge = payments.charge(payment.amount()).orElseThrow(() -> rateMissing(payment));
            String hold = payment.id() + ":HOLD";
            ledger.hold(new HoldRequest(hold, project, payment.line(), charge, mandate, payment.memo()));
            payments.post(payment, hold);
        }
    }

    private void pay(Payment payment) {
        if (payments.post(payment).isEmpty()) {
            throw rateMissing(payment);
        }
    }

    private static Refusal rateMissing(Payment payment) {
        return Refusal.rule("RATE_MISSING", payment.amount().currency().getCurrencyCode());
    }

    private static Payment payment(ProjectCode project, Inbound.Invoice invoice, String person) {
        String id = String.join(
                ":",
                project.value(),
                "INVOICE",
                invoice.supplier(),
                invoice.invoiceNo(),
                invoice.line().name());
        return new Payment(
                id, project, invoice.line(), invoice.amount(), invoice.invoiceNo(), person, invoice.supplier());
    }
}
