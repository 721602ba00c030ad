package com.lianxing.process.fbashipment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lianxing.audit.Sha256;
import com.lianxing.inbound.AmazonFailure;
import com.lianxing.inbound.AmazonReceipt;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.InboundShipments;
import com.lianxing.inbound.ShipmentState;
import com.lianxing.process.Messages;
import com.lianxing.process.engine.worker.OutsideResult;
import com.lianxing.process.engine.worker.OutsideTask;
import com.lianxing.process.engine.worker.OutsideWork;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Sheet;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Topic {@code amazon.readReceipt}: what Amazon has counted of the shipment. Once that is enough, or Amazon has closed the
 * shipment, the count fills the receipts and is reported as {@code inbound.receiptChanged}; the same count is reported
 * once. Where Amazon cannot be asked, a person records the receipt.
 *
 * <p>A look that fails leaves nothing behind, since the next one comes by itself half a day later; what is wrong with the
 * connection stands on its page.
 */
@Component
class ReadReceipt implements OutsideWork {

    private static final Logger LOG = LoggerFactory.getLogger(ReadReceipt.class);
    private static final String AMAZON = "amazon";

    private final InboundShipments amazon;
    private final Inbound inbound;
    private final Sheet receipts;
    private final Messages messages;
    private final ReceiptTolerance tolerance;
    private final ObjectMapper json;
    private final TransactionTemplate transaction;

    ReadReceipt(
            InboundShipments amazon,
            Inbound inbound,
            @Qualifier("receiptsSheet") Sheet receipts,
            Messages messages,
            ReceiptTolerance tolerance,
            ObjectMapper json,
            PlatformTransactionManager transactions) {
        this.amazon = amazon;
        this.inbound = inbound;
        this.receipts = receipts;
        this.messages = messages;
        this.tolerance = tolerance;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
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
            return amazon.receipts(List.of(shipment.amazonShipmentId())).stream()
                    .findFirst()
                    .map(receipt -> take(shipment, receipt))
                    .orElseGet(OutsideResult::done);
        } catch (AmazonFailure e) {
            if (e.kind() == AmazonFailure.Kind.BUSY) {
                return new OutsideResult.Later(e.waitBeforeNext());
            }
            LOG.info("the receipt of {} is not read: {}", shipment.id(), e.getMessage());
            return OutsideResult.done();
        }
    }

    private OutsideResult take(Inbound.Shipment shipment, AmazonReceipt receipt) {
        AmazonReceipt.Completion completion = receipt.completion(tolerance.share());
        boolean over = completion != AmazonReceipt.Completion.OPEN || receipt.state() == ShipmentState.ABANDONED;
        if (over) {
            transaction.executeWithoutResult(status -> {
                fill(shipment, receipt);
                report(shipment, receipt, completion);
            });
            return OutsideResult.done();
        }
        boolean begun = receipt.state() == ShipmentState.RECEIVING;
        return begun
                ? new OutsideResult.Done(FbaShipment.RECEIPT_STATE.is(ShipmentState.RECEIVING.name()))
                : OutsideResult.done();
    }

    /** Amazon's count is the fact, whatever a person had counted so far; that stays readable as an older version. */
    private void fill(Inbound.Shipment shipment, AmazonReceipt receipt) {
        Sheet.Subject subject = new Sheet.Subject(shipment.project(), shipment.id());
        Sheet.Content before = receipts.read(subject);
        List<Map<String, String>> rows = receipt.lines().stream()
                .map(line -> Map.of("sku", line.sku(), "received", String.valueOf(line.received())))
                .toList();
        boolean known = before.rows().equals(rows);
        if (!known && !(receipts.save(subject, before.version(), rows, AMAZON) instanceof Sheet.Saved.Accepted)) {
            LOG.warn("the count of {} does not fit into the receipts: {}", shipment.id(), rows);
        }
    }

    private void report(Inbound.Shipment shipment, AmazonReceipt receipt, AmazonReceipt.Completion completion) {
        String content = content(receipt, completion);
        messages.report(new Messages.Report(
                "amazon:%s:%s"
                        .formatted(receipt.shipmentId(), Sha256.of(content).substring(0, 16)),
                shipment.project(),
                FbaShipment.RECEIPT_CHANGED,
                shipment.id(),
                null,
                content,
                AMAZON,
                null));
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
