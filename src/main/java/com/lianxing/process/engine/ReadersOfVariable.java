package com.lianxing.process.engine;

import java.util.ArrayList;
import java.util.Date;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The timers and due dates that read a variable where it stands. Found by walking the instance in memory, so that what
 * the running transaction has just created is found too, which no query would see.
 */
class ReadersOfVariable {

    private final String expression;

    /** Every scope that is being executed and sees the variable, with the activity that made it one. */
    private final Map<ExecutionEntity, ScopeImpl> scopes = new IdentityHashMap<>();

    private final List<TaskEntity> tasks = new ArrayList<>();

    private ReadersOfVariable(String variable) {
        expression = "${" + variable + "}";
    }

    /** The nearest scope around that holds the variable, else the whole instance. */
    static ExecutionEntity holder(ExecutionEntity execution, String variable) {
        ExecutionEntity scope = execution;
        while (!scope.hasVariableLocal(variable) && scope.getParent() != null) {
            scope = scope.getParent();
        }
        return scope;
    }

    static ReadersOfVariable below(ExecutionEntity holder, String variable) {
        ReadersOfVariable readers = new ReadersOfVariable(variable);
        readers.visit(holder, holder, variable);
        return readers;
    }

    private void visit(ExecutionEntity execution, ExecutionEntity holder, String variable) {
        if (execution.isEventScope() || holder(execution, variable) != holder) {
            return;
        }
        tasks.addAll(execution.getTasks());
        if (execution.getExecutions().isEmpty() && execution.getActivity() != null) {
            execution.createActivityExecutionMapping().forEach((scope, scopeExecution) -> {
                ExecutionEntity entity = (ExecutionEntity) scopeExecution;
                if (holder(entity, variable) == holder) {
                    scopes.put(entity, scope);
                }
            });
        }
        List.copyOf(execution.getExecutions()).forEach(child -> visit(child, holder, variable));
    }

    /** @return ids of the timers' elements */
    List<String> moveTimers(Date to) {
        List<String> moved = new ArrayList<>();
        scopes.forEach((execution, scope) -> timers(scope)
                .filter(timer -> timer.getJobConfiguration().equals("DATE: " + expression))
                .filter(timer -> move(execution, timer, to))
                .map(TimerDeclarationImpl::getActivityId)
                .forEach(moved::add));
        return moved;
    }

    private static Stream<TimerDeclarationImpl> timers(ScopeImpl scope) {
        return Stream.concat(
                TimerDeclarationImpl.getDeclarationsForScope(scope).values().stream(),
                TimerDeclarationImpl.getTimeoutListenerDeclarationsForScope(scope).values().stream()
                        .flatMap(listeners -> listeners.values().stream()));
    }

    /** One that has fired and left its activity going is set again if the new date lies ahead. */
    private static boolean move(ExecutionEntity execution, TimerDeclarationImpl timer, Date to) {
        Optional<JobEntity> job = execution.getJobs().stream()
                .filter(candidate -> timer.getJobDefinitionId().equals(candidate.getJobDefinitionId()))
                .findFirst();
        if (job.isPresent()) {
            timer.resolveAndSetDuedate(execution, (TimerEntity) job.get(), false);
            return true;
        }
        boolean again = !timer.isInterruptingTimer() && to.after(ClockUtil.getCurrentTime());
        if (again) {
            timer.createTimerInstance(execution);
        }
        return again;
    }

    /** @return ids of the user tasks */
    List<String> moveDueDates(Date to) {
        List<String> moved = new ArrayList<>();
        for (TaskEntity task : tasks) {
            Expression due = task.getTaskDefinition().getDueDateExpression();
            if (due != null && due.getExpressionText().equals(expression)) {
                task.setDueDate(to);
                task.triggerUpdateEvent();
                moved.add(task.getTaskDefinitionKey());
            }
        }
        return moved;
    }
}
