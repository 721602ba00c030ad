package com.lianxing.process.fbainbound;

import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** The new date is still to come, and faster transport has a price and a time for the decision. */
@Component
class ReplanLateGoodsRule implements SubmissionRule {

    private final EnteredTimes times;

    ReplanLateGoodsRule(EnteredTimes times) {
        this.times = times;
    }

    @Override
    public String formId() {
        return "fba-inbound-replan-late-goods";
    }

    @Override
    public List<Violation> check(Submission submission) {
        boolean faster = submission
                .text("replanChoice")
                .filter("FASTER_TRANSPORT"::equals)
                .isPresent();
        boolean timed = submission.dateTime("approvalNeededAt").isPresent()
                && submission.zone("approvalNeededZone").isPresent();
        return new Violations()
                .when(times.isInPast(submission, "newReadyDate"), "newReadyDate", "rule.notPast")
                .when(faster && submission.decimal("upgradeUsd").isEmpty(), "upgradeUsd", "rule.upgradePrice")
                .when(faster && !timed, "approvalNeededAt", "rule.decisionTime")
                .when(
                        faster && times.isOver(submission, "approvalNeededAt", "approvalNeededZone"),
                        "approvalNeededAt",
                        "rule.future")
                .list();
    }
}
