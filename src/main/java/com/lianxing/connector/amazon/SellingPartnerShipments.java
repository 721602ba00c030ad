package com.lianxing.connector.amazon;

import static com.lianxing.connector.amazon.FromAmazon.list;
import static com.lianxing.connector.amazon.FromAmazon.needed;
import static com.lianxing.connector.amazon.FromAmazon.page;
import static com.lianxing.connector.amazon.FromAmazon.payload;
import static com.lianxing.connector.amazon.FromAmazon.sum;
import static com.lianxing.connector.amazon.FromAmazon.text;
import static com.lianxing.connector.amazon.SellingPartnerOperation.CANCEL_INBOUND_PLAN;
import static com.lianxing.connector.amazon.SellingPartnerOperation.CONFIRM_DELIVERY_WINDOW_OPTIONS;
import static com.lianxing.connector.amazon.SellingPartnerOperation.CONFIRM_PACKING_OPTION;
import static com.lianxing.connector.amazon.SellingPartnerOperation.CONFIRM_PLACEMENT_OPTION;
import static com.lianxing.connector.amazon.SellingPartnerOperation.CONFIRM_TRANSPORTATION_OPTIONS;
import static com.lianxing.connector.amazon.SellingPartnerOperation.CREATE_INBOUND_PLAN;
import static com.lianxing.connector.amazon.SellingPartnerOperation.GENERATE_DELIVERY_WINDOW_OPTIONS;
import static com.lianxing.connector.amazon.SellingPartnerOperation.GENERATE_PACKING_OPTIONS;
import static com.lianxing.connector.amazon.SellingPartnerOperation.GENERATE_PLACEMENT_OPTIONS;
import static com.lianxing.connector.amazon.SellingPartnerOperation.GENERATE_TRANSPORTATION_OPTIONS;
import static com.lianxing.connector.amazon.SellingPartnerOperation.GET_INBOUND_OPERATION_STATUS;
import static com.lianxing.connector.amazon.SellingPartnerOperation.GET_INBOUND_PLAN;
import static com.lianxing.connector.amazon.SellingPartnerOperation.GET_LABELS;
import static com.lianxing.connector.amazon.SellingPartnerOperation.GET_SHIPMENT;
import static com.lianxing.connector.amazon.SellingPartnerOperation.GET_SHIPMENTS;
import static com.lianxing.connector.amazon.SellingPartnerOperation.GET_SHIPMENT_ITEMS;
import static com.lianxing.connector.amazon.SellingPartnerOperation.GET_SHIPMENT_ITEMS_BY_SHIPMENT_ID;
import static com.lianxing.connector.amazon.SellingPartnerOperation.LIST_DELIVERY_WINDOW_OPTIONS;
import static com.lianxing.connector.amazon.SellingPartnerOperation.LIST_INBOUND_PLANS;
import static com.lianxing.connector.amazon.SellingPartnerOperation.LIST_PACKING_GROUP_ITEMS;
import static com.lianxing.connector.amazon.SellingPartnerOperation.LIST_PACKING_OPTIONS;
import static com.lianxing.connector.amazon.SellingPartnerOperation.LIST_PLACEMENT_OPTIONS;
import static com.lianxing.connector.amazon.SellingPartnerOperation.LIST_SHIPMENT_ITEMS;
import static com.lianxing.connector.amazon.SellingPartnerOperation.LIST_TRANSPORTATION_OPTIONS;
import static com.lianxing.connector.amazon.SellingPartnerOperation.SET_PACKING_INFORMATION;

import com.lianxing.connector.amazon.SellingPartnerHttp.Call;
import com.lianxing.inbound.AmazonConnection;
import com.lianxing.inbound.AmazonFailure;
import com.lianxing.inbound.AmazonReceipt;
import com.lianxing.inbound.InboundShipments;
import com.lianxing.inbound.ShipmentState;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Our words to Amazon's and back. */
class SellingPartnerShipments implements InboundShipments {

    /** Amazon takes no goods to label or prepare in the US since 2026. */
    private static final String SELLER = "SELLER";

    private final SellingPartnerHttp amazon;
    private final AmazonProperties properties;

    SellingPartnerShipments(SellingPartnerHttp amazon, AmazonProperties properties) {
        this.amazon = amazon;
        this.properties = properties;
    }

    @Override
    public AmazonConnection connection() {
        return amazon.connection();
    }

