package com.lianxing.process.fbainbound;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_requestDeposit} and {@code serviceTask_requestBalance}: a second person is to release the payment. */
@Component
class RequestPaymentDelegate implements JavaDelegate {

    private final GoodsPayments payments;

    RequestPaymentDelegate(GoodsPayments payments) {
        this.payments = payments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FbaInbound.PAYMENT_DUE.set(execution, payments.request(execution));
    }
}
