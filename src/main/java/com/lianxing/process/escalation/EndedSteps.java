package com.lianxing.process.escalation;

import com.lianxing.notification.Outbox;
import com.lianxing.process.engine.AsApplication;
import com.lianxing.process.engine.TaskObserver;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Ends the reminders and the escalations about a step with the step. The escalations just before the commit, in the same transaction: the escalation runs
 * in an instance that the step's own one has called, and the engine must have finished with that one.
 */
@Component
class EndedSteps implements TaskObserver {

    private final RuntimeService runtime;
    private final AsApplication application;
    private final Outbox outbox;

    EndedSteps(@Lazy RuntimeService runtime, @Lazy AsApplication application, Outbox outbox) {
        this.runtime = runtime;
        this.application = application;
        this.outbox = outbox;
    }

    @Override
    public void ended(TaskEntity task) {
        String project = task.getProcessInstance().getBusinessKey();
        if (project == null || !StepWatch.isWatched(task)) {
            return;
        }
        String taskId = task.getId();
        outbox.withdraw(taskId);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                application.run(() -> close(project, taskId));
            }
        });
    }

    private void close(String project, String taskId) {
        runtime.createMessageCorrelation(Escalation.STEP_ENDED)
                .processInstanceBusinessKey(project)
                .processInstanceVariableEquals(Escalation.OVERDUE_TASK_ID.name(), taskId)
                .correlateAll();
    }
}
