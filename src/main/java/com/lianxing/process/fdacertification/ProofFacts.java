package com.lianxing.process.fdacertification;

import com.lianxing.deliverable.Reviews;
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

    private final Reviews reviews;
    private final MessageSource messages;

    ProofFacts(Reviews reviews, MessageSource messages) {
        this.reviews = reviews;
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
        lines.line("fact.proof", lines.text("deliverable." + kind));
        for (Reviews.Review review : reviews.of(project, kind)) {
            lines.item(
                    "fact.round.review",
                    review.round(),
                    lines.text("fact.review." + review.verdict()),
                    review.score(),
                    review.comment().isBlank() ? "-" : Markdown.escape(review.comment()));
        }
        return lines.markdown();
    }
}
