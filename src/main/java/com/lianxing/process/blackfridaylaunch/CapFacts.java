package com.lianxing.process.blackfridaylaunch;

import com.lianxing.launch.Campaign;
import com.lianxing.launch.Launches;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.ProjectCode;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The caps to be loaded: as planned, or cut where the stock covers only a part of what is expected to be sold. */
@Component
class CapFacts implements FormFacts {

    private final Launches launches;
    private final MessageSource messages;

    CapFacts(Launches launches, MessageSource messages) {
        this.launches = launches;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "capFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        lines.line("fact.caps");
        for (Campaign campaign : launches.campaigns(project)) {
            long cover = launches.readiness(project, campaign.sku())
                    .map(seen -> seen.coverPercent(
                            launches.requireSku(project, campaign.sku()).forecastUnits()))
                    .orElse(0L);
            Campaign cut = campaign.cutTo(cover);
            lines.item(
                    cut.equals(campaign) ? "fact.caps.planned" : "fact.caps.cut",
                    Markdown.escape(campaign.name()),
                    Markdown.escape(campaign.sku()),
                    FactLines.amount(cut.dailyCap()),
                    FactLines.amount(cut.totalCap()),
                    cover,
                    FactLines.amount(campaign.dailyCap()),
                    FactLines.amount(campaign.totalCap()));
        }
        return lines.markdown();
    }
}