    @Override
    public Operation operation(String operationId) {
        Wire.OperationStatus status = amazon.send(
                Call.of(GET_INBOUND_OPERATION_STATUS).at("operationId", operationId), Wire.OperationStatus.class);
        Operation.State state = switch (needed(status.operationStatus(), "operationStatus")) {
            case "SUCCESS" -> Operation.State.SUCCESS;
            case "FAILED" -> Operation.State.FAILED;
            case "IN_PROGRESS" -> Operation.State.IN_PROGRESS;
            default ->
                throw new AmazonFailure(
                        AmazonFailure.Kind.NOT_UNDERSTOOD, "an operation of Amazon's is " + status.operationStatus());
        };
        List<Problem> problems = list(status.operationProblems()).stream()
                .map(problem -> new Problem(text(problem.code()), text(problem.message()), text(problem.details())))
                .toList();
        return new Operation(operationId, state, problems);
    }

    @Override
    public PlanAccepted createPlan(NewPlan plan) {
        AmazonProperties.ShipFrom from = Objects.requireNonNull(properties.shipFrom());
        Wire.CreatePlan body = new Wire.CreatePlan(
                plan.name(),
                List.of(properties.marketplaceId()),
                new Wire.Address(
                        from.name(),
                        from.addressLine1(),
                        from.city(),
                        from.stateOrProvinceCode(),
                        from.postalCode(),
                        from.countryCode(),
                        from.phoneNumber()),
                plan.units().stream().map(SellingPartnerShipments::item).toList());
        Wire.PlanCreated created = amazon.send(Call.of(CREATE_INBOUND_PLAN).with(body), Wire.PlanCreated.class);
        return new PlanAccepted(
                needed(created.inboundPlanId(), "inboundPlanId"), needed(created.operationId(), "operationId"));
    }

    @Override
    public Optional<Plan> findPlan(String name) {
        return Pages.first(plan -> name.equals(plan.name()), token -> {
                    Wire.PlanList page = amazon.send(
                            Call.of(LIST_INBOUND_PLANS)
                                    .with("status", "ACTIVE")
                                    .with("sortBy", "CREATION_TIME")
                                    .with("sortOrder", "DESC")
                                    .with("pageSize", "30")
                                    .with("paginationToken", token),
                            Wire.PlanList.class);
                    return page(page.inboundPlans(), page.pagination());
                })
                .map(FromAmazon::plan);
    }

    @Override
    public Plan plan(String planId) {
        return FromAmazon.plan(amazon.send(inPlan(GET_INBOUND_PLAN, planId), Wire.Plan.class));
    }

    @Override
    public String voidPlan(String planId) {
        return accepted(inPlan(CANCEL_INBOUND_PLAN, planId));
    }

    @Override
    public String offerPacking(String planId) {
        return accepted(inPlan(GENERATE_PACKING_OPTIONS, planId));
    }

    @Override
    public List<PackingOption> packingOptions(String planId) {
        return inPages(
                        LIST_PACKING_OPTIONS,
                        planId,
                        20,
                        Wire.PackingOptionList.class,
                        page -> page(page.packingOptions(), page.pagination()))
                .stream()
                .map(option -> new PackingOption(
                        needed(option.packingOptionId(), "packingOptionId"),
                        text(option.status()),
                        list(option.packingGroups()),
                        sum(option.fees()),
                        sum(option.discounts()),
                        LenientTimes.instantOrNull(option.expiration())))
                .toList();
    }

    @Override
    public String confirmPacking(String planId, String optionId) {
        return accepted(inPlan(CONFIRM_PACKING_OPTION, planId).at("packingOptionId", optionId));
    }

    @Override
    public List<String> skusOfPackingGroup(String planId, String packingGroupId) {
        return Pages.all(token -> {
                    Wire.GroupItemList page = amazon.send(
                            inPlan(LIST_PACKING_GROUP_ITEMS, planId)
                                    .at("packingGroupId", packingGroupId)
                                    .with("pageSize", "100")
                                    .with("paginationToken", token),
                            Wire.GroupItemList.class);
                    return page(page.items(), page.pagination());
                })
                .stream()
                .map(item -> needed(item.msku(), "msku"))
                .toList();
    }

    @Override
    public String describeBoxes(String planId, List<BoxGroup> groups) {
        Wire.Packing body = new Wire.Packing(groups.stream()
                .map(group -> new Wire.Grouping(
                        group.packingGroupId(),
                        group.boxes().stream().map(SellingPartnerShipments::box).toList()))
                .toList());
        return accepted(inPlan(SET_PACKING_INFORMATION, planId).with(body));
    }

