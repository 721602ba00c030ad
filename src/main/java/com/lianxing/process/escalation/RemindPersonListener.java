package com.lianxing.process.escalation;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/**
 * {@code ${remindPersonListener}}: a {@code timeout} listener that looks at an open task again and again, reminds its
 * person, and reports it when it is too late. Changes nothing about the task.
 */
@Component
class RemindPersonListener implements TaskListener {

    private final StepWatch watch;

    RemindPersonListener(StepWatch watch) {
        this.watch = watch;
    }

    @Override
    public void notify(DelegateTask task) {
        watch.look((TaskEntity) task);
    }
}
