package com.lianxing.process.engine;

import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.errorcode.BuiltinExceptionCode;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Outermost, so that it sees what the commit says: turns a person's lost race into a {@link Refusal} with a sentence.
 * Leaves jobs alone, whose executor retries on an {@link OptimisticLockingException}.
 */
class LostRaces extends CommandInterceptor {

    private static final Map<Class<?>, CommandField<String>> TASK_OF = Map.of(
            SubmitTaskFormCmd.class, CommandField.of(SubmitTaskFormCmd.class, "taskId", String.class),
            CompleteTaskCmd.class, CommandField.of(CompleteTaskCmd.class, "taskId", String.class),
            ClaimTaskCmd.class, CommandField.of(ClaimTaskCmd.class, "taskId", String.class));

    private final ProcessEngineConfigurationImpl configuration;

    LostRaces(ProcessEngineConfigurationImpl configuration) {
        this.configuration = configuration;
    }

    @Override
    public <T> T execute(Command<T> command) {
        boolean asked = Context.getCommandContext() == null
                && configuration.getIdentityService().getCurrentAuthentication() != null;
        if (!asked) {
            return next.execute(command);
        }
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            Refusal refusal = refusal(e, command);
            RuntimeException failure = refusal == null ? e : refusal;
            FailureOfRequest.keep(failure);
            throw failure;
        }
    }

    private @Nullable Refusal refusal(RuntimeException failure, Command<?> command) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof Refusal refusal) {
                return refusal;
            }
        }
        if (failure instanceof TaskAlreadyClaimedException claimed) {
            return because(Refusal.lost("ALREADY_CLAIMED", claimed.getTaskAssignee()), failure);
        }
        if (failure instanceof SuspendedEntityInteractionException) {
            return because(Refusal.lost("SUSPENDED"), failure);
        }
        if (failure instanceof OptimisticLockingException || isDeadlock(failure)) {
            return because(Refusal.lost("LOST_RACE"), failure);
        }
        if (DatabaseAway.isCauseOf(failure)) {
            return null;
        }
        String taskId = TASK_OF.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(command))
                .map(entry -> entry.getValue().get(command))
                .findFirst()
                .orElse(null);
        return taskId == null ? null : next.execute(context -> overOrUnknown(taskId, failure, context));
    }

    /** What a second completion of one task meets, also when the first was committed in the middle of it. */
    private static @Nullable Refusal overOrUnknown(String taskId, RuntimeException failure, CommandContext context) {
        if (context.getTaskManager().findTaskById(taskId) != null) {
            return null;
        }
        boolean known = context.getHistoricTaskInstanceManager().findHistoricTaskInstanceById(taskId) != null;
        return because(known ? Refusal.lost("TASK_DONE") : Refusal.notFound("TASK_UNKNOWN"), failure);
    }

    private static boolean isDeadlock(RuntimeException failure) {
        return failure instanceof ProcessEngineException e && e.getCode() == BuiltinExceptionCode.DEADLOCK.getCode();
    }

    private static Refusal because(Refusal refusal, RuntimeException cause) {
        refusal.initCause(cause);
        return refusal;
    }
}