    @Override
    public String offerPlacements(String planId) {
        return accepted(inPlan(GENERATE_PLACEMENT_OPTIONS, planId).with(new Wire.PlacementWish()));
    }

    @Override
    public List<PlacementOption> placementOptions(String planId) {
        return inPages(
                        LIST_PLACEMENT_OPTIONS,
                        planId,
                        20,
                        Wire.PlacementOptionList.class,
                        page -> page(page.placementOptions(), page.pagination()))
                .stream()
                .map(option -> new PlacementOption(
                        needed(option.placementOptionId(), "placementOptionId"),
                        text(option.status()),
                        list(option.shipmentIds()),
                        sum(option.fees()),
                        sum(option.discounts()),
                        LenientTimes.instantOrNull(option.expiration())))
                .toList();
    }

    @Override
    public String confirmPlacement(String planId, String optionId) {
        return accepted(inPlan(CONFIRM_PLACEMENT_OPTION, planId).at("placementOptionId", optionId));
    }

    @Override
    public String offerTransport(String planId, String placementOptionId, List<ReadyToShip> shipments) {
        Wire.TransportWishes body = new Wire.TransportWishes(
                placementOptionId,
                shipments.stream()
                        .map(shipment -> new Wire.TransportWish(
                                shipment.shipmentId(),
                                new Wire.Start(shipment.readyAt().toString())))
                        .toList());
        return accepted(inPlan(GENERATE_TRANSPORTATION_OPTIONS, planId).with(body));
    }

    @Override
    public List<TransportOption> transportOptions(String planId, String placementOptionId, String shipmentId) {
        return Pages.all(token -> {
                    Wire.TransportOptionList page = amazon.send(
                            inPlan(LIST_TRANSPORTATION_OPTIONS, planId)
                                    .with("placementOptionId", placementOptionId)
                                    .with("shipmentId", shipmentId)
                                    .with("pageSize", "20")
                                    .with("paginationToken", token),
                            Wire.TransportOptionList.class);
                    return page(page.transportationOptions(), page.pagination());
                })
                .stream()
                .map(FromAmazon::transport)
                .toList();
    }

    @Override
    public String confirmTransport(String planId, List<TransportChoice> choices) {
        Wire.TransportSelections body = new Wire.TransportSelections(choices.stream()
                .map(choice -> new Wire.TransportSelection(choice.shipmentId(), choice.optionId()))
                .toList());
        return accepted(inPlan(CONFIRM_TRANSPORTATION_OPTIONS, planId).with(body));
    }

    @Override
    public String offerDeliveryWindows(String planId, String shipmentId) {
        return accepted(inPlan(GENERATE_DELIVERY_WINDOW_OPTIONS, planId).at("shipmentId", shipmentId));
    }

    @Override
    public List<DeliveryWindow> deliveryWindows(String planId, String shipmentId) {
        return Pages.all(token -> {
                    Wire.DeliveryWindowList page = amazon.send(
                            inPlan(LIST_DELIVERY_WINDOW_OPTIONS, planId)
                                    .at("shipmentId", shipmentId)
                                    .with("pageSize", "100")
                                    .with("paginationToken", token),
                            Wire.DeliveryWindowList.class);
                    return page(page.deliveryWindowOptions(), page.pagination());
                })
                .stream()
                .map(window -> new DeliveryWindow(
                        needed(window.deliveryWindowOptionId(), "deliveryWindowOptionId"),
                        LenientTimes.instant(window.startDate()),
                        LenientTimes.instant(window.endDate()),
                        text(window.availabilityType()),
                        LenientTimes.instant(window.validUntil())))
                .toList();
    }

    @Override
    public String confirmDeliveryWindow(String planId, String shipmentId, String windowId) {
        return accepted(inPlan(CONFIRM_DELIVERY_WINDOW_OPTIONS, planId)
                .at("shipmentId", shipmentId)
                .at("deliveryWindowOptionId", windowId));
    }

    @Override
    public PlannedShipment shipment(String planId, String shipmentId) {
        Wire.Shipment shipment =
                amazon.send(inPlan(GET_SHIPMENT, planId).at("shipmentId", shipmentId), Wire.Shipment.class);
        Wire.DeliveryWindow window = shipment.selectedDeliveryWindow();
        return new PlannedShipment(
                shipmentId,
                shipment.shipmentConfirmationId(),
                text(shipment.name()),
                ShipmentState.of(text(shipment.status())),
                shipment.destination() == null ? null : shipment.destination().warehouseId(),
                window == null ? null : LenientTimes.instantOrNull(window.startDate()),
                window == null ? null : LenientTimes.instantOrNull(window.endDate()),
                window == null ? null : LenientTimes.instantOrNull(window.editableUntil()));
    }

