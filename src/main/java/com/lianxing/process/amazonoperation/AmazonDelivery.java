package com.lianxing.process.amazonoperation;

import com.lianxing.calendar.Clock;
import com.lianxing.inbound.AmazonFailure;
import com.lianxing.inbound.AmazonFailure.Kind;
import com.lianxing.inbound.AmazonOffers;
import com.lianxing.inbound.AmazonOperations.Attempt;
import com.lianxing.inbound.InboundShipments;
import com.lianxing.inbound.InboundShipments.DeliveryWindow;
import com.lianxing.inbound.InboundShipments.PlannedShipment;
import com.lianxing.inbound.InboundShipments.ReadyToShip;
import com.lianxing.inbound.InboundShipments.TransportChoice;
import com.lianxing.inbound.InboundShipments.TransportOption;
import com.lianxing.inbound.InboundShipments.Units;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectSteps;
import com.lianxing.project.Sheet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The steps after the placement: Amazon's shipments, who carries them, and when they are delivered. */
@Component
class AmazonDelivery {

    private static final String OWN_CARRIER = "USE_YOUR_OWN_CARRIER";
    private static final String AMAZON = "amazon";

    /** Amazon takes only a time to come. */
    private static final Duration READY_FROM_NOW = Duration.ofDays(1);

    private final InboundShipments amazon;
    private final AmazonOffers offers;
    private final ProjectSteps submitted;
    private final Sheet splits;
    private final Clock clock;

    AmazonDelivery(
            InboundShipments amazon,
            AmazonOffers offers,
            ProjectSteps submitted,
            @Qualifier("splitsSheet") Sheet splits,
            Clock clock) {
        this.amazon = amazon;
        this.offers = offers;
        this.submitted = submitted;
        this.splits = splits;
        this.clock = clock;
    }

    String offerTransport(String plan, String placement) {
        Instant ready = clock.now().plus(READY_FROM_NOW);
        return amazon.offerTransport(
                plan,
                placement,
                shipmentIds(plan).stream().map(id -> new ReadyToShip(id, ready)).toList());
    }

    String confirmTransport(String plan, String placement) {
        List<TransportChoice> choices = new ArrayList<>();
        for (String shipment : shipmentIds(plan)) {
            TransportOption own = amazon.transportOptions(plan, placement, shipment).stream()
                    .filter(option -> option.solution().equals(OWN_CARRIER))
                    .findFirst()
                    .orElseThrow(() -> new AmazonFailure(Kind.REFUSED, "Amazon offers no own carrier for " + shipment));
            choices.add(new TransportChoice(shipment, own.id()));
        }
        return amazon.confirmTransport(plan, choices);
    }

    String offerWindows(Attempt attempt, String plan) {
        return amazon.offerDeliveryWindows(plan, shipment(attempt, plan));
    }

    void keepWindows(Attempt attempt, String plan) {
        String shipment = shipment(attempt, plan);
        String confirmation = confirmationOf(amazon.shipment(plan, shipment));
        offers.keepWindows(attempt, confirmation, amazon.deliveryWindows(plan, shipment));
    }

    String confirmWindow(Attempt attempt, String plan) {
        String shipment = shipment(attempt, plan);
        PlannedShipment planned = amazon.shipment(plan, shipment);
        Map<String, Object> chosen = chosenDays(attempt.project());
        LocalDate first = LocalDate.parse(String.valueOf(chosen.get("windowFrom")));
        LocalDate last = LocalDate.parse(String.valueOf(chosen.get("windowTo")));
        DeliveryWindow window = amazon.deliveryWindows(plan, shipment).stream()
                .filter(offer -> new AmazonOffers.Window(
                                confirmationOf(planned),
                                offer.id(),
                                offer.from(),
                                offer.to(),
                                offer.availability(),
                                offer.validUntil())
                        .suits(first, last))
                .min(Comparator.comparing(DeliveryWindow::from))
                .orElseThrow(() -> new AmazonFailure(
                        Kind.REFUSED,
                        "Amazon offers no window for %s between %s and %s"
                                .formatted(confirmationOf(planned), first, last)));
        return amazon.confirmDeliveryWindow(plan, shipment, window.id());
    }

    /** Amazon's shipments become the project's; a second time it changes nothing. */
    void keepShipments(ProjectCode project, String plan) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String id : shipmentIds(plan)) {
            PlannedShipment shipment = amazon.shipment(plan, id);
            for (Units units : amazon.shipmentItems(plan, id)) {
                rows.add(Map.of(
                        "amazonShipmentId",
                        confirmationOf(shipment),
                        "fulfilmentCenter",
                        Objects.requireNonNullElse(shipment.warehouse(), ""),
                        "sku",
                        units.sku(),
                        "units",
                        String.valueOf(units.quantity())));
            }
        }
        Sheet.Subject subject = Sheet.Subject.of(project);
        Sheet.Content before = splits.read(subject);
        boolean known = before.rows().equals(rows);
        if (!known && !(splits.save(subject, before.version(), rows, AMAZON) instanceof Sheet.Saved.Accepted)) {
            throw new AmazonFailure(Kind.NOT_UNDERSTOOD, "Amazon's shipments do not fit what is planned: " + rows);
        }
    }

    private String shipment(Attempt attempt, String plan) {
        return shipmentIds(plan).get(Objects.requireNonNull(attempt.shipment(), "of which shipment?"));
    }

    /** In an order of our own, which stays. */
    private List<String> shipmentIds(String plan) {
        return amazon.plan(plan).shipmentIds().stream().sorted().toList();
    }

    private Map<String, Object> chosenDays(ProjectCode project) {
        return submitted
                .latest(project, "choose-delivery")
                .orElseThrow(() -> new AmazonFailure(Kind.REFUSED, "nobody has chosen the days of delivery"))
                .values();
    }

    private static String confirmationOf(PlannedShipment shipment) {
        String id = shipment.confirmationId();
        if (id == null) {
            throw new AmazonFailure(Kind.NOT_UNDERSTOOD, "the shipment " + shipment.id() + " has no number yet");
        }
        return id;
    }
}
