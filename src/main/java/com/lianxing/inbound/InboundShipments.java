package com.lianxing.inbound;

import com.lianxing.money.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Amazon's side of an inbound project, read and written by whoever is connected. Ids are Amazon's own.
 *
 * <p>Every write is only asked for here and done later: it answers the id of an operation, whose outcome {@link
 * #operation} tells. Nothing here may be called inside a transaction, and a call may take half a minute.
 *
 * <p>Every method but {@link #connection} throws {@link AmazonFailure}.
 */
public interface InboundShipments {

    AmazonConnection connection();

    /** How a write is going. */
    Operation operation(String operationId);

    /** Asks for a plan. Two calls make two plans: see {@link #findPlan} before a second one. */
    PlanAccepted createPlan(NewPlan plan);

    /** The newest active plan of exactly that name. */
    Optional<Plan> findPlan(String name);

    Plan plan(String planId);

    /** Asks to void the plan. */
    String voidPlan(String planId);

    /** Asks Amazon to work out how the goods may be packed. Asked again, it works them out anew. */
    String offerPacking(String planId);

    List<PackingOption> packingOptions(String planId);

    String confirmPacking(String planId, String optionId);

    /** The SKUs that belong into boxes of this packing group. */
    List<String> skusOfPackingGroup(String planId, String packingGroupId);

    /** Tells what is in the boxes, replacing what was told before. */
    String describeBoxes(String planId, List<BoxGroup> groups);

    /** Asks Amazon for warehouses. Asked again, it withdraws what it offered before. */
    String offerPlacements(String planId);

    List<PlacementOption> placementOptions(String planId);

    String confirmPlacement(String planId, String optionId);

    /** Asks for carriers of the placement's shipments. */
    String offerTransport(String planId, String placementOptionId, List<ReadyToShip> shipments);

    List<TransportOption> transportOptions(String planId, String placementOptionId, String shipmentId);

    String confirmTransport(String planId, List<TransportChoice> choices);

    /** Asks when the warehouse can take the shipment. */
    String offerDeliveryWindows(String planId, String shipmentId);

    List<DeliveryWindow> deliveryWindows(String planId, String shipmentId);

    String confirmDeliveryWindow(String planId, String shipmentId, String windowId);

    PlannedShipment shipment(String planId, String shipmentId);

    /** What of the goods goes with the shipment, once the placement is confirmed. */
    List<Units> shipmentItems(String planId, String shipmentId);

    /**
     * Where the labels of all boxes can be fetched for a short while.
     *
     * @param confirmationId of the shipment, such as {@code FBA15DJ9SVVD}
     */
    URI boxLabels(String confirmationId, int boxes);

    /**
     * What Amazon has counted of these shipments; one that Amazon does not know is left out.
     *
     * @param confirmationIds at least one
     */
    List<AmazonReceipt> receipts(Collection<String> confirmationIds);

    /**
     * @param problems what Amazon says beside the state, in its own English; of a success they are warnings
     */
    record Operation(String id, State state, List<Problem> problems) {

        public enum State {
            IN_PROGRESS,
            SUCCESS,
            FAILED
        }

        /** All problems as one text, one a line; empty if there are none. */
        public String problemText() {
            return String.join("\n", problems.stream().map(Problem::text).toList());
        }
    }

    record Problem(String code, String message, String details) {

        String text() {
            return "%s: %s%s".formatted(code, message, details.isBlank() ? "" : " (" + details + ")");
        }
    }

    record PlanAccepted(String planId, String operationId) {}

    /** @param name at most 40 characters; by it the plan is found again */
    record NewPlan(String name, List<Units> units) {}

    record Units(String sku, long quantity) {}

    /** @param state in Amazon's words: ACTIVE, VOIDED, SHIPPED, ERRORED; it says nothing about arrival */
    record Plan(
            String id,
            String name,
            String state,
            Instant createdAt,
            List<Choice> packings,
            List<Choice> placements,
            List<String> shipmentIds) {

        public boolean isActive() {
            return state.equals("ACTIVE");
        }
    }

    /** An option of a plan and whether it was taken: OFFERED, ACCEPTED, EXPIRED. */
    record Choice(String optionId, String state) {

        public boolean isAccepted() {
            return state.equals("ACCEPTED");
        }
    }

    /** @param expiresAt null if Amazon names no end */
    record PackingOption(
            String id,
            String state,
            List<String> packingGroups,
            Money fees,
            Money discounts,
            @Nullable Instant expiresAt) {}

    /** @param shipmentIds one for each warehouse */
    record PlacementOption(
            String id,
            String state,
            List<String> shipmentIds,
            Money fees,
            Money discounts,
            @Nullable Instant expiresAt) {}

    record BoxGroup(String packingGroupId, List<Box> boxes) {}

    /**
     * A number of boxes alike, with units of one SKU in each.
     *
     * @param lengthUnit IN or CM
     * @param weightUnit LB or KG
     */
    record Box(
            String sku,
            long unitsPerBox,
            long boxes,
            BigDecimal length,
            BigDecimal width,
            BigDecimal height,
            String lengthUnit,
            BigDecimal weight,
            String weightUnit) {}

    record ReadyToShip(String shipmentId, Instant readyAt) {}

    /**
     * @param mode such as OCEAN_FCL, FREIGHT_LTL
     * @param solution AMAZON_PARTNERED_CARRIER or USE_YOUR_OWN_CARRIER
     * @param needsDeliveryWindow whether a delivery window must be confirmed first
     * @param cost null for a carrier of one's own
     */
    record TransportOption(
            String id,
            String shipmentId,
            String mode,
            String solution,
            String carrier,
            boolean needsDeliveryWindow,
            @Nullable Money cost,
            @Nullable Instant quoteExpiresAt,
            @Nullable Instant voidableUntil) {}

    record TransportChoice(String shipmentId, String optionId) {}

    /** @param availability AVAILABLE, CONGESTED, BLOCKED or DISCOUNTED, or a newer word of Amazon's */
    record DeliveryWindow(String id, Instant from, Instant to, String availability, Instant validUntil) {}

    /**
     * @param confirmationId null until the placement is confirmed
     * @param warehouse such as MKC6; null until Amazon names it
     * @param windowEditableUntil until when another delivery window can be taken
     */
    record PlannedShipment(
            String id,
            @Nullable String confirmationId,
            String name,
            ShipmentState state,
            @Nullable String warehouse,
            @Nullable Instant windowFrom,
            @Nullable Instant windowTo,
            @Nullable Instant windowEditableUntil) {}
}
