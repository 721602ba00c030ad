package com.lianxing.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.calendar.MovableClock;
import com.lianxing.inbound.AmazonConnection;
import com.lianxing.inbound.AmazonReceipt;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.InboundPlans;
import com.lianxing.inbound.InboundShipments.NewPlan;
import com.lianxing.inbound.InboundShipments.Operation;
import com.lianxing.inbound.InboundShipments.PlacementOption;
import com.lianxing.inbound.InboundShipments.PlanAccepted;
import com.lianxing.inbound.InboundShipments.Units;
import com.lianxing.inbound.ShipmentState;
import com.lianxing.project.OutsideFacts;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectSteps;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The demo's Amazon, by the clock and without a network. */
@LianxingTest
class DemoShipmentsTest {

    private static final BigDecimal ALL = BigDecimal.ONE;

    @Autowired
    private Inbound inbound;

    @Autowired
    private InboundPlans plans;

    @Autowired
    private OutsideFacts facts;

    @Autowired
    private ProjectSteps steps;

    @Autowired
    private InboundProjects company;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MovableClock clock;

    private DemoShipments amazon;
    private ProjectCode project;

    @BeforeEach
    void open() {
        clock.moveTo(clock.now());
        company.enrolTheCompany();
        amazon = demo();
        project = company.startedAt("userTask_createInboundPlan");
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void itSaysThatItIsTheDemo() {
        assertThat(amazon.connection().state()).isEqualTo(AmazonConnection.State.DEMO);
        assertThat(amazon.connection().canBeAsked()).isTrue();
    }

    @Test
    void withoutItEveryStepIsEnteredByHand() {
        DemoShipments without = new DemoShipments(inbound, plans, facts, steps, clock, false);
        assertThat(without.connection().canBeAsked()).isFalse();
    }

    @Test
    void whatItIsAskedIsDoneAtOnceAlsoOverARestart() {
        PlanAccepted plan = plan();
        assertThat(amazon.operation(plan.operationId()).state()).isEqualTo(Operation.State.SUCCESS);
        assertThat(demo().operation(plan.operationId()).state()).isEqualTo(Operation.State.SUCCESS);
        assertThat(demo().plan(plan.planId()).isActive()).isTrue();
    }

    @Test
    void aConfirmedPlacementHasItsShipmentsWithAllUnitsAlsoAfterARestart() {
        PlanAccepted plan = plan();
        plans.enterAmazonsPlan(project, plan.planId(), "demo", clock.now());
        String option = amazon.placementOptions(plan.planId()).get(2).id();
        steps.record(project, null, "choose-placement", "task", "ops", clock.now(), Map.of("optionId", option), "");
        amazon.confirmPlacement(plan.planId(), option);

        for (DemoShipments stand : List.of(amazon, demo())) {
            List<String> shipments = stand.plan(plan.planId()).shipmentIds();
            assertThat(shipments).hasSize(4);
            assertThat(shipments.stream()
                            .flatMap(shipment -> stand.shipmentItems(plan.planId(), shipment).stream())
                            .mapToLong(Units::quantity)
                            .sum())
                    .isEqualTo(100);
        }
    }

    @Test
    void fewerWarehousesCostMoreAndEveryOfferEnds() {
        PlanAccepted plan = plan();
        plans.enterAmazonsPlan(project, plan.planId(), "demo", clock.now());
        amazon.offerPlacements(plan.planId());
        List<PlacementOption> options = amazon.placementOptions(plan.planId());
        assertThat(options).extracting(option -> option.shipmentIds().size()).containsExactly(1, 2, 4);
        // 100 units at 30, 16 and no cents.
        assertThat(options).extracting(option -> option.fees().minor()).containsExactly(3_000L, 1_600L, 0L);
        assertThat(options).extracting(PlacementOption::state).containsOnly("OFFERED");

        clock.moveBy(Duration.ofDays(3));
        assertThat(amazon.placementOptions(plan.planId()))
                .extracting(PlacementOption::state)
                .containsOnly("EXPIRED");
        amazon.offerPlacements(plan.planId());
        assertThat(amazon.placementOptions(plan.planId()))
                .extracting(PlacementOption::state)
                .containsOnly("OFFERED");
    }

    @Test
    void everyShipmentOfThePlacementHasAWarehouseAndAnIdThatAFormTakes() {
        PlanAccepted plan = plan();
        for (String shipment : amazon.placementOptions(plan.planId()).get(2).shipmentIds()) {
            assertThat(amazon.shipment(plan.planId(), shipment).confirmationId())
                    .matches("FBA[0-9A-Z]{6,15}");
        }
    }

    @Test
    void aShipmentIsCountedWithinAWeekOfItsDelivery() {
        // Whose unit goes missing depends on the id; of this one none does.
        Inbound.Shipment shipment = shipment("FBA15DEMO" + project.value().replaceAll("\\D", "") + "B");
        assertThat(receipt(shipment).state()).isEqualTo(ShipmentState.IN_TRANSIT);

        transaction.executeWithoutResult(status -> facts.keep(
                "demo:" + shipment.id(), project, "inbound.delivered", shipment.id(), "{}", "logistics", clock.now()));
        assertThat(receipt(shipment).state()).isEqualTo(ShipmentState.DELIVERED);
        clock.moveBy(Duration.ofDays(1));
        assertThat(receipt(shipment).state()).isEqualTo(ShipmentState.CHECKED_IN);
        clock.moveBy(Duration.ofDays(3));
        assertThat(receipt(shipment).state()).isEqualTo(ShipmentState.RECEIVING);
        assertThat(receipt(shipment).lines().get(0).received()).isEqualTo(50);
        clock.moveBy(Duration.ofDays(3));
        assertThat(receipt(shipment).state()).isEqualTo(ShipmentState.CLOSED);
        assertThat(receipt(shipment).completion(ALL)).isNotEqualTo(AmazonReceipt.Completion.OPEN);
    }

    private PlanAccepted plan() {
        return amazon.createPlan(new NewPlan(project.value() + " demo", List.of(new Units("LAMP", 100))));
    }

    private Inbound.Shipment shipment(String amazonId) {
        company.save(
                project,
                "shipments",
                List.of(Map.of(
                        "amazonShipmentId",
                        amazonId,
                        "fulfilmentCenter",
                        "ONT8",
                        "sku",
                        company.skus(project).get(0),
                        "units",
                        "100")));
        return inbound.openShipments(project).get(0);
    }

    private AmazonReceipt receipt(Inbound.Shipment shipment) {
        return amazon.receipts(List.of(shipment.amazonShipmentId(), "FBA15NOBODY"))
                .get(0);
    }

    private DemoShipments demo() {
        return new DemoShipments(inbound, plans, facts, steps, clock, true);
    }
}
