package com.lianxing.process.budgetapproval;

import com.lianxing.access.People;
import com.lianxing.approval.ApprovalRequest;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.approval.ApprovalStep;
import com.lianxing.approval.Decision;
import com.lianxing.calendar.BothClocks;
import com.lianxing.process.engine.Reader;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who decides: before, now and next. */
@Component
class ChainFacts {

    private final ApprovalRequests approvals;
    private final People people;

    ChainFacts(ApprovalRequests approvals, People people) {
        this.approvals = approvals;
        this.people = people;
    }

    void write(ApprovalRequest request, FactText text) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                text.text("approval.step"), text.text("approval.step.person"), text.text("approval.step.state")));
        boolean due = true;
        for (ApprovalStep step : approvals.chain(request.id())) {
            rows.add(List.of(
                    text.text(
                            "approval.step.role",
                            step.position() + 1,
                            text.text(step.role().messageKey())),
                    person(step, text),
                    state(step, due, text)));
            due &= step.isDecided();
        }
        text.table(rows);
    }

    private String person(ApprovalStep step, FactText text) {
        Decision decision = step.decision();
        String id = decision == null ? step.person() : decision.decidedBy();
        return id == null ? text.text("approval.step.anyOfRole") : text.said(people.name(id));
    }

    private static String state(ApprovalStep step, boolean due, FactText text) {
        Decision decision = step.decision();
        Reader reader = text.reader();
        if (decision == null) {
            return text.text(due ? "approval.step.now" : "approval.step.later");
        }
        return text.text(
                "approval.step.decided",
                text.text("verdict." + decision.verdict()),
                BothClocks.text(decision.at(), reader.zone(), reader.language()),
                text.said(decision.comment()));
    }
}
