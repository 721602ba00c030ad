package com.lianxing.process.fbashipment;

import com.lianxing.inbound.InboundShipments;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Where the labels of the shipment's boxes are to be had. */
@Component
class LabelFacts implements FormFacts {

    private final InboundShipments amazon;
    private final MessageSource messages;

    LabelFacts(InboundShipments amazon, MessageSource messages) {
        this.amazon = amazon;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "labelFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        if (amazon.connection().canBeAsked()) {
            view.variable(FbaShipment.SHIPMENT_ID)
                    .ifPresent(shipment ->
                            lines.line("fact.labels", view.projectCode().orElseThrow(), shipment));
        } else {
            lines.line("fact.labels.byHand");
        }
        return lines.markdown();
    }
}
