package com.lianxing.process.amazonoperation;

import com.lianxing.calendar.Clock;
import com.lianxing.inbound.AmazonConnection;
import com.lianxing.inbound.AmazonFailure;
import com.lianxing.inbound.AmazonReceipt;
import com.lianxing.inbound.InboundShipments;
import com.lianxing.money.Money;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** An Amazon in memory that does what a test tells it, for the whole suite: not connected until a test connects it. */
@Component
@Primary
public class ScriptedAmazon implements InboundShipments {

    /** A power cut: no handler may catch it. */
    static class NodeDied extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Clock clock;
    private final Map<String, Plan> plans = new LinkedHashMap<>();
    private final Map<String, Operation> operations = new HashMap<>();
    private final List<String> writes = new ArrayList<>();
    private final List<AmazonReceipt> receipts = new ArrayList<>();
    private boolean connected;
    private boolean diesAfterNextWrite;
    private @Nullable AmazonFailure failure;

    ScriptedAmazon(Clock clock) {
        this.clock = clock;
    }

    public void connect() {
        connected = true;
        failure = null;
        writes.clear();
        receipts.clear();
    }

    public void disconnect() {
        connected = false;
    }

    /** What every call gets from now on. */
    public void fails(AmazonFailure.Kind kind, String message, Duration wait) {
        failure = new AmazonFailure(kind, message, wait);
    }

    public void answersAgain() {
        failure = null;
    }

    /** What it has counted from now on. */
    public void counts(AmazonReceipt... counted) {
        receipts.clear();
        receipts.addAll(List.of(counted));
    }

    public void diesAfterNextWrite() {
        diesAfterNextWrite = true;
    }

    public void finishes(Operation.State state, Problem... problems) {
        operations.replaceAll((id, operation) -> operation.state() == Operation.State.IN_PROGRESS
                ? new Operation(id, state, List.of(problems))
                : operation);
    }

    /** What was asked, as {@code method planId argument}. */
    List<String> writes() {
        return writes;
    }

    Collection<Plan> plans() {
        return plans.values();
    }

    @Override
    public AmazonConnection connection() {
        return new AmazonConnection(
                connected ? AmazonConnection.State.CONNECTED : AmazonConnection.State.NOT_CONNECTED,
                connected ? clock.now() : null,
                failure == null ? null : failure.kind());
    }

    @Override
    public Operation operation(String operationId) {
        answer();
        return Optional.ofNullable(operations.get(operationId)).orElseThrow();
    }

    @Override
    public PlanAccepted createPlan(NewPlan plan) {
        answer();
        String id = "wf-" + (plans.size() + 1) + "-" + plan.name().hashCode();
        plans.put(id, new Plan(id, plan.name(), "ACTIVE", clock.now(), List.of(), List.of(), List.of()));
        return new PlanAccepted(id, write("createPlan", id, plan.units()));
    }

    @Override
    public Optional<Plan> findPlan(String name) {
        answer();
        return plans.values().stream().filter(plan -> plan.name().equals(name)).findFirst();
    }

    @Override
    public Plan plan(String planId) {
        answer();
        return Optional.ofNullable(plans.get(planId)).orElseThrow();
    }

    @Override
    public String voidPlan(String planId) {
        answer();
        plans.computeIfPresent(
                planId,
                (id, plan) -> new Plan(
                        id, plan.name(), "VOIDED", plan.createdAt(), plan.packings(), plan.placements(), List.of()));
        return write("voidPlan", planId, "");
    }

    @Override
    public String offerPacking(String planId) {
        answer();
        return write("offerPacking", planId, "");
    }

    @Override
    public List<PackingOption> packingOptions(String planId) {
        answer();
        String state = plan(planId).packings().isEmpty() ? "OFFERED" : "ACCEPTED";
        Money nothing = Money.zero(Currency.getInstance("USD"));
        Money dollar = Money.parse("1.00", "USD");
        return List.of(
                new PackingOption("po-dear", "OFFERED", List.of("pg-9"), dollar, nothing, null),
                new PackingOption("po-cheap", state, List.of("pg-1", "pg-2"), dollar, dollar, null));
    }

