package com.lianxing.process.fbainbound;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_postDeposit}: the deposit that was released is spent, against the hold of the order. */
@Component
class PostDepositDelegate implements JavaDelegate {

    private final GoodsPayments payments;

    PostDepositDelegate(GoodsPayments payments) {
        this.payments = payments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        payments.post(execution, "pay-deposit", "DEPOSIT");
    }
}
