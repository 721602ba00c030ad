package com.lianxing.process.lifecycle;

import com.lianxing.costing.Costs;
import com.lianxing.costing.Payments;
import com.lianxing.costing.Payments.Payment;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.Charge;
import com.lianxing.ledger.EntryType;
import com.lianxing.ledger.HoldRequest;
import com.lianxing.ledger.LedgerEntry;
import com.lianxing.ledger.Mandate;
import com.lianxing.money.Money;
import com.lianxing.process.engine.Refusal;
import com.lianxing.project.ProjectCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Posts the project's sheet of invoices: the same invoice of the same supplier and line is posted once. */
@Component
public class InvoicePosting {

    private final Costs costs;
    private final Payments payments;
    private final BudgetLedger ledger;

    InvoicePosting(Costs costs, Payments payments, BudgetLedger ledger) {
        this.costs = costs;
        this.payments = payments;
        this.ledger = ledger;
    }

    /**
     * Posts what has not been posted yet, whoever posted the rest.
     *
     * @throws Refusal if no confirmed rate turns an invoice into US dollars
     */
    public void post(ProjectCode project, String person) {
        Map<String, Money> posted = ledger.entries(project).stream()
                .filter(entry -> entry.type() == EntryType.ACTUAL)
                .collect(Collectors.toMap(LedgerEntry::id, LedgerEntry::original));
        refuseWithoutRate(payments.settle(costs.invoices(project).stream()
                .map(invoice -> payment(project, invoice, person))
                .filter(payment -> !payment.amount().equals(posted.get(payment.id())))
                .toList()));
    }

    /**
     * Posts them under an approval that was given already: each is held first as far as its line has the money, so that
     * nobody is asked again. What a line has not is an overrun, which is asked for.
     */
    void postApproved(ProjectCode project, Mandate mandate) {
        Set<String> posted =
                ledger.entries(project).stream().map(LedgerEntry::id).collect(Collectors.toSet());
        List<Payment> unpaid = costs.invoices(project).stream()
                .map(invoice -> payment(project, invoice, mandate.postedBy()))
                .filter(payment -> !posted.contains(payment.id())) // Paid before the project was cancelled.
                .toList();
        refuseWithoutRate(payments.settle(unpaid, payment -> hold(payment, mandate)));
    }

    private String hold(Payment payment, Mandate mandate) {
        String hold = payment.id() + ":HOLD";
        Charge charge = payments.charge(payment.amount()).orElseThrow();
        ledger.hold(new HoldRequest(hold, payment.project(), payment.line(), charge, mandate, payment.memo()));
        return hold;
    }

    private static void refuseWithoutRate(Optional<Payment> withoutRate) {
        withoutRate.ifPresent(payment -> {
            throw Refusal.rule("RATE_MISSING", payment.amount().currency().getCurrencyCode());
        });
    }

    private static Payment payment(ProjectCode project, Costs.Invoice invoice, String person) {
        String id = String.join(
                ":",
                project.value(),
                "INVOICE",
                invoice.supplier(),
                invoice.invoiceNo(),
                invoice.line().name());
        return new Payment(
                id,
                project,
                invoice.line(),
                invoice.amount(),
                invoice.invoiceNo(),
                Mandate.of(person),
                invoice.supplier());
    }
}
