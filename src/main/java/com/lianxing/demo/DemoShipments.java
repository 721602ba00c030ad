package com.lianxing.demo;

import com.lianxing.calendar.Clock;
import com.lianxing.inbound.AmazonConnection;
import com.lianxing.inbound.AmazonFailure;
import com.lianxing.inbound.AmazonReceipt;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.InboundPlans;
import com.lianxing.inbound.InboundShipments;
import com.lianxing.inbound.ShipmentState;
import com.lianxing.money.Money;
import com.lianxing.project.OutsideFacts;
import com.lianxing.project.ProjectSteps;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The demo company's Amazon: no network; what it is asked is done at once, and goods are counted by the clock. Ids say when
 * they were made, so that it is the same after a restart. With {@code lianxing.demo-amazon=false} it is not connected, and
 * every step is entered by hand.
 */
@Component
@ConditionalOnProperty(name = "lianxing.demo", havingValue = "true")
class DemoShipments implements InboundShipments {

    private static final Duration OFFER_TIME = Duration.ofDays(3);
    private static final Currency USD = Currency.getInstance("USD");
    private static final List<String> WAREHOUSES = List.of("ONT8", "LAX9", "FTW1", "IND9");
    private static final int[] SPLITS = {1, 2, 4};

    /** Cents a unit for fewest, some and as many warehouses as Amazon likes. */
    private static final long[] FEES = {30, 16, 0};

    private final Inbound inbound;
    private final InboundPlans inboundPlans;
    private final OutsideFacts facts;
    private final ProjectSteps submitted;
    private final Clock clock;
    private final boolean connected;
    private final Map<String, Plan> plans = new ConcurrentHashMap<>();
    private final Map<String, Instant> offeredAt = new ConcurrentHashMap<>();

    DemoShipments(
            Inbound inbound,
            InboundPlans inboundPlans,
            OutsideFacts facts,
            ProjectSteps submitted,
            Clock clock,
            @Value("${lianxing.demo-amazon:true}") boolean connected) {
        this.inbound = inbound;
        this.inboundPlans = inboundPlans;
        this.facts = facts;
        this.submitted = submitted;
        this.clock = clock;
        this.connected = connected;
    }

    @Override
    public AmazonConnection connection() {
        return connected
                ? new AmazonConnection(AmazonConnection.State.DEMO, clock.now(), null)
                : new AmazonConnection(AmazonConnection.State.NOT_CONNECTED, null, null);
    }

    @Override
    public Operation operation(String operationId) {
        madeAt(operationId);
        return new Operation(operationId, Operation.State.SUCCESS, List.of());
    }

    @Override
    public PlanAccepted createPlan(NewPlan plan) {
        String id = id("wf", plan.name());
        plans.put(id, new Plan(id, plan.name(), "ACTIVE", clock.now(), List.of(), List.of(), List.of()));
        return new PlanAccepted(id, id("op", id));
    }

    @Override
    public Optional<Plan> findPlan(String name) {
        return plans.values().stream().filter(plan -> plan.name().equals(name)).findFirst();
    }

    @Override
    public Plan plan(String planId) {
        return plans.computeIfAbsent(planId, this::remembered);
    }

    /** A plan made before the last restart, as far as the project knows it. */
    private Plan remembered(String planId) {
        Instant made = madeAt(planId);
        List<Choice> placements = inboundPlans.projectOf(planId).stream()
                .flatMap(project -> submitted.latest(project, "choose-placement").stream())
                .map(step -> String.valueOf(step.values().get("optionId")))
                .filter(option -> option.endsWith(planId))
                .map(option -> new Choice(option, "ACCEPTED"))
                .toList();
        List<String> shipments = placements.stream()
                .flatMap(placement -> shipmentIds(planId, splitsOf(placement.optionId())).stream())
                .toList();
        return new Plan(planId, planId, "ACTIVE", made, List.of(), placements, shipments);
    }

