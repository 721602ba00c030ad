package com.lianxing.process.engine;

import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * One open user task, as a rule sees it.
 *
 * @param processKey id of the process in its model, for example {@code budget-approval}
 * @param taskKey id of the user task in its model
 * @param processInstanceId of the instance the task belongs to, not of the one that called it
 * @param projectCode the business key; null only before the project has its code
 */
public record Work(
        String taskId,
        String processKey,
        String taskKey,
        String processInstanceId,
        String executionId,
        @Nullable String projectCode) {

    /** Inside an engine command only. */
    public static Work of(TaskEntity task) {
        return new Work(
                task.getId(),
                task.getProcessDefinition().getKey(),
                task.getTaskDefinitionKey(),
                task.getProcessInstanceId(),
                task.getExecutionId(),
                task.getProcessInstance().getBusinessKey());
    }
}
