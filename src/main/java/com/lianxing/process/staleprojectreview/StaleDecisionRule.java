package com.lianxing.process.staleprojectreview;

import com.lianxing.access.People;
import com.lianxing.process.ProjectChanges;
import com.lianxing.process.engine.form.EnteredTimes;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What goes on is looked at again before long; what is closed is closed by whoever may cancel it. */
@Component
class StaleDecisionRule implements SubmissionRule {

    private static final int MOST_DAYS = 90;

    private final Projects projects;
    private final ProjectChanges changes;
    private final People people;
    private final EnteredTimes times;

    StaleDecisionRule(Projects projects, ProjectChanges changes, People people, EnteredTimes times) {
        this.projects = projects;
        this.changes = changes;
        this.people = people;
        this.times = times;
    }

    @Override
    public String formId() {
        return "stale-project-review-decide";
    }

    @Override
    public List<Violation> check(Submission submission) {
        Project project =
                projects.require(new ProjectCode(submission.projectCode().orElseThrow()));
        boolean closes =
                submission.text("staleDecision").filter("CLOSE"::equals).isPresent();
        Optional<LocalDate> next = submission.date("nextReviewOn");
        LocalDate today = times.today(submission);
        boolean outside = next.filter(day -> !day.isAfter(today) || day.isAfter(today.plusDays(MOST_DAYS)))
                .isPresent();
        boolean may = Optional.ofNullable(submission.person().personId())
                .flatMap(people::find)
                .filter(person -> changes.mayAsk(project, person))
                .isPresent();
        return new Violations()
                .when(!closes && next.isEmpty(), "nextReviewOn", "rule.nextReview", MOST_DAYS)
                .when(outside, "nextReviewOn", "rule.nextReview", MOST_DAYS)
                .when(closes && !may, "staleDecision", "rule.linkedNotYours", project.code())
                .list();
    }
}
