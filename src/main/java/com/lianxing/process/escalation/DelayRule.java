package com.lianxing.process.escalation;

import com.lianxing.access.Person;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** What each level may decide about a delay, and what belongs to each decision. */
@Component
class DelayRule implements SubmissionRule {

    private final LateSteps steps;
    private final EnteredTimes times;

    DelayRule(LateSteps steps, EnteredTimes times) {
        this.steps = steps;
        this.times = times;
    }

    @Override
    public String formId() {
        return Escalation.FORM;
    }

    @Override
    public List<Violation> check(Submission submission) {
        String decision = submission.text("delayDecision").orElse("");
        long level = submission.variable(Escalation.LEVEL).orElse(1L);
        boolean changes = decision.equals(Escalation.REASSIGN) || decision.equals(Escalation.EXTEND);
        boolean legal = submission
                .variable(Escalation.DEADLINE_KIND)
                .filter(DeadlineKind.LEGAL.name()::equals)
                .isPresent();
        boolean extend = decision.equals(Escalation.EXTEND);
        boolean reassign = decision.equals(Escalation.REASSIGN);
        return new Violations()
                .when(extend && legal, "delayDecision", "escalation.legalStays")
                .when(changes && level < Escalation.LEVEL_THAT_CHANGES, "delayDecision", "escalation.handUpFirst")
                .when(decision.equals(Escalation.HAND_UP) && level >= Ladder.top(), "delayDecision", "escalation.top")
                .when(
                        changes
                                && submission
                                        .text("delayReason")
                                        .filter(text -> !text.isBlank())
                                        .isEmpty(),
                        "delayReason",
                        "escalation.reasonMissing")
                .when(
                        extend
                                && (submission.text("newDueAt").isEmpty()
                                        || submission.text("newDueZone").isEmpty()),
                        "newDueAt",
                        "escalation.dateMissing")
                .when(extend && times.isOver(submission, "newDueAt", "newDueZone"), "newDueAt", "escalation.datePast")
                .when(reassign && !isEligible(submission), "newPerson", "escalation.notEligible")
                .list();
    }

    private boolean isEligible(Submission submission) {
        return submission
                .variable(Escalation.OVERDUE_TASK_ID)
                .flatMap(task -> submission
                        .text("newPerson")
                        .filter(person ->
                                steps.eligible(task).stream().map(Person::id).anyMatch(person::equals)))
                .isPresent();
    }
}
