package com.lianxing.process.amazonoperation;

import com.lianxing.calendar.Clock;
import com.lianxing.inbound.AmazonConnection;
import com.lianxing.inbound.AmazonFailure;
import com.lianxing.inbound.AmazonReceipt;
import com.lianxing.inbound.InboundShipments;
import com.lianxing.inbound.ShipmentState;
import com.lianxing.money.Money;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
    private boolean finishesAtOnce;
    private boolean diesAfterNextWrite;
    private String lastBeforeCut = "";
    private @Nullable AmazonFailure failure;

    ScriptedAmazon(Clock clock) {
        this.clock = clock;
    }

    public void connect() {
        connected = true;
        finishesAtOnce = false;
        lastBeforeCut = "";
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

    /** Says that it cannot be asked any more once it was asked that. */
    public void disconnectsAfter(String write) {
        lastBeforeCut = write;
    }

    public void diesAfterNextWrite() {
        diesAfterNextWrite = true;
    }

    /** From now on whatever it is asked is done when somebody looks. */
    public void finishesAtOnce() {
        finishesAtOnce = true;
    }

    /** From now on whatever it is asked takes its time. */
    public void takesItsTime() {
        finishesAtOnce = false;
    }

    public void finishes(Operation.State state, Problem... problems) {
        operations.replaceAll((id, operation) -> operation.state() == Operation.State.IN_PROGRESS
                ? new Operation(id, state, List.of(problems))
                : operation);
    }

    /** What was asked, as {@code method planId argument}. */
    public List<String> writes() {
        return writes;
    }

    Collection<Plan> plans() {
        return plans.values();
    }

    @Override
    public AmazonConnection connection() {
        boolean cut = writes.stream().anyMatch(write -> write.startsWith(lastBeforeCut + " "));
        return new AmazonConnection(
                connected && !cut ? AmazonConnection.State.CONNECTED : AmazonConnection.State.NOT_CONNECTED,
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

    /** One shipment for a dollar and a half a unit less fifty dollars, two for a dollar, three for nothing; for two days. */
    @Override
    public List<PlacementOption> placementOptions(String planId) {
        answer();
        Instant end = clock.now().plus(Duration.ofDays(2));
        return List.of(
                new PlacementOption("pl-1", "OFFERED", List.of("sh-1"), usd("150.00"), usd("50.00"), end),
                new PlacementOption("pl-2", "OFFERED", List.of("sh-1", "sh-2"), usd("100.00"), usd("0.00"), end),
                new PlacementOption("pl-3", "OFFERED", List.of("sh-1", "sh-2", "sh-3"), usd("0.00"), usd("0.00"), end),
                new PlacementOption("pl-0", "EXPIRED", List.of("sh-0"), usd("0.00"), usd("0.00"), end));
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
                        List.of("sh-2", "sh-1")));
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
        return List.of(
                carrier("to-amazon-" + shipmentId, shipmentId, "AMAZON_PARTNERED_CARRIER", usd("90.00")),
                carrier("to-own-" + shipmentId, shipmentId, "USE_YOUR_OWN_CARRIER", null));
    }

    private static TransportOption carrier(String id, String shipmentId, String solution, @Nullable Money cost) {
        return new TransportOption(id, shipmentId, "OCEAN_LCL", solution, "Carrier", true, cost, null, null);
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

    /** The first is blocked, then one each week; to be taken within a day. */
    @Override
    public List<DeliveryWindow> deliveryWindows(String planId, String shipmentId) {
        answer();
        return Stream.of(2, 3, 4)
                .map(week -> new DeliveryWindow(
                        "dw-" + week + "-" + shipmentId,
                        clock.now().plus(Duration.ofDays(7L * week)),
                        clock.now().plus(Duration.ofDays(7L * week + 5)),
                        week == 2 ? "BLOCKED" : "AVAILABLE",
                        clock.now().plus(Duration.ofDays(1))))
                .toList();
    }

    @Override
    public String confirmDeliveryWindow(String planId, String shipmentId, String windowId) {
        answer();
        return write("confirmDeliveryWindow", planId, windowId);
    }

    @Override
    public PlannedShipment shipment(String planId, String shipmentId) {
        answer();
        return new PlannedShipment(
                shipmentId,
                confirmationOf(planId, shipmentId),
                shipmentId,
                ShipmentState.WORKING,
                "ONT8",
                null,
                null,
                null);
    }

    /** A number of Amazon's, its own in the whole suite. */
    public static String confirmationOf(String planId, String shipmentId) {
        return "FBA%s%07d".formatted(shipmentId.substring(3), Math.floorMod(planId.hashCode(), 10_000_000));
    }

    /** Sixty of a hundred in the first shipment. */
    @Override
    public List<Units> shipmentItems(String planId, String shipmentId) {
        answer();
        String made = writes.stream()
                .filter(write -> write.startsWith("createPlan " + planId))
                .findFirst()
                .orElseThrow();
        String sku = made.substring(made.indexOf("sku=") + 4, made.indexOf(", quantity"));
        return List.of(new Units(sku, shipmentId.equals("sh-1") ? 60 : 40));
    }

    @Override
    public URI boxLabels(String confirmationId, int boxes) {
        answer();
        return URI.create("https://labels.example/" + confirmationId + "?boxes=" + boxes);
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
        Operation.State state = finishesAtOnce ? Operation.State.SUCCESS : Operation.State.IN_PROGRESS;
        operations.put(operation, new Operation(operation, state, List.of()));
        if (diesAfterNextWrite) {
            diesAfterNextWrite = false;
            throw new NodeDied();
        }
        return operation;
    }

    private static Money usd(String amount) {
        return Money.parse(amount, "USD");
    }
}
