package com.lianxing.process.fbashipment;

import com.lianxing.inbound.ShipmentEnds;
import com.lianxing.inbound.ShipmentEnds.Outcome;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.project.OutsideFacts;
import java.util.List;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The facts of a shipment that come from outside or from a person, whichever is first: looked up, then saved. */
@Configuration(proxyBeanMethods = false)
class ShipmentFacts {

    private final OutsideFacts facts;
    private final Milestones milestones;
    private final ActingPerson actor;

    ShipmentFacts(OutsideFacts facts, Milestones milestones, ActingPerson actor) {
        this.facts = facts;
        this.milestones = milestones;
        this.actor = actor;
    }

    @Bean
    JavaDelegate lookUpIsfAcceptanceDelegate() {
        return lookUp(FbaShipment.ISF_ACCEPTED, FbaShipment.IS_ISF_ACCEPTED);
    }

    @Bean
    JavaDelegate saveIsfAcceptanceDelegate() {
        return save(FbaShipment.ISF_ACCEPTED, FbaShipment.IS_ISF_ACCEPTED, null);
    }

    @Bean
    JavaDelegate lookUpDepartureDelegate() {
        return lookUp(FbaShipment.VESSEL_DEPARTED, FbaShipment.DEPARTED);
    }

    @Bean
    JavaDelegate lookUpReceiptDelegate() {
        return new LookUpNewsDelegate(
                facts, List.of(FbaShipment.RECEIPT_CHANGED), FbaShipment.RECEIPT_FACT_ID, FbaShipment.RECEIPT_KNOWN);
    }

    @Bean
    JavaDelegate lookUpClaimOutcomeDelegate() {
        return lookUp(FbaShipment.CLAIM_SETTLED, FbaShipment.CLAIM_RESOLVED);
    }

    @Bean
    JavaDelegate closeRefusedDelegate(ShipmentEnds ends) {
        return new EndShipmentDelegate(ends, Outcome.REFUSED_BY_CBP);
    }

    @Bean
    JavaDelegate closeReturnedDelegate(ShipmentEnds ends) {
        return new EndShipmentDelegate(ends, Outcome.REFUSED_BY_FC);
    }

    @Bean
    JavaDelegate closeAbandonedDelegate(ShipmentEnds ends) {
        return new EndShipmentDelegate(ends, Outcome.ABANDONED);
    }

    JavaDelegate lookUp(String message, Var<Boolean> known) {
        return new LookUpFactDelegate(facts, message, known);
    }

    JavaDelegate save(String message, Var<Boolean> known, @Nullable String milestone) {
        return new SaveFactDelegate(facts, milestones, actor, message, known, milestone);
    }
}
