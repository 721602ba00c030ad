package com.lianxing.process.fbainbound;

import com.lianxing.catalog.Catalog;
import com.lianxing.catalog.Sku;
import com.lianxing.inbound.Inbound;
import com.lianxing.inbound.Inbound.Item;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.ProjectCode;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The product that the task is about. */
@Component
class SkuFacts implements FormFacts {

    private final Catalog catalog;
    private final Inbound inbound;
    private final MessageSource messages;

    SkuFacts(Catalog catalog, Inbound inbound, MessageSource messages) {
        this.catalog = catalog;
        this.inbound = inbound;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "skuFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        String code = view.variable(FbaInbound.SKU).orElseThrow();
        Sku sku = catalog.find(code).orElseThrow();
        long quantity = inbound.items(project).stream()
                .filter(item -> item.sku().code().equals(code))
                .mapToLong(Item::quantity)
                .sum();
        boolean chinese = reader.language().getLanguage().equals("zh");
        String asin = sku.asin();
        String hts = sku.hts10();
        lines.line("fact.sku", Markdown.escape(code), Markdown.escape(chinese ? sku.nameZh() : sku.nameEn()))
                .item(
                        "fact.sku.category",
                        lines.text("catalog.category." + sku.category().name()))
                .item("fact.sku.asin", asin == null ? "-" : asin)
                .item("fact.sku.hts", hts == null ? "-" : hts)
                .item("fact.sku.size", sku.weightGrams(), sku.volumeCm3())
                .item("fact.sku.quantity", quantity)
                .item("fact.sku.state", lines.text(sku.state().messageKey()));
        return lines.markdown();
    }
}
