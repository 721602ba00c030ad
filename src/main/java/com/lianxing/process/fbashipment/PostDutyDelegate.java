package com.lianxing.process.fbashipment;

import com.lianxing.approval.NewRequest;
import com.lianxing.costing.Payments;
import com.lianxing.costing.Payments.Payment;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.Mandate;
import com.lianxing.money.Money;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_postDuty}: what customs was paid, duty and fees each on its line, against the holds of the entry. */
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
        List<Payment> paid = Stream.of(
                        payment(execution, BudgetLine.DUTY, Money.parse(DUTY.in(execution), "USD")),
                        payment(execution, BudgetLine.CUSTOMS_FEES, Money.parse(FEES.in(execution), "USD")))
                .filter(payment -> !payment.amount().isZero())
                .toList();
        String request = FbaShipment.REQUEST_ID.in(execution);
        if (payments.settle(paid, payment -> NewRequest.holdId(request, payment.line()))
                .isPresent()) {
            throw new IllegalStateException("US dollars need no rate");
        }
    }

    private Payment payment(DelegateExecution execution, BudgetLine line, Money paid) {
        String statement = STATEMENT.in(execution);
        String id = FbaShipment.SHIPMENT_ID.in(execution) + ":" + line + ":" + statement;
        return new Payment(
                id, FbaShipment.project(execution), line, paid, statement, Mandate.of(actor.id()), "customs statement");
    }
}
