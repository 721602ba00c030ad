package com.lianxing.process.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCommentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.GetProcessInstanceCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskEventsCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateCommentCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * Comments and attachments, for which the engine asks no right of anybody. Who may work on a task may write on it, and
 * what is written stays; who may read its history reads it. Files go into the project tab, never onto the task.
 */
class NoteGuard extends CommandInterceptor {

    private static final Set<Class<?>> FILES =
            Set.of(CreateAttachmentCmd.class, SaveAttachmentCmd.class, DeleteAttachmentCmd.class);
    private static final Set<Class<?>> CHANGES =
            Set.of(UpdateCommentCmd.class, DeleteTaskCommentCmd.class, DeleteProcessInstanceCommentCmd.class);

    private static final CommandField<String> TASK = CommandField.of(AddCommentCmd.class, "taskId", String.class);
    private static final CommandField<String> INSTANCE =
            CommandField.of(AddCommentCmd.class, "processInstanceId", String.class);
    private static final CommandField<String> COMMENTS_OF =
            CommandField.of(GetTaskCommentsCmd.class, "taskId", String.class);
    private static final CommandField<String> COMMENT_OF =
            CommandField.of(GetTaskCommentCmd.class, "taskId", String.class);
    private static final CommandField<String> EVENTS_OF =
            CommandField.of(GetTaskEventsCmd.class, "taskId", String.class);
    private static final CommandField<String> COMMENTS_OF_INSTANCE =
            CommandField.of(GetProcessInstanceCommentsCmd.class, "processInstanceId", String.class);

    private final ProcessEngineConfigurationImpl configuration;
    private final DutyChecker duty;

    NoteGuard(ProcessEngineConfigurationImpl configuration, DutyChecker duty) {
        this.configuration = configuration;
        this.duty = duty;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Actor.isPerson()) {
            check(command);
        }
        return next.execute(command);
    }

    private void check(Command<?> command) {
        if (FILES.contains(command.getClass())) {
            throw Refusal.rule("FILES_IN_PROJECT_TAB");
        }
        if (CHANGES.contains(command.getClass())) {
            throw Refusal.duty("COMMENTS_STAY");
        }
        if (command instanceof AddCommentCmd) {
            write(TASK.get(command), INSTANCE.get(command));
        } else if (command instanceof GetTaskCommentsCmd) {
            readOfTask(COMMENTS_OF.get(command));
        } else if (command instanceof GetTaskCommentCmd) {
            readOfTask(COMMENT_OF.get(command));
        } else if (command instanceof GetTaskEventsCmd) {
            readOfTask(EVENTS_OF.get(command));
        } else if (command instanceof GetProcessInstanceCommentsCmd) {
            readOfInstance(COMMENTS_OF_INSTANCE.get(command));
        }
    }

    /** Under an open task, and never under somebody else's instance beside it. */
    private void write(@Nullable String taskId, @Nullable String instanceId) {
        TaskEntity task = taskId == null
                ? null
                : Context.getCommandContext().getTaskManager().findTaskById(taskId);
        if (task == null) {
            throw taskId == null ? Refusal.duty("COMMENT_ON_TASK") : Refusal.lost("TASK_DONE");
        }
        if (instanceId != null && !instanceId.equals(task.getProcessInstanceId())) {
            throw Refusal.duty("COMMENT_ON_TASK");
        }
        duty.checkNote(task);
    }

    private void readOfTask(@Nullable String taskId) {
        boolean readable = taskId != null
                && configuration
                                .getHistoryService()
                                .createHistoricTaskInstanceQuery()
                                .taskId(taskId)
                                .count()
                        == 1;
        if (!readable) {
            throw Refusal.notFound("TASK_UNKNOWN");
        }
    }

    private void readOfInstance(@Nullable String instanceId) {
        boolean readable = instanceId != null
                && configuration
                                .getHistoryService()
                                .createHistoricProcessInstanceQuery()
                                .processInstanceId(instanceId)
                                .count()
                        == 1;
        if (!readable) {
            throw Refusal.notFound("UNKNOWN_THING");
        }
    }
}