    @Override
    public String confirmPacking(String planId, String optionId) {
        answer();
        plans.computeIfPresent(
                planId,
                (id, plan) -> new Plan(
                        id,
                        plan.name(),
                        plan.state(),
                        plan.createdAt(),
                        List.of(new Choice(optionId, "ACCEPTED")),
                        plan.placements(),
                        List.of()));
        return write("confirmPacking", planId, optionId);
    }

    @Override
    public List<String> skusOfPackingGroup(String planId, String packingGroupId) {
        answer();
        return packingGroupId.equals("pg-2")
                ? List.of()
                : writes.stream()
                        .filter(write -> write.startsWith("createPlan " + planId))
                        .flatMap(write -> List.of(write.split("[=,\\]\\[ ]")).stream())
                        .toList();
    }

    @Override
    public String describeBoxes(String planId, List<BoxGroup> groups) {
        answer();
        return write("describeBoxes", planId, groups);
    }

    @Override
    public String offerPlacements(String planId) {
        answer();
        return write("offerPlacements", planId, "");
    }

    @Override
    public List<PlacementOption> placementOptions(String planId) {
        answer();
        return List.of();
    }

    @Override
    public String confirmPlacement(String planId, String optionId) {
        answer();
        plans.computeIfPresent(
                planId,
                (id, plan) -> new Plan(
                        id,
                        plan.name(),
                        plan.state(),
                        plan.createdAt(),
                        plan.packings(),
                        List.of(new Choice(optionId, "ACCEPTED")),
                        List.of("sh-1")));
        return write("confirmPlacement", planId, optionId);
    }

    @Override
    public String offerTransport(String planId, String placementOptionId, List<ReadyToShip> shipments) {
        answer();
        return write("offerTransport", planId, shipments);
    }

    @Override
    public List<TransportOption> transportOptions(String planId, String placementOptionId, String shipmentId) {
        answer();
        return List.of();
    }

    @Override
    public String confirmTransport(String planId, List<TransportChoice> choices) {
        answer();
        return write("confirmTransport", planId, choices);
    }

    @Override
    public String offerDeliveryWindows(String planId, String shipmentId) {
        answer();
        return write("offerDeliveryWindows", planId, shipmentId);
    }

    @Override
    public List<DeliveryWindow> deliveryWindows(String planId, String shipmentId) {
        answer();
        return List.of();
    }

    @Override
    public String confirmDeliveryWindow(String planId, String shipmentId, String windowId) {
        answer();
        return write("confirmDeliveryWindow", planId, windowId);
    }

    @Override
    public PlannedShipment shipment(String planId, String shipmentId) {
        throw new AmazonFailure(AmazonFailure.Kind.REFUSED, "no such shipment");
    }

    @Override
    public URI boxLabels(String confirmationId, int boxes) {
        throw new AmazonFailure(AmazonFailure.Kind.REFUSED, "no such shipment");
    }

    @Override
    public List<AmazonReceipt> receipts(Collection<String> confirmationIds) {
        answer();
        return receipts.stream()
                .filter(receipt -> confirmationIds.contains(receipt.shipmentId()))
                .toList();
    }

    private void answer() {
        if (!connected) {
            throw new AmazonFailure(AmazonFailure.Kind.NOT_CONNECTED, "no seller account is connected");
        }
        if (failure != null) {
            throw failure;
        }
    }

    private String write(String method, String planId, Object argument) {
        writes.add((method + " " + planId + " " + argument).strip());
        String operation = "op-" + writes.size() + "-" + planId;
        operations.put(operation, new Operation(operation, Operation.State.IN_PROGRESS, List.of()));
        if (diesAfterNextWrite) {
            diesAfterNextWrite = false;
            throw new NodeDied();
        }
        return operation;
    }
}
