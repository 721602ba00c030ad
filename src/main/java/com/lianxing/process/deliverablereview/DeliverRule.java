package com.lianxing.process.deliverablereview;

import com.lianxing.deliverable.Deliverables;
import com.lianxing.document.Document;
import com.lianxing.process.engine.Work;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import com.lianxing.project.ProjectCode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A version is another file than those before it: a verdict on a hash would speak of both. */
@Component
class DeliverRule implements SubmissionRule {

    private final Deliverables deliverables;
    private final FileOfVersion files;

    DeliverRule(Deliverables deliverables, FileOfVersion files) {
        this.deliverables = deliverables;
        this.files = files;
    }

    @Override
    public String formId() {
        return "deliverable-review-deliver";
    }

    @Override
    public List<Violation> check(Submission submission) {
        Work work = submission.work();
        String project = submission.projectCode().orElse(null);
        UUID id = submission
                .variable(DeliverableReview.WORK_ITEM_ID)
                .map(UUID::fromString)
                .orElse(null);
        if (work == null || project == null || id == null) {
            return List.of();
        }
        Violations violations = new Violations();
        Optional<Document> file = files.enteredAt(work.taskId(), new ProjectCode(project));
        if (file.isEmpty()) {
            violations.add(Violation.general("rule.versionMissing"));
        }
        file.flatMap(entered -> deliverables.versions(id).stream()
                        .filter(version -> version.sha256().equals(entered.sha256()))
                        .findFirst())
                .ifPresent(same -> violations.add(Violation.general("rule.sameVersion", same.number())));
        return violations.list();
    }
}
