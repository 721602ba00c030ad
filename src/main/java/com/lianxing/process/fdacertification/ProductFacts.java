package com.lianxing.process.fdacertification;

import com.lianxing.certification.Certifications;
import com.lianxing.certification.Product;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.ProjectCode;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What was said of the product, and each of its claims. */
@Component
class ProductFacts implements FormFacts {

    private final Certifications certifications;
    private final MessageSource messages;

    ProductFacts(Certifications certifications, MessageSource messages) {
        this.certifications = certifications;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "productFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        Product product = certifications.product(project).orElseThrow();
        lines.line("fact.product", Markdown.escape(product.intendedUse()));
        lines.item("fact.product.code", product.productCode() == null ? "-" : product.productCode());
        product.claims()
                .forEach(claim -> lines.item(
                        "fact.product.claim",
                        Markdown.escape(claim.text()),
                        lines.text("sheet.claims.kind." + claim.kind())));
        return lines.markdown();
    }
}
