package com.lianxing.connector.amazon;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bodies as Amazon writes them, in its own field names: of what is sent exactly what Amazon's model allows, of what is
 * read only what we use. Everything read may be missing.
 */
final class Wire {

    private Wire() {}

    record Money(@Nullable BigDecimal amount, @Nullable String code) {}

    record Address(
            String name,
            String addressLine1,
            String city,
            @Nullable String stateOrProvinceCode,
            String postalCode,
            String countryCode,
            String phoneNumber) {}

    record ItemInput(String msku, long quantity, String labelOwner, String prepOwner) {}

    record CreatePlan(
            String name, List<String> destinationMarketplaces, Address sourceAddress, List<ItemInput> items) {}

    record PlanCreated(
            @Nullable String inboundPlanId, @Nullable String operationId) {}

    record Accepted(@Nullable String operationId) {}

    record OperationStatus(
            @Nullable String operationId,
            @Nullable String operationStatus,
            @Nullable List<Problem> operationProblems) {}

    record Problem(
            @Nullable String code,
            @Nullable String message,
            @Nullable String details) {}

    record Pagination(@Nullable String nextToken) {}

    record Plan(
            @Nullable String inboundPlanId,
            @Nullable String name,
            @Nullable String status,
            @Nullable String createdAt,
            @Nullable List<OptionState> packingOptions,
            @Nullable List<OptionState> placementOptions,
            @Nullable List<ShipmentName> shipments) {}

    record OptionState(
            @Nullable String packingOptionId,
            @Nullable String placementOptionId,
            @Nullable String status) {}

    record ShipmentName(@Nullable String shipmentId) {}

    record PlanList(
            @Nullable List<Plan> inboundPlans, @Nullable Pagination pagination) {}

    record Incentive(@Nullable Money value) {}

    record PackingOption(
            @Nullable String packingOptionId,
            @Nullable String status,
            @Nullable List<String> packingGroups,
            @Nullable List<Incentive> fees,
            @Nullable List<Incentive> discounts,
            @Nullable String expiration) {}

    record PackingOptionList(
            @Nullable List<PackingOption> packingOptions,
            @Nullable Pagination pagination) {}

    record GroupItem(@Nullable String msku) {}

    record GroupItemList(
            @Nullable List<GroupItem> items, @Nullable Pagination pagination) {}

    record ShipmentItem(@Nullable String msku, long quantity) {}

    record ShipmentItemList(
            @Nullable List<ShipmentItem> items, @Nullable Pagination pagination) {}

    record Dimensions(BigDecimal length, BigDecimal width, BigDecimal height, String unitOfMeasurement) {}

    record Weight(BigDecimal value, String unit) {}

    record Box(
            String contentInformationSource,
            Dimensions dimensions,
            Weight weight,
            long quantity,
            List<ItemInput> items) {}

    record Grouping(String packingGroupId, List<Box> boxes) {}

    record Packing(List<Grouping> packageGroupings) {}

    /** No wish of ours: Amazon chooses the warehouses. */
    record PlacementWish() {}

    record PlacementOption(
            @Nullable String placementOptionId,
            @Nullable String status,
            @Nullable List<String> shipmentIds,
            @Nullable List<Incentive> fees,
            @Nullable List<Incentive> discounts,
            @Nullable String expiration) {}

    record PlacementOptionList(
            @Nullable List<PlacementOption> placementOptions,
            @Nullable Pagination pagination) {}

    record Start(String start) {}

    record TransportWish(String shipmentId, Start readyToShipWindow) {}

    record TransportWishes(String placementOptionId, List<TransportWish> shipmentTransportationConfigurations) {}

    record Carrier(@Nullable String name) {}

    record Quote(
            @Nullable Money cost,
            @Nullable String expiration,
            @Nullable String voidableUntil) {}

    record TransportOption(
            @Nullable String transportationOptionId,
            @Nullable String shipmentId,
            @Nullable String shippingMode,
            @Nullable String shippingSolution,
            @Nullable Carrier carrier,
            @Nullable List<String> preconditions,
            @Nullable Quote quote) {}

    record TransportOptionList(
            @Nullable List<TransportOption> transportationOptions,
            @Nullable Pagination pagination) {}

    record TransportSelection(String shipmentId, String transportationOptionId) {}

    record TransportSelections(List<TransportSelection> transportationSelections) {}

    record DeliveryWindow(
            @Nullable String deliveryWindowOptionId,
            @Nullable String startDate,
            @Nullable String endDate,
            @Nullable String availabilityType,
            @Nullable String validUntil,
            @Nullable String editableUntil) {}

    record DeliveryWindowList(
            @Nullable List<DeliveryWindow> deliveryWindowOptions,
            @Nullable Pagination pagination) {}

    record Destination(@Nullable String warehouseId) {}

    record Shipment(
            @Nullable String shipmentId,
            @Nullable String shipmentConfirmationId,
            @Nullable String name,
            @Nullable String status,
            @Nullable Destination destination,
            @Nullable DeliveryWindow selectedDeliveryWindow) {}

    /** Of version 0, whose fields begin with capitals and whose answers stand in a {@code payload}. */
    record Payload(
            @JsonProperty("ShipmentData") @Nullable List<OldShipment> shipments,
            @JsonProperty("ItemData") @Nullable List<OldItem> items,
            @JsonProperty("NextToken") @Nullable String nextToken,
            @JsonProperty("DownloadURL") @Nullable String downloadUrl) {}

    record Old(@Nullable Payload payload) {}

    record OldShipment(
            @JsonProperty("ShipmentId") @Nullable String shipmentId,
            @JsonProperty("ShipmentStatus") @Nullable String status) {}

    record OldItem(
            @JsonProperty("ShipmentId") @Nullable String shipmentId,
            @JsonProperty("SellerSKU") @Nullable String sku,
            @JsonProperty("QuantityShipped") long shipped,
            @JsonProperty("QuantityReceived") long received) {}
}
