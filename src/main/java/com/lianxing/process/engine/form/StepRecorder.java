package com.lianxing.process.engine.form;

import com.lianxing.audit.AuditEntry;
import com.lianxing.audit.AuditTrail;
import com.lianxing.audit.ShownViews;
import com.lianxing.calendar.Clock;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.Var;
import com.lianxing.process.engine.Work;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectSteps;
import com.lianxing.project.Projects;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Keeps each submission as a step of its project and in the project's audit trail. Not a decision on money: the approval
 * module keeps and audits that itself.
 */
@Component
class StepRecorder implements SubmissionRecorder {

    private static final Set<String> KEPT = Set.of(
            "fba-inbound",
            "fba-shipment",
            "fda-certification",
            "black-friday-launch",
            "deal-submission",
            "quote-comparison",
            "deliverable-review",
            "amazon-operation",
            "stale-project-review",
            "obligation-renewal",
            "adverse-event",
            "supplier-verification",
            "escalation");
    private static final Var<String> SHIPMENT_ID = Var.string("shipmentId");

    private final ProjectSteps steps;
    private final AuditTrail trail;
    private final ShownViews views;
    private final Clock clock;

    StepRecorder(ProjectSteps steps, AuditTrail trail, ShownViews views, Clock clock) {
        this.steps = steps;
        this.trail = trail;
        this.views = views;
        this.clock = clock;
    }

    @Override
    public void record(Submission submission, String processInstanceId, String projectCode) {
        if (!KEPT.contains(submission.processKey())) {
            return;
        }
        ProjectCode code = new ProjectCode(projectCode);
        Reader reader = submission.person();
        String person = reader.personId();
        if (person == null) {
            throw new IllegalStateException("nobody submitted " + submission.formId() + " of " + code);
        }
        Instant now = clock.now();
        String step = stepName(submission);
        Work work = submission.work();
        steps.record(
                code,
                submission.variable(SHIPMENT_ID).orElse(null),
                step,
                work == null ? processInstanceId : work.taskId(),
                person,
                now,
                submission.values(),
                submission.formHash());
        trail.append(new AuditEntry(
                Projects.SUBJECT,
                code.value(),
                submission.processKey() + "." + step,
                person,
                null,
                now,
                reader.zone().getId(),
                submission.values(),
                work == null ? null : views.lastShown(work.taskId(), person).orElse(null),
                null,
                submission.processDefinitionId()));
    }

    /** As the form is named, without the process; a task without a form goes by its id. */
    private static String stepName(Submission submission) {
        String form = submission.formId();
        Work work = submission.work();
        if (form.isEmpty() && work != null) {
            return work.taskKey();
        }
        String prefix = submission.processKey() + "-";
        return form.startsWith(prefix) ? form.substring(prefix.length()) : form;
    }
}
