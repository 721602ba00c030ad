package com.lianxing.process.fbainbound;

import com.lianxing.inbound.PlacementAssessment;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.project.ProjectCode;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The kind of placement that the rules recommend, and why. */
@Component
class PlacementFacts implements FormFacts {

    private final PlacementAssessment placements;
    private final MessageSource messages;

    PlacementFacts(PlacementAssessment placements, MessageSource messages) {
        this.placements = placements;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "placementFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        PlacementAssessment.Placements known = placements.of(project);
        view.variable(FbaInbound.RECOMMENDED_PLACEMENT)
                .ifPresent(kind -> lines.line("fact.placement.recommended", lines.text("fact.placement." + kind)));
        lines.item(inTime(known.minimalInTime()), lines.text("fact.placement.MINIMAL"))
                .item(inTime(known.optimizedInTime()), lines.text("fact.placement.OPTIMIZED"))
                .item("fact.placement.cartons", known.fewestIdenticalCartons());
        return lines.markdown();
    }

    private static String inTime(boolean inTime) {
        return inTime ? "fact.placement.inTime" : "fact.placement.late";
    }
}