    @Override
    public String voidPlan(String planId) {
        Plan plan = plan(planId);
        plans.put(
                planId,
                new Plan(
                        planId,
                        plan.name(),
                        "VOIDED",
                        plan.createdAt(),
                        plan.packings(),
                        plan.placements(),
                        plan.shipmentIds()));
        return id("op", planId);
    }

    @Override
    public String offerPacking(String planId) {
        return id("op", planId);
    }

    @Override
    public List<PackingOption> packingOptions(String planId) {
        Money nothing = Money.zero(USD);
        return List.of(new PackingOption("po-" + planId, "ACCEPTED", List.of("pg-" + planId), nothing, nothing, null));
    }

    @Override
    public String confirmPacking(String planId, String optionId) {
        return id("op", planId);
    }

    @Override
    public List<String> skusOfPackingGroup(String planId, String packingGroupId) {
        return inboundPlans.projectOf(planId).stream()
                .flatMap(project -> inbound.items(project).stream())
                .map(item -> item.sku().code())
                .toList();
    }

    @Override
    public String describeBoxes(String planId, List<BoxGroup> groups) {
        return id("op", planId);
    }

    @Override
    public String offerPlacements(String planId) {
        offeredAt.put(planId, clock.now());
        return id("op", planId);
    }

    @Override
    public List<PlacementOption> placementOptions(String planId) {
        Instant until = offeredAt.getOrDefault(planId, madeAt(planId)).plus(OFFER_TIME);
        String state = clock.now().isBefore(until) ? "OFFERED" : "EXPIRED";
        long units = inboundPlans.projectOf(planId).stream()
                .flatMap(project -> inbound.items(project).stream())
                .mapToLong(Inbound.Item::quantity)
                .sum();
        return IntStream.range(0, SPLITS.length)
                .mapToObj(option -> new PlacementOption(
                        optionKind(option) + planId,
                        state,
                        shipmentIds(planId, SPLITS[option]),
                        Money.ofMinor(Math.multiplyExact(units, FEES[option]), USD),
                        Money.zero(USD),
                        until))
                .toList();
    }

    @Override
    public String confirmPlacement(String planId, String optionId) {
        Plan plan = plan(planId);
        plans.put(
                planId,
                new Plan(
                        planId,
                        plan.name(),
                        plan.state(),
                        plan.createdAt(),
                        plan.packings(),
                        List.of(new Choice(optionId, "ACCEPTED")),
                        shipmentIds(planId, splitsOf(optionId))));
        return id("op", planId);
    }

    @Override
    public String offerTransport(String planId, String placementOptionId, List<ReadyToShip> shipments) {
        return id("op", planId);
    }

    @Override
    public List<TransportOption> transportOptions(String planId, String placementOptionId, String shipmentId) {
        return List.of(new TransportOption(
                "to-" + shipmentId,
                shipmentId,
                "OCEAN_LCL",
                "USE_YOUR_OWN_CARRIER",
                "Ocean Bridge Logistics",
                true,
                null,
                null,
                null));
    }

    @Override
    public String confirmTransport(String planId, List<TransportChoice> choices) {
        return id("op", planId);
    }

    @Override
    public String offerDeliveryWindows(String planId, String shipmentId) {
        return id("op", planId);
    }

    @Override
    public List<DeliveryWindow> deliveryWindows(String planId, String shipmentId) {
        Instant today = clock.now().truncatedTo(ChronoUnit.DAYS);
        List<String> availability = List.of("AVAILABLE", "CONGESTED", "DISCOUNTED");
        return IntStream.range(0, availability.size())
                .mapToObj(week -> new DeliveryWindow(
                        "dw-" + (week + 1) + "-" + shipmentId,
                        today.plus(Duration.ofDays(28L + 7L * week)),
                        today.plus(Duration.ofDays(34L + 7L * week)),
                        availability.get(week),
                        clock.now().plus(Duration.ofDays(1))))
                .toList();
    }

    @Override
    public String confirmDeliveryWindow(String planId, String shipmentId, String windowId) {
        return id("op", planId);
    }

