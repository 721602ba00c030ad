package com.lianxing.process.fbainbound;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_postBalance}: the rest of the order, released, is spent. */
@Component
class PostBalanceDelegate implements JavaDelegate {

    private final GoodsPayments payments;

    PostBalanceDelegate(GoodsPayments payments) {
        this.payments = payments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        payments.post(execution, "pay-balance", "BALANCE");
    }
}
