package com.lianxing.process.supplierverification;

import com.lianxing.access.People;
import com.lianxing.calendar.BothClocks;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.sourcing.Supplier;
import com.lianxing.sourcing.Suppliers;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Which supplier it is, and who vouched for it when. */
@Component
class SupplierFacts implements FormFacts {

    private final Suppliers suppliers;
    private final People people;
    private final MessageSource messages;

    SupplierFacts(Suppliers suppliers, People people, MessageSource messages) {
        this.suppliers = suppliers;
        this.people = people;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "supplierFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        Supplier supplier = suppliers.require(
                UUID.fromString(view.variable(SupplierVerification.SUPPLIER_ID).orElseThrow()));
        lines.line(
                "fact.supplier",
                Markdown.escape(supplier.name()),
                lines.text(supplier.kind().messageKey()),
                supplier.country(),
                lines.text(supplier.riskRating().messageKey()));
        String by = supplier.verifiedBy();
        if (by == null || supplier.verifiedAt() == null) {
            return lines.line("fact.supplier.unverified").markdown();
        }
        return lines.line(
                        "fact.supplier.verified",
                        Markdown.escape(people.name(by)),
                        BothClocks.text(supplier.verifiedAt(), reader.zone(), reader.language()))
                .markdown();
    }
}
