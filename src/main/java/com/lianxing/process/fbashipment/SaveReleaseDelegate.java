package com.lianxing.process.fbashipment;

import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.project.OutsideFacts;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_saveRelease}: what customs decided, by the person who recorded it, else by the latest report. */
@Component
class SaveReleaseDelegate implements JavaDelegate {

    private static final String RELEASED = "RELEASED";
    private static final Map<String, String> MESSAGES = Map.of(
            RELEASED,
            FbaShipment.CUSTOMS_RELEASED,
            "HELD",
            FbaShipment.CUSTOMS_HELD,
            "REFUSED",
            FbaShipment.CUSTOMS_REFUSED);
    private static final Var<String> ANSWER = Var.string("customsAnswer");

    private final OutsideFacts facts;
    private final Milestones milestones;
    private final ActingPerson actor;

    SaveReleaseDelegate(OutsideFacts facts, Milestones milestones, ActingPerson actor) {
        this.facts = facts;
        this.milestones = milestones;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ANSWER.find(execution).ifPresent(answer -> keep(execution, answer));
        OutsideFacts.Fact fact = facts.latest(LookUpReleaseDelegate.DECISIONS, FbaShipment.shipment(execution))
                .orElseThrow();
        String decision = MESSAGES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(fact.message()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        FbaShipment.CUSTOMS_FACT_ID.set(execution, fact.id());
        FbaShipment.CUSTOMS_DECISION.set(execution, decision);
        if (decision.equals(RELEASED)) {
            milestones.reach(FbaShipment.project(execution), "CUSTOMS_RELEASED", FbaShipment.CUSTOMS_RELEASED);
        }
    }

    private void keep(DelegateExecution execution, String answer) {
        facts.keep(
                SaveFactDelegate.idOf(execution),
                FbaShipment.project(execution),
                String.valueOf(MESSAGES.get(answer)),
                FbaShipment.shipment(execution),
                "{}",
                actor.id(),
                null);
    }
}
