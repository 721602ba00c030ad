package com.lianxing.process.lifecycle;

import com.lianxing.process.engine.AsApplication;
import com.lianxing.process.engine.form.Submission;
import com.lianxing.process.engine.form.SubmissionRule;
import com.lianxing.process.engine.form.Violation;
import com.lianxing.process.engine.form.Violations;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.springframework.stereotype.Component;

/**
 * A project is not closed while something beside its plan is undecided: a change of its budget or date, a date at risk. Its
 * process would go on without it. A late step that is being chased ends with the step.
 */
@Component
public class NothingElseOpen {

    private static final Set<String> WORK = Set.of("userTask", "callActivity");
    private static final String FIELD = "lessons";
    private static final String ESCALATION = "callActivity_escalate";

    private final RuntimeService runtime;
    private final AsApplication application;

    NothingElseOpen(RuntimeService runtime, AsApplication application) {
        this.runtime = runtime;
        this.application = application;
    }

    /** For the form that closes a project of one kind. */
    public SubmissionRule of(String formId) {
        return new OfForm(formId);
    }

    /** How much waits in the same process beside the step. */
    private long besides(String processInstance, String step) {
        ActivityInstance root =
                Objects.requireNonNull(application.call(() -> runtime.getActivityInstance(processInstance)));
        Deque<ActivityInstance> open = new ArrayDeque<>(List.of(root));
        long besides = 0;
        while (!open.isEmpty()) {
            ActivityInstance one = open.pop();
            open.addAll(List.of(one.getChildActivityInstances()));
            boolean isBeside = WORK.contains(one.getActivityType())
                    && !one.getActivityId().equals(step)
                    && !one.getActivityId().equals(ESCALATION);
            besides += isBeside ? 1 : 0;
        }
        return besides;
    }

    private final class OfForm implements SubmissionRule {

        private final String formId;

        private OfForm(String formId) {
            this.formId = formId;
        }

        @Override
        public String formId() {
            return formId;
        }

        @Override
        public List<Violation> check(Submission submission) {
            if (submission.work() == null) {
                return List.of();
            }
            long besides = besides(
                    submission.work().processInstanceId(), submission.work().taskKey());
            return new Violations()
                    .when(besides > 0, FIELD, "rule.stillOpen", besides)
                    .list();
        }
    }
}
