package com.lianxing.process.fbainbound;

import com.lianxing.calendar.BothClocks;
import com.lianxing.inbound.AmazonOffers;
import com.lianxing.inbound.PlacementAssessment;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.ProjectCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The kind of placement that the rules recommend, and why; and what Amazon offers, where it was asked. */
@Component
class PlacementFacts implements FormFacts {

    private final PlacementAssessment placements;
    private final AmazonOffers offers;
    private final MessageSource messages;

    PlacementFacts(PlacementAssessment placements, AmazonOffers offers, MessageSource messages) {
        this.placements = placements;
        this.offers = offers;
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
        List<AmazonOffers.Placement> offered = offers.placements(project);
        lines.line(offered.isEmpty() ? "fact.placement.noOffers" : "fact.placement.offers");
        offered.forEach(offer -> lines.item(
                "fact.placement.offer",
                Markdown.escape(offer.optionId()),
                offer.shipments(),
                FactLines.amount(offer.net()),
                until(offer.expiresAt(), lines, reader)));
        return lines.markdown();
    }

    private static String until(@Nullable Instant end, FactLines lines, Reader reader) {
        return end == null
                ? lines.text("fact.placement.noEnd")
                : BothClocks.text(end, AmazonOffers.AMAZON_US, reader.language());
    }

    private static String inTime(boolean inTime) {
        return inTime ? "fact.placement.inTime" : "fact.placement.late";
    }
}
