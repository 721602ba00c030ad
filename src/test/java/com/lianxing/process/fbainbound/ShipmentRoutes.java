package com.lianxing.process.fbainbound;

import com.lianxing.demo.InboundProjects;
import com.lianxing.process.fbashipment.FbaShipment;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Sheet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The {@link Routes} of the one shipment, from its booking to its claim. */
@Component
class ShipmentRoutes {

    private static final Object[] REFUSED = {"deliveryOutcome", "REFUSED", "podNo", null};

    private final Routes routes;
    private final InboundProjects company;

    ShipmentRoutes(Routes routes, InboundProjects company) {
        this.routes = routes;
        this.company = company;
        book();
        clear();
        deliver();
    }

    private void book() {
        routes.leg(Routes.SHIPMENT + "userTask_bookCarrier", "callActivity_shipShipments", project -> {});
        ship("callActivity_approveFreight", "userTask_bookCarrier", "freightAmount", "200.00");
        routes.decided(
                Routes.SHIPMENT + "userTask_handOverDocuments",
                Routes.SHIPMENT + "callActivity_approveFreight",
                "APPROVE");
        routes.fired(
                Routes.SHIPMENT + "userTask_rollToNextVessel",
                Routes.SHIPMENT + "userTask_handOverDocuments",
                "timerEvent_documentsCutOff");
        ship("userTask_fileIsf", "userTask_handOverDocuments");
        routes.fired(
                Routes.SHIPMENT + "userTask_holdCargo", Routes.SHIPMENT + "userTask_fileIsf", "timerEvent_isfLate");
        ship("userTask_fileIsfLate", "userTask_holdCargo", "cargoState", "LOADED");
        ship("userTask_recordIsfAcceptance", "userTask_fileIsf");
        ship("userTask_completeIsf", "userTask_recordIsfAcceptance");
        ship("userTask_recordDeparture", "userTask_completeIsf");
        routes.told(
                Routes.SHIPMENT + Routes.COMPARE,
                Routes.SHIPMENT + "userTask_handOverDocuments",
                FbaShipment.CARRIER_CHANGED);
        routes.step(
                Routes.SHIPMENT + "userTask_compareCarriers",
                Routes.SHIPMENT + Routes.COMPARE + "/userTask_recommendQuote");
        ship("callActivity_approveCarrierChange", "userTask_compareCarriers", "freightAmount", "250.00");
    }

    private void clear() {
        ship("userTask_fileEntry", "userTask_recordDeparture");
        ship("userTask_recordRelease", "userTask_fileEntry");
        ship("userTask_recordExam", "userTask_recordRelease", "customsAnswer", "HELD");
        ship("callActivity_approveExamFees", "userTask_recordExam");
        ship("userTask_decideOnRefusal", "userTask_recordRelease", "customsAnswer", "REFUSED");
        ship("userTask_reExport", "userTask_decideOnRefusal");
        ship("userTask_fileEntrySummary", "userTask_recordRelease");
        ship("callActivity_approveDuty", "userTask_fileEntrySummary");
        routes.decided(Routes.SHIPMENT + "userTask_payDuty", Routes.SHIPMENT + "callActivity_approveDuty", "APPROVE");
    }

    private void deliver() {
        ship("userTask_arrangeDelivery", "userTask_payDuty");
        ship("userTask_recordDelivery", "userTask_arrangeDelivery");
        ship("userTask_decideOnReturn", "userTask_recordDelivery", REFUSED);
        ship("userTask_recordReceipt", "userTask_recordDelivery");
        routes.leg("userTask_settleInvoices", Routes.SHIPMENT + "userTask_recordReceipt", project -> {
            received(project, "100");
            company.does(project, "userTask_recordReceipt");
            company.does(project, "userTask_reconcileReceipt");
        });
        routes.leg(
                Routes.SHIPMENT + "userTask_reconcileReceipt", Routes.SHIPMENT + "userTask_recordReceipt", project -> {
                    received(project, "90");
                    company.does(project, "userTask_recordReceipt");
                });
        routes.step(
                Routes.SHIPMENT + "userTask_fileClaim",
                Routes.SHIPMENT + "userTask_reconcileReceipt",
                () -> new Object[] {
                    "diffReason",
                    "LOST_AT_AMAZON",
                    "claimWindowAt",
                    routes.inUtc(60),
                    "claimWindowZone",
                    "America/Los_Angeles"
                });
        routes.fired(
                Routes.SHIPMENT + "userTask_decideOnWriteOff",
                Routes.SHIPMENT + "userTask_fileClaim",
                "timerEvent_claimWindowOver");
        ship("userTask_recordClaimOutcome", "userTask_fileClaim");
    }

    /** The same within the shipment. */
    private void ship(String place, String from, Object... values) {
        routes.step(Routes.SHIPMENT + place, Routes.SHIPMENT + from, values);
    }

    private void received(ProjectCode project, String units) {
        company.save(
                new Sheet.Subject(project, routes.shipment(project)),
                "receipts",
                List.of(Map.of("sku", company.skus(project).get(0), "received", units)));
    }
}
