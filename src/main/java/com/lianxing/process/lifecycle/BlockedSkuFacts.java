package com.lianxing.process.lifecycle;

import com.lianxing.catalog.ComplianceState;
import com.lianxing.inbound.Inbound;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.OutsideFacts;
import com.lianxing.project.ProjectCode;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Which goods of the project are blocked now, and why the last one was. */
@Component
class BlockedSkuFacts implements FormFacts {

    private final Inbound inbound;
    private final OutsideFacts facts;
    private final MessageSource messages;

    BlockedSkuFacts(Inbound inbound, OutsideFacts facts, MessageSource messages) {
        this.inbound = inbound;
        this.facts = facts;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "blockedSkuFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        FactLines lines = new FactLines(messages, reader);
        inbound.items(project).stream()
                .filter(item -> item.sku().state() == ComplianceState.BLOCKED)
                .forEach(item -> lines.item("fact.blockedSku", item.sku().code(), item.quantity()));
        facts.latest(ProjectProcess.SKU_BLOCKED, project.value())
                .flatMap(fact -> fact.text("reason"))
                .ifPresent(reason -> lines.line("fact.blockedWhy", Markdown.escape(reason)));
        return lines.markdown();
    }
}
