package com.lianxing.process.engine;

import com.lianxing.audit.AuditRecorder;
import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.project.Projects;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves a deadline that timers and due dates read from a variable: the variable, the timers that wait for it, and what
 * stands on the open tasks, all or nothing, with the old and the new date in the project's trail. Setting the variable
 * alone moves no timer that is already set.
 */
@Component
public class Deadlines {

    /** At a task: its due date is what a person decided, and no plan moves it. */
    public static final Var<Boolean> DECIDED = Var.flag("dueDateDecided");

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final AuditRecorder audit;
    private final ActingPerson actor;

    Deadlines(ObjectProvider<ProcessEngineConfigurationImpl> engine, AuditRecorder audit, ActingPerson actor) {
        this.engine = engine;
        this.audit = audit;
        this.actor = actor;
    }

    /**
     * Moves it because what it derives from has moved: the sailing, the delivery window, the target date. Callable from
     * a delegate and from a service; a job that is due by the new date runs after the commit. A reminder that was sent
     * for the old date is due again for the new one.
     *
     * <p>Nobody's rights are asked: the caller has checked that the fact is one. A legal deadline moves in no other way,
     * whatever a person wishes.
     *
     * @param executionId of the instance, or of an execution from which the variable is seen. It is moved where it
     *     stands, for all below that see it; if it stands nowhere yet, it is set for the whole instance. Processes that
     *     were called with a copy of it are moved each by its own call
     * @param reason which fact moved, in plain words for the trail, e.g. {@code VESSEL_ROLLED}
     * @return what it was before, and which elements of the model moved with it; nothing is written if it is the same
     * @throws IllegalArgumentException if there is no such execution
     */
    @Transactional
    public Moved move(String executionId, Var<Date> deadline, Deadline to, String reason) {
        return engine.getObject().getCommandExecutorTxRequired().execute(context -> {
            Callable<Moved> move = () -> move(context, executionId, deadline, to, reason);
            return context.runWithoutAuthorization(move);
        });
    }

    /**
     * Gives one open task another due date because a person wishes it: the variable it reads, with all else that reads
     * it, or the task alone where its date is its own.
     *
     * @param reason in the person's words
     * @throws IllegalArgumentException if the deadline is a legal one, or the task has ended
     */
    @Transactional
    public void extend(String taskId, Deadline to, String reason) {
        engine.getObject().getCommandExecutorTxRequired().execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            if (task == null || StepDeadline.of(task).kind() == DeadlineKind.LEGAL) {
                throw new IllegalArgumentException("no task that can be extended: " + taskId);
            }
            Expression reads = task.getTaskDefinition().getDueDateExpression();
            if (reads != null && AllowedExpressions.isName(reads.getExpressionText())) {
                Var<Date> deadline = Var.date(AllowedExpressions.nameIn(reads.getExpressionText()));
                return move(context, task.getExecutionId(), deadline, to, reason);
            }
            Date before = task.getDueDate();
            task.setDueDate(Date.from(to.instant()));
            DECIDED.setLocal(task, true);
            task.triggerUpdateEvent();
            List<String> moved = List.of(task.getTaskDefinitionKey());
            record(task.getExecution(), task.getTaskDefinitionKey(), before, to, reason, moved);
            return new Moved(before, moved);
        });
    }

    private Moved move(CommandContext context, String executionId, Var<Date> deadline, Deadline to, String reason) {
        ExecutionEntity execution = context.getExecutionManager().findExecutionById(executionId);
        if (execution == null) {
            throw new IllegalArgumentException("no such execution: " + executionId);
        }
        ExecutionEntity holder = ReadersOfVariable.holder(execution, deadline.name());
        Date before = deadline.find(holder).orElse(null);
        Date after = Date.from(to.instant());
        if (after.equals(before)) {
            return new Moved(null, List.of());
        }
        deadline.setLocal(holder, after);
        ReadersOfVariable readers = ReadersOfVariable.below(holder, deadline.name());
        List<String> moved = new ArrayList<>(readers.moveTimers(after));
        moved.addAll(readers.moveDueDates(after));
        record(holder, deadline.name(), before, to, reason, moved);
        return new Moved(before, List.copyOf(moved));
    }

    private void record(
            ExecutionEntity holder,
            String deadline,
            @Nullable Date before,
            Deadline to,
            String reason,
            List<String> moved) {
        Map<String, @Nullable Object> entry = new HashMap<>();
        entry.put("deadline", deadline);
        entry.put("kind", to.kind());
        entry.put("before", before == null ? null : before.toInstant());
        entry.put("after", to.instant());
        entry.put("local", to.local());
        entry.put("zone", to.zone().getId());
        entry.put("reason", reason);
        entry.put("instance", holder.getProcessInstanceId());
        entry.put("moved", moved);
        String code = Objects.requireNonNull(
                holder.getProcessBusinessKey(), "a deadline is moved in a project, and this instance has no code yet");
        audit.record(actor.id(), Projects.SUBJECT, code, "deadline.moved", entry);
    }

    /**
     * How a deadline moved.
     *
     * @param before what it was; null if it was never set, or if it did not move at all
     * @param elements ids of the timers and user tasks in the model that moved with it
     */
    public record Moved(@Nullable Date before, List<String> elements) {}
}
