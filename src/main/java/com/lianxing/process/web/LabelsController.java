package com.lianxing.process.web;

import com.lianxing.inbound.AmazonFailure;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.InboundShipments;
import com.lianxing.inbound.InboundShipments.Box;
import com.lianxing.process.engine.Refusal;
import com.lianxing.project.ProjectCode;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Leads to the labels of a shipment's boxes, where Amazon keeps them for a short while; they are asked for each time. */
@RestController
class LabelsController {

    private final InboundShipments amazon;
    private final Inbound inbound;

    LabelsController(InboundShipments amazon, Inbound inbound) {
        this.amazon = amazon;
        this.inbound = inbound;
    }

    @GetMapping("/api/projects/{code}/shipments/{id}/labels")
    ResponseEntity<Void> labels(@PathVariable String code, @PathVariable String id) {
        ProjectCode project = ProjectCodes.parse(code);
        Inbound.Shipment shipment =
                inbound.shipment(project, id).orElseThrow(() -> Refusal.notFound("SHIPMENT_UNKNOWN", id));
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(labels(shipment))
                .build();
    }

    /** Of as many boxes as the whole plan has, which no shipment of it exceeds. */
    private URI labels(Inbound.Shipment shipment) {
        long boxes =
                inbound.boxes(shipment.project()).stream().mapToLong(Box::boxes).sum();
        try {
            URI labels = amazon.boxLabels(shipment.amazonShipmentId(), Math.toIntExact(Math.max(1, boxes)));
            if ("https".equals(labels.getScheme())) {
                return labels;
            }
        } catch (AmazonFailure e) {
            throw Refusal.lost("LABELS_NOT_TO_BE_HAD", shipment.amazonShipmentId(), String.valueOf(e.getMessage()));
        }
        throw Refusal.lost("LABELS_NOT_TO_BE_HAD", shipment.amazonShipmentId(), "");
    }
}
