package com.lianxing.process.fdacertification;

import com.lianxing.deliverable.Deliverable;
import com.lianxing.deliverable.Deliverables;
import com.lianxing.deliverable.Review;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.ProjectCode;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How the versions of a proof were reviewed. */
@Component
class ProofFacts implements FormFacts {

    private final Deliverables deliverables;
    private final MessageSource messages;

    ProofFacts(Deliverables deliverables, MessageSource messages) {
        this.deliverables = deliverables;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "proofFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        String kind = view.variable(FdaCertification.DELIVERABLE_KIND).orElseThrow();
        String subject = view.variable(FdaCertification.SUBJECT).orElse("");
        lines.line("fact.proof", lines.text("deliverable." + kind));
        if (!subject.isEmpty()) {
            lines.paragraph(Markdown.escape(subject));
        }
        deliverables.of(project).stream()
                .filter(wanted -> wanted.kind().equals(kind) && wanted.subject().equals(subject))
                .map(Deliverable::id)
                .flatMap(id -> deliverables.reviews(id).stream())
                .forEach(review -> write(review, lines));
        return lines.markdown();
    }

    private static void write(Review review, FactLines lines) {
        lines.item(
                "fact.round.review",
                review.version(),
                lines.text("fact.review." + review.verdict()),
                review.score(),
                review.comment().isBlank() ? "-" : Markdown.escape(review.comment()));
    }
}
