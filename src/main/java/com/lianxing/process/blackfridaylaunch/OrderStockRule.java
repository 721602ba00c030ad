package com.lianxing.process.blackfridaylaunch;

import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.util.List;
import org.springframework.stereotype.Component;

/** Stock that a project is started for is sellable before the event. */
@Component
class OrderStockRule implements SubmissionRule {

    private final EnteredTimes times;
    private final Projects projects;

    OrderStockRule(EnteredTimes times, Projects projects) {
        this.times = times;
        this.projects = projects;
    }

    @Override
    public String formId() {
        return "black-friday-launch-order-stock";
    }

    @Override
    public List<Violation> check(Submission submission) {
        boolean starts = submission.text("startsInbound").filter("YES"::equals).isPresent();
        Deadline event = projects.require(
                        new ProjectCode(submission.projectCode().orElseThrow()))
                .target();
        Deadline sellable = new Deadline(
                submission.dateTime("inStockAt").orElseThrow(),
                submission.zone("inStockZone").orElseThrow(),
                DeadlineKind.INTERNAL);
        return new Violations()
                .when(starts && times.isOver(submission, "inStockAt", "inStockZone"), "inStockAt", "rule.future")
                .when(starts && !sellable.instant().isBefore(event.instant()), "inStockAt", "rule.beforeEvent")
                .list();
    }
}
