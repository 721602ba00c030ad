package com.lianxing.process.staleprojectreview;

import com.lianxing.access.People;
import com.lianxing.audit.CanonicalJson;
import com.lianxing.process.Messages;
import com.lianxing.process.ProjectChanges;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.lifecycle.ProjectProcess;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_askToCancel}: a project ends by its own process, with its costs and its holds. */
@Component
class AskToCancelDelegate implements JavaDelegate {

    private final ProjectChanges changes;
    private final People people;
    private final ActingPerson actor;

    AskToCancelDelegate(ProjectChanges changes, People people, ActingPerson actor) {
        this.changes = changes;
        this.people = people;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        changes.report(
                new Messages.Report(
                        "stale:" + execution.getProcessInstanceId(),
                        ProjectProcess.project(execution),
                        ProjectProcess.CANCEL_REQUESTED,
                        null,
                        null,
                        CanonicalJson.of(Map.of("reason", StaleProjectReview.REASON.in(execution))),
                        actor.id(),
                        null),
                people.require(actor.id()));
    }
}
