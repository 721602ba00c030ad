package com.lianxing.connector.amazon;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import org.springframework.http.HttpMethod;

/**
 * What we ask of the Selling Partner API, with Amazon's usual limit for each: two calls a second, after a burst.
 *
 * <p>The received quantities are read from version 0: the newer version has none.
 */
enum SellingPartnerOperation {
    CREATE_INBOUND_PLAN("createInboundPlan", POST, Paths.INBOUND + "/inboundPlans", 2),
    LIST_INBOUND_PLANS("listInboundPlans", GET, Paths.INBOUND + "/inboundPlans", 6),
    GET_INBOUND_PLAN("getInboundPlan", GET, Paths.PLAN, 6),
    CANCEL_INBOUND_PLAN("cancelInboundPlan", PUT, Paths.PLAN + "/cancellation", 2),
    GENERATE_PACKING_OPTIONS("generatePackingOptions", POST, Paths.PLAN + "/packingOptions", 2),
    LIST_PACKING_OPTIONS("listPackingOptions", GET, Paths.PLAN + "/packingOptions", 6),
    CONFIRM_PACKING_OPTION(
            "confirmPackingOption", POST, Paths.PLAN + "/packingOptions/{packingOptionId}/confirmation", 2),
    LIST_PACKING_GROUP_ITEMS("listPackingGroupItems", GET, Paths.PLAN + "/packingGroups/{packingGroupId}/items", 30),
    SET_PACKING_INFORMATION("setPackingInformation", POST, Paths.PLAN + "/packingInformation", 2),
    GENERATE_PLACEMENT_OPTIONS("generatePlacementOptions", POST, Paths.PLAN + "/placementOptions", 2),
    LIST_PLACEMENT_OPTIONS("listPlacementOptions", GET, Paths.PLAN + "/placementOptions", 6),
    CONFIRM_PLACEMENT_OPTION(
            "confirmPlacementOption", POST, Paths.PLAN + "/placementOptions/{placementOptionId}/confirmation", 2),
    GENERATE_TRANSPORTATION_OPTIONS("generateTransportationOptions", POST, Paths.PLAN + "/transportationOptions", 2),
    LIST_TRANSPORTATION_OPTIONS("listTransportationOptions", GET, Paths.PLAN + "/transportationOptions", 6),
    CONFIRM_TRANSPORTATION_OPTIONS(
            "confirmTransportationOptions", POST, Paths.PLAN + "/transportationOptions/confirmation", 2),
    GENERATE_DELIVERY_WINDOW_OPTIONS(
            "generateDeliveryWindowOptions", POST, Paths.SHIPMENT + "/deliveryWindowOptions", 30),
    LIST_DELIVERY_WINDOW_OPTIONS("listDeliveryWindowOptions", GET, Paths.SHIPMENT + "/deliveryWindowOptions", 30),
    CONFIRM_DELIVERY_WINDOW_OPTIONS(
            "confirmDeliveryWindowOptions",
            POST,
            Paths.SHIPMENT + "/deliveryWindowOptions/{deliveryWindowOptionId}/confirmation",
            30),
    GET_SHIPMENT("getShipment", GET, Paths.SHIPMENT, 6),
    LIST_SHIPMENT_ITEMS("listShipmentItems", GET, Paths.SHIPMENT + "/items", 30),
    GET_INBOUND_OPERATION_STATUS("getInboundOperationStatus", GET, Paths.INBOUND + "/operations/{operationId}", 6),
    GET_LABELS("getLabels", GET, Paths.V0 + "/shipments/{shipmentId}/labels", 30),
    GET_SHIPMENTS("getShipments", GET, Paths.V0 + "/shipments", 30),
    GET_SHIPMENT_ITEMS("getShipmentItems", GET, Paths.V0 + "/shipmentItems", 30),
    GET_SHIPMENT_ITEMS_BY_SHIPMENT_ID(
            "getShipmentItemsByShipmentId", GET, Paths.V0 + "/shipments/{shipmentId}/items", 30);

    static final int CALLS_A_SECOND = 2;

    private static class Paths {
        static final String INBOUND = "/inbound/fba/2024-03-20";
        static final String PLAN = INBOUND + "/inboundPlans/{inboundPlanId}";
        static final String SHIPMENT = PLAN + "/shipments/{shipmentId}";
        static final String V0 = "/fba/inbound/v0";
    }

    private final String amazonName;
    private final HttpMethod method;
    private final String path;
    private final int burst;

    SellingPartnerOperation(String amazonName, HttpMethod method, String path, int burst) {
        this.amazonName = amazonName;
        this.method = method;
        this.path = path;
        this.burst = burst;
    }

    String amazonName() {
        return amazonName;
    }

    HttpMethod method() {
        return method;
    }

    String path() {
        return path;
    }

    /** Calls at once before the rate holds. */
    int burst() {
        return burst;
    }

    /** Whether it may be sent again without knowing what became of it. */
    boolean isRead() {
        return method == GET;
    }
}