    @Override
    public PlannedShipment shipment(String planId, String shipmentId) {
        int number = shipmentIds(planId, WAREHOUSES.size()).indexOf(shipmentId);
        if (number < 0) {
            throw new AmazonFailure(AmazonFailure.Kind.REFUSED, "The requested shipment does not exist.");
        }
        return new PlannedShipment(
                shipmentId,
                "FBA" + hash(shipmentId),
                plan(planId).name() + " - " + (number + 1),
                ShipmentState.WORKING,
                WAREHOUSES.get(number),
                null,
                null,
                null);
    }

    /** Every SKU goes to every warehouse, as evenly as it can. */
    @Override
    public List<Units> shipmentItems(String planId, String shipmentId) {
        List<String> shipments = plan(planId).shipmentIds();
        int place = shipments.indexOf(shipmentId);
        return inboundPlans.projectOf(planId).stream()
                .flatMap(project -> inbound.items(project).stream())
                .map(item -> new Units(
                        item.sku().code(),
                        item.quantity() / shipments.size() + (place < item.quantity() % shipments.size() ? 1 : 0)))
                .filter(units -> units.quantity() > 0)
                .toList();
    }

    @Override
    public URI boxLabels(String confirmationId, int boxes) {
        throw new AmazonFailure(AmazonFailure.Kind.REFUSED, "The demo prints no labels.");
    }

    @Override
    public List<AmazonReceipt> receipts(Collection<String> confirmationIds) {
        return confirmationIds.stream()
                .flatMap(id -> inbound.findByAmazonId(id).stream())
                .map(this::receipt)
                .toList();
    }

    /** Counted within a week of the delivery; of every third shipment one unit in fifty never turns up. */
    private AmazonReceipt receipt(Inbound.Shipment shipment) {
        Optional<Instant> delivered = facts.latest("inbound.delivered", shipment.id())
                .map(fact -> fact.occurredAt() == null ? fact.reportedAt() : fact.occurredAt());
        long days =
                delivered.map(at -> Duration.between(at, clock.now()).toDays()).orElse(-1L);
        boolean looses = Math.floorMod(shipment.amazonShipmentId().hashCode(), 3) == 0;
        List<AmazonReceipt.Line> lines = inbound.reconcile(shipment).stream()
                .map(line -> {
                    long counted = line.shipped() * Math.max(0, Math.min(6, days - 1)) / 6;
                    long lost = looses && days >= 7 ? line.shipped() / 50 : 0;
                    return new AmazonReceipt.Line(line.sku(), line.shipped(), counted - lost);
                })
                .toList();
        ShipmentState state = days < 0
                ? ShipmentState.IN_TRANSIT
                : days < 1
                        ? ShipmentState.DELIVERED
                        : days < 2
                                ? ShipmentState.CHECKED_IN
                                : days < 7 ? ShipmentState.RECEIVING : ShipmentState.CLOSED;
        return new AmazonReceipt(shipment.amazonShipmentId(), state, lines);
    }

    private static List<String> shipmentIds(String planId, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> "sh-" + n + "-" + planId)
                .toList();
    }

    private static int splitsOf(String optionId) {
        return IntStream.range(0, SPLITS.length)
                .filter(option -> optionId.startsWith(optionKind(option)))
                .mapToObj(option -> SPLITS[option])
                .findFirst()
                .orElseThrow(() -> new AmazonFailure(AmazonFailure.Kind.REFUSED, optionId + " was never offered"));
    }

    private static String optionKind(int option) {
        return "pl-" + (option + 1) + "-";
    }

    private String id(String kind, String of) {
        return "%s-%d-%s".formatted(kind, clock.now().getEpochSecond(), hash(of));
    }

    private Instant madeAt(String id) {
        String[] parts = id.split("-", -1);
        try {
            return Instant.ofEpochSecond(Long.parseLong(parts[1]));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new AmazonFailure(AmazonFailure.Kind.REFUSED, id + " is none of the demo's");
        }
    }

    private static String hash(String text) {
        return Long.toString(Integer.toUnsignedLong(text.hashCode()) + 0x1_0000_0000L, 36)
                .toUpperCase(Locale.ROOT);
    }
}
