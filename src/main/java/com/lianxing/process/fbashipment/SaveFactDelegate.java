package com.lianxing.process.fbashipment;

import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.project.OutsideFacts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;

/**
 * The {@code serviceTask_save…} behind a wait: where a person came first, what the form said becomes the fact, so that a
 * report that arrives later finds it known; and the milestone is reached.
 */
class SaveFactDelegate implements JavaDelegate {

    private final OutsideFacts facts;
    private final Milestones milestones;
    private final ActingPerson actor;
    private final String message;
    private final Var<Boolean> known;
    private final @Nullable String milestone;

    SaveFactDelegate(
            OutsideFacts facts,
            Milestones milestones,
            ActingPerson actor,
            String message,
            Var<Boolean> known,
            @Nullable String milestone) {
        this.facts = facts;
        this.milestones = milestones;
        this.actor = actor;
        this.message = message;
        this.known = known;
        this.milestone = milestone;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String shipment = FbaShipment.shipment(execution);
        if (facts.latest(message, shipment).isEmpty()) {
            String id = idOf(execution);
            facts.keep(id, FbaShipment.project(execution), message, shipment, "{}", actor.id(), null);
        }
        known.set(execution, true);
        if (milestone != null) {
            milestones.reach(FbaShipment.project(execution), milestone, message);
        }
    }

    /** Of the fact that a person entered: one per pass of the step. */
    static String idOf(DelegateExecution execution) {
        return "task:" + execution.getActivityInstanceId();
    }
}
