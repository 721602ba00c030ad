package com.lianxing.process.deliverablereview;

import com.lianxing.calendar.BothClocks;
import com.lianxing.deliverable.Deliverable;
import com.lianxing.deliverable.Deliverables;
import com.lianxing.deliverable.DeliveredVersion;
import com.lianxing.deliverable.OutsideParty;
import com.lianxing.deliverable.Review;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import java.util.List;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Who delivers, which round it is, every version with its hash and what was said of it. */
@Component
class RoundFacts implements FormFacts {

    private final Deliverables deliverables;
    private final MessageSource messages;

    RoundFacts(Deliverables deliverables, MessageSource messages) {
        this.deliverables = deliverables;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "roundFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        lines.line(
                "fact.round",
                lines.text(
                        "deliverable." + view.variable(DeliverableReview.KIND).orElseThrow()),
                view.variable(DeliverableReview.ROUND).orElse(1L));
        view.variable(DeliverableReview.WORK_ITEM_ID)
                .map(UUID::fromString)
                .flatMap(deliverables::find)
                .ifPresent(wanted -> write(wanted, lines, reader));
        return lines.markdown();
    }

    private void write(Deliverable wanted, FactLines lines, Reader reader) {
        if (!wanted.subject().isEmpty()) {
            lines.paragraph(Markdown.escape(wanted.subject()));
        }
        OutsideParty party = wanted.party();
        if (party != null) {
            lines.line("fact.round.party", Markdown.escape(party.name()));
        }
        if (!wanted.brief().isBlank()) {
            lines.line("fact.round.brief", Markdown.escape(wanted.brief()));
        }
        List<Review> reviews = deliverables.reviews(wanted.id());
        for (DeliveredVersion version : deliverables.versions(wanted.id())) {
            lines.item(
                    version.isLate() ? "fact.round.lateVersion" : "fact.round.version",
                    version.number(),
                    Markdown.escape(version.fileName()),
                    version.sha256(),
                    BothClocks.text(version.deliveredAt(), reader.zone(), reader.language()));
            reviews.stream()
                    .filter(review -> review.version() == version.number())
                    .forEach(review -> lines.item(
                            "fact.round.review",
                            review.version(),
                            lines.text("fact.review." + review.verdict()),
                            review.score(),
                            review.comment().isBlank() ? "-" : Markdown.escape(review.comment())));
        }
    }
}
