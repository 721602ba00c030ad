package com.lianxing.process.fbainbound;

import com.lianxing.inbound.Payments;
import com.lianxing.inbound.Payments.Payment;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.money.Money;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Refusal;
import com.lianxing.project.ProjectCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_postDeposit}: the deposit is spent, against the hold of the order. */
@Component
class PostDepositDelegate implements JavaDelegate {

    private final Payments payments;
    private final ActingPerson actor;

    PostDepositDelegate(Payments payments, ActingPerson actor) {
        this.payments = payments;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = new ProjectCode(FbaInbound.PROJECT_CODE.in(execution));
        Money paid = FbaInbound.paid(execution);
        if (paid.isZero()) {
            return;
        }
        String invoice = FbaInbound.INVOICE_NO.in(execution);
        Payment payment = new Payment(
                project + ":DEPOSIT:" + invoice, project, BudgetLine.PRODUCT, paid, invoice, actor.id(), "deposit");
        if (payments.post(payment).isEmpty()) {
            throw Refusal.rule("RATE_MISSING", paid.currency().getCurrencyCode());
        }
    }
}
