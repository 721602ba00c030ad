package com.lianxing.process.fbashipment;

import com.lianxing.inbound.Inbound;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.ProjectCode;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What was sent with the shipment and what Amazon received, per product. */
@Component
class ReceiptFacts implements FormFacts {

    private final Inbound inbound;
    private final MessageSource messages;

    ReceiptFacts(Inbound inbound, MessageSource messages) {
        this.inbound = inbound;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "receiptFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        Inbound.Shipment shipment = view.variable(FbaShipment.SHIPMENT_ID)
                .flatMap(id -> inbound.shipment(project, id))
                .orElseThrow();
        lines.line("fact.receipt", shipment.amazonShipmentId(), shipment.fulfilmentCenter());
        inbound.reconcile(shipment)
                .forEach(sku -> lines.item(
                        "fact.receipt.sku",
                        Markdown.escape(sku.sku()),
                        sku.shipped(),
                        sku.received(),
                        sku.received() - sku.shipped()));
        return lines.markdown();
    }
}
