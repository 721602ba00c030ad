package com.lianxing.process.fbashipment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lianxing.audit.Sha256;
import com.lianxing.inbound.AmazonFailure;
import com.lianxing.inbound.AmazonReceipt;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.InboundShipments;
import com.lianxing.inbound.ShipmentTerms;
import com.lianxing.process.Messages;
import com.lianxing.process.engine.worker.OutsideResult;
import com.lianxing.process.engine.worker.OutsideTask;
import com.lianxing.process.engine.worker.OutsideWork;
import com.lianxing.project.ProjectCode;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Topic {@code amazon.readReceipt}: what Amazon has counted of the shipment. Once that is enough, or Amazon has closed
 * the shipment, it reports {@code inbound.receiptChanged}; the same count is reported once. Where Amazon cannot be asked, a person records it.
 */
@Component
class ReadReceipt implements OutsideWork {

    private final InboundShipments amazon;
    private final Inbound inbound;
    private final Messages messages;
    private final ShipmentTerms terms;
    private final ObjectMapper json;

    ReadReceipt(InboundShipments amazon, Inbound inbound, Messages messages, ShipmentTerms terms, ObjectMapper json) {
        this.amazon = amazon;
        this.inbound = inbound;
        this.messages = messages;
        this.terms = terms;
        this.json = json;
    }

    @Override
    public String topic() {
        return "amazon.readReceipt";
    }

    @Override
    public OutsideResult perform(OutsideTask task) {
        ProjectCode project = new ProjectCode(task.projectCode());
        Inbound.Shipment shipment =
                inbound.shipment(project, task.get(FbaShipment.SHIPMENT_ID)).orElseThrow();
        try {
            amazon.receipts(List.of(shipment.amazonShipmentId())).forEach(receipt -> tell(shipment, receipt));
            return OutsideResult.done();
        } catch (AmazonFailure e) {
            String why = String.valueOf(e.getMessage());
            return switch (e.kind()) {
                case NOT_CONNECTED -> OutsideResult.done();
                case BUSY -> new OutsideResult.Later(e.waitBeforeNext());
                case UNREACHABLE -> new OutsideResult.Failed(why);
                case UNAUTHORIZED, REFUSED, NOT_UNDERSTOOD -> new OutsideResult.GivenUp(why);
            };
        }
    }

    private void tell(Inbound.Shipment shipment, AmazonReceipt receipt) {
        AmazonReceipt.Completion completion = receipt.completion(enough());
        if (completion == AmazonReceipt.Completion.OPEN) {
            return;
        }
        String content = content(receipt, completion);
        messages.report(new Messages.Report(
                "amazon:%s:%s"
                        .formatted(receipt.shipmentId(), Sha256.of(content).substring(0, 16)),
                shipment.project(),
                FbaShipment.RECEIPT_CHANGED,
                shipment.id(),
                null,
                content,
                "amazon",
                null));
    }

    /** The share of the units that is enough, as company policy says how many may be missing. */
    private BigDecimal enough() {
        return BigDecimal.valueOf(100L - terms.of(ShipmentTerms.Term.RECEIPT_TOLERANCE_PERCENT))
                .movePointLeft(2);
    }

    private String content(AmazonReceipt receipt, AmazonReceipt.Completion completion) {
        ObjectNode content = json.createObjectNode();
        content.put("status", receipt.state().name());
        content.put("completion", completion.name());
        ObjectNode received = content.putObject("received");
        receipt.lines().forEach(line -> received.put(line.sku(), line.received()));
        return content.toString();
    }
}