    @Override
    public List<Units> shipmentItems(String planId, String shipmentId) {
        return Pages.all(token -> {
                    Wire.ShipmentItemList page = amazon.send(
                            inPlan(LIST_SHIPMENT_ITEMS, planId)
                                    .at("shipmentId", shipmentId)
                                    .with("pageSize", "100")
                                    .with("paginationToken", token),
                            Wire.ShipmentItemList.class);
                    return page(page.items(), page.pagination());
                })
                .stream()
                .map(item -> new Units(needed(item.msku(), "msku"), item.quantity()))
                .toList();
    }

    @Override
    public URI boxLabels(String confirmationId, int boxes) {
        Wire.Old answer = amazon.send(
                Call.of(GET_LABELS)
                        .at("shipmentId", confirmationId)
                        .with("PageType", "PackageLabel_Thermal")
                        .with("LabelType", "BARCODE_2D")
                        .with("PageSize", String.valueOf(Math.min(boxes, 1_000)))
                        .with("PageStartIndex", "0"),
                Wire.Old.class);
        return URI.create(needed(payload(answer).downloadUrl(), "DownloadURL"));
    }

    @Override
    public List<AmazonReceipt> receipts(Collection<String> confirmationIds) {
        List<Wire.OldShipment> shipments = Pages.all(token -> {
            Wire.Payload page = payload(amazon.send(shipments(confirmationIds, token), Wire.Old.class));
            return new Pages.Page<>(list(page.shipments()), page.nextToken());
        });
        List<AmazonReceipt> receipts = new ArrayList<>();
        for (Wire.OldShipment shipment : shipments) {
            String id = needed(shipment.shipmentId(), "ShipmentId");
            if (confirmationIds.contains(id)) {
                receipts.add(new AmazonReceipt(id, ShipmentState.of(text(shipment.status())), lines(id)));
            }
        }
        return receipts;
    }

    /** With a token nothing else may be said: repeated filters break Amazon's paging. */
    private Call shipments(Collection<String> confirmationIds, @Nullable String token) {
        Call call = Call.of(GET_SHIPMENTS).with("MarketplaceId", properties.marketplaceId());
        return token == null
                ? call.with("QueryType", "SHIPMENT").with("ShipmentIdList", String.join(",", confirmationIds))
                : call.with("QueryType", "NEXT_TOKEN").with("NextToken", token);
    }

    private List<AmazonReceipt.Line> lines(String confirmationId) {
        List<Wire.OldItem> items = Pages.all(token -> {
            Call call = token == null
                    ? Call.of(GET_SHIPMENT_ITEMS_BY_SHIPMENT_ID).at("shipmentId", confirmationId)
                    : Call.of(GET_SHIPMENT_ITEMS)
                            .with("QueryType", "NEXT_TOKEN")
                            .with("NextToken", token)
                            .with("MarketplaceId", properties.marketplaceId());
            Wire.Payload page = payload(amazon.send(call, Wire.Old.class));
            return new Pages.Page<>(list(page.items()), page.nextToken());
        });
        return items.stream()
                .map(item -> new AmazonReceipt.Line(needed(item.sku(), "SellerSKU"), item.shipped(), item.received()))
                .toList();
    }

    private <P, T> List<T> inPages(
            SellingPartnerOperation operation,
            String planId,
            int size,
            Class<P> type,
            Function<P, Pages.Page<T>> rows) {
        return Pages.all(token -> rows.apply(amazon.send(
                inPlan(operation, planId).with("pageSize", String.valueOf(size)).with("paginationToken", token),
                type)));
    }

    private String accepted(Call call) {
        return needed(amazon.send(call, Wire.Accepted.class).operationId(), "operationId");
    }

    private static Call inPlan(SellingPartnerOperation operation, String planId) {
        return Call.of(operation).at("inboundPlanId", planId);
    }

    private static Wire.ItemInput item(Units units) {
        return new Wire.ItemInput(units.sku(), units.quantity(), SELLER, SELLER);
    }

    private static Wire.Box box(Box box) {
        return new Wire.Box(
                "BOX_CONTENT_PROVIDED",
                new Wire.Dimensions(box.length(), box.width(), box.height(), box.lengthUnit()),
                new Wire.Weight(box.weight(), box.weightUnit()),
                box.boxes(),
                List.of(new Wire.ItemInput(box.sku(), box.unitsPerBox(), SELLER, SELLER)));
    }
}
