package com.lianxing.process.fbainbound;

import com.lianxing.costing.Payments;
import com.lianxing.costing.Payments.Payment;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.money.Money;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Posts what the submitted form says was paid to the supplier of the goods, against the hold of the order. */
@Component
class GoodsPayments {

    private final Payments payments;
    private final ActingPerson actor;

    GoodsPayments(Payments payments, ActingPerson actor) {
        this.payments = payments;
        this.actor = actor;
    }

    /**
     * Nothing paid, nothing posted.
     *
     * @param part of the price, such as {@code DEPOSIT}: with the invoice it names the entry
     * @throws Refusal if no confirmed rate turns the amount into US dollars
     */
    void post(DelegateExecution execution, String part) {
        ProjectCode project = ProjectProcess.project(execution);
        Money paid = FbaInbound.paid(execution);
        if (paid.isZero()) {
            return;
        }
        String invoice = FbaInbound.INVOICE_NO.in(execution);
        Payment payment = new Payment(
                String.join(":", project.value(), part, invoice),
                project,
                BudgetLine.PRODUCT,
                paid,
                invoice,
                actor.id(),
                part.toLowerCase(Locale.ROOT));
        if (payments.post(payment).isEmpty()) {
            throw Refusal.rule("RATE_MISSING", paid.currency().getCurrencyCode());
        }
    }
}
