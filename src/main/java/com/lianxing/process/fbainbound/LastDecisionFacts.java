package com.lianxing.process.fbainbound;

import com.lianxing.access.People;
import com.lianxing.approval.ApprovalRequest;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.approval.ApprovalStep;
import com.lianxing.approval.Decision;
import com.lianxing.approval.Outcome;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.FactLines;
import com.lianxing.process.engine.form.FormFacts;
import com.lianxing.process.engine.form.FormView;
import com.lianxing.process.engine.form.Markdown;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How the last request for money of this process ended, and what was said. */
@Component
class LastDecisionFacts implements FormFacts {

    private final ApprovalRequests approvals;
    private final People people;
    private final MessageSource messages;

    LastDecisionFacts(ApprovalRequests approvals, People people, MessageSource messages) {
        this.approvals = approvals;
        this.people = people;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "decisionFacts";
    }

    @Override
    public String markdown(FormView view, Reader reader) {
        FactLines lines = new FactLines(messages, reader);
        Optional<ApprovalRequest> last = view.variable(FbaInbound.REQUEST_ID).flatMap(approvals::find);
        Outcome outcome = last.map(ApprovalRequest::outcome).orElse(null);
        if (last.isEmpty() || outcome == null) {
            return lines.line("fact.decision.none").markdown();
        }
        lines.line(
                "fact.decision",
                FactLines.amount(last.get().original()),
                lines.text("fact.decision." + outcome.result().name()));
        for (ApprovalStep step : approvals.chain(last.get().id())) {
            Decision decision = step.decision();
            if (decision != null) {
                write(lines, decision);
            }
        }
        return lines.markdown();
    }

    private void write(FactLines lines, Decision decision) {
        String name = people.name(decision.decidedBy());
        lines.item(
                "fact.decision.step",
                Markdown.escape(name),
                lines.text(decision.role().messageKey()),
                lines.text("fact.verdict." + decision.verdict().name()),
                decision.comment().isBlank() ? "-" : Markdown.escape(decision.comment()));
    }
}
