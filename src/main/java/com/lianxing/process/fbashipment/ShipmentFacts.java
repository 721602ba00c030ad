package com.lianxing.process.fbashipment;

import com.lianxing.inbound.OutsideFacts;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The six facts of a shipment that come from outside or from a person, whichever is first: looked up, then saved. */
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
        return save(FbaShipment.ISF_ACCEPTED, null);
    }

    @Bean
    JavaDelegate lookUpDepartureDelegate() {
        return lookUp(FbaShipment.VESSEL_DEPARTED, FbaShipment.DEPARTED);
    }

    @Bean
    JavaDelegate saveDepartureDelegate() {
        return save(FbaShipment.VESSEL_DEPARTED, "DEPARTED");
    }

    @Bean
    JavaDelegate saveReleaseDelegate() {
        return save(FbaShipment.CUSTOMS_RELEASED, "CUSTOMS_RELEASED");
    }

    @Bean
    JavaDelegate lookUpDeliveryDelegate() {
        return lookUp(FbaShipment.GOODS_DELIVERED, FbaShipment.DELIVERED);
    }

    @Bean
    JavaDelegate saveDeliveryDelegate() {
        return save(FbaShipment.GOODS_DELIVERED, null);
    }

    @Bean
    JavaDelegate lookUpReceiptDelegate() {
        return lookUp(FbaShipment.RECEIPT_CHANGED, FbaShipment.RECEIPT_KNOWN);
    }

    @Bean
    JavaDelegate lookUpClaimOutcomeDelegate() {
        return lookUp(FbaShipment.CLAIM_SETTLED, FbaShipment.CLAIM_RESOLVED);
    }

    @Bean
    JavaDelegate saveClaimOutcomeDelegate() {
        return save(FbaShipment.CLAIM_SETTLED, null);
    }

    private JavaDelegate lookUp(String message, Var<Boolean> known) {
        return new LookUpFactDelegate(facts, message, known);
    }

    private JavaDelegate save(String message, @Nullable String milestone) {
        return new SaveFactDelegate(facts, milestones, actor, message, milestone);
    }
}
