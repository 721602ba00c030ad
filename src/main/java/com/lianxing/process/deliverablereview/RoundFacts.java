package com.lianxing.process.deliverablereview;

import com.lianxing.deliverable.Reviews;
import com.lianxing.deliverable.Reviews.Review;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import com.lianxing.project.ProjectCode;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Which round it is, and what was said of the version before. */
@Component
class RoundFacts implements FormFacts {

    private final Reviews reviews;
    private final MessageSource messages;

    RoundFacts(Reviews reviews, MessageSource messages) {
        this.reviews = reviews;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "roundFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        ProjectCode project = new ProjectCode(view.projectCode().orElseThrow());
        String kind = view.variable(DeliverableReview.KIND).orElseThrow();
        lines.line(
                "fact.round",
                lines.text("deliverable." + kind),
                view.variable(DeliverableReview.ROUND).orElse(1L));
        for (Review review : reviews.of(project, kind)) {
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
