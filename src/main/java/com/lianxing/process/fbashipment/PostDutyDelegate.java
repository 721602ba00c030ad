package com.lianxing.process.fbashipment;

import com.lianxing.inbound.Payments;
import com.lianxing.inbound.Payments.Payment;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.money.Money;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_postDuty}: what customs was paid, against the hold of the entry. */
@Component
class PostDutyDelegate implements JavaDelegate {

    private static final Var<String> DUTY = Var.string("paidDutyUsd");
    private static final Var<String> FEES = Var.string("paidFeesUsd");
    private static final Var<String> STATEMENT = Var.string("statementNo");

    private final Payments payments;
    private final ActingPerson actor;

    PostDutyDelegate(Payments payments, ActingPerson actor) {
        this.payments = payments;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Money paid = Money.parse(DUTY.in(execution), "USD").plus(Money.parse(FEES.in(execution), "USD"));
        if (paid.isZero()) {
            return;
        }
        String statement = STATEMENT.in(execution);
        String id = FbaShipment.SHIPMENT_ID.in(execution) + ":DUTY:" + statement;
        Payment payment = new Payment(
                id, FbaShipment.project(execution), BudgetLine.DUTY, paid, statement, actor.id(), "customs statement");
        if (payments.post(payment).isEmpty()) {
            throw new IllegalStateException("US dollars need no rate");
        }
    }
}
