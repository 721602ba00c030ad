package com.lianxing.process.fbashipment;

import com.lianxing.process.engine.Var;
import com.lianxing.project.OutsideFacts;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * The {@code serviceTask_lookUp…} before a wait that may come again: was anything reported since what was acted on last?
 */
class LookUpNewsDelegate implements JavaDelegate {

    private final OutsideFacts facts;
    private final List<String> messages;
    private final Var<String> seen;
    private final Var<Boolean> known;

    LookUpNewsDelegate(OutsideFacts facts, List<String> messages, Var<String> seen, Var<Boolean> known) {
        this.facts = facts;
        this.messages = messages;
        this.seen = seen;
        this.known = known;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String last = seen.find(execution).orElse("");
        boolean news = facts.beforeWaiting(FbaShipment.project(execution), messages, FbaShipment.shipment(execution))
                .filter(fact -> !fact.id().equals(last))
                .isPresent();
        known.set(execution, news);
    }
}
