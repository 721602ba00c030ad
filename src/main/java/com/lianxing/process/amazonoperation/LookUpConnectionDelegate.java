package com.lianxing.process.amazonoperation;

import com.lianxing.inbound.InboundShipments;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_lookUpConnection}: can Amazon be asked? Where it cannot, nobody is bothered with an incident. */
@Component
class LookUpConnectionDelegate implements JavaDelegate {

    private final InboundShipments amazon;

    LookUpConnectionDelegate(InboundShipments amazon) {
        this.amazon = amazon;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AmazonOperation.CONNECTED.set(execution, amazon.connection().canBeAsked());
    }
}
