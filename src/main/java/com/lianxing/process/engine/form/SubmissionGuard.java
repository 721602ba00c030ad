package com.lianxing.process.engine.form;

import com.lianxing.process.engine.CommandField;
import com.lianxing.process.engine.DutyGuards;
import com.lianxing.process.engine.Refusal;
import java.util.Map;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.migration.MigrateProcessInstanceCmd;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/**
 * The one gate of what people submit, whatever path it came by: Tasklist, {@code /engine-rest} or Java. Stands inside
 * the transaction, and hands on to the engine nothing but values that the task's deployed form asks for.
 *
 * <p>An interceptor and not a listener: what a listener throws comes out as HTTP 500 with the engine's words.
 */
class SubmissionGuard extends CommandInterceptor {

    private static final CommandField<String> FORM_TASK =
            CommandField.of(SubmitTaskFormCmd.class, "taskId", String.class);

    @SuppressWarnings("rawtypes")
    private static final CommandField<Map> FORM_VALUES =
            CommandField.of(SubmitTaskFormCmd.class, "properties", Map.class);

    private static final CommandField<String> TASK = CommandField.of(CompleteTaskCmd.class, "taskId", String.class);

    @SuppressWarnings("rawtypes")
    private static final CommandField<Map> VALUES = CommandField.of(CompleteTaskCmd.class, "variables", Map.class);

    private static final CommandField<String> STARTED =
            CommandField.of(SubmitStartFormCmd.class, "processDefinitionId", String.class);
    private static final CommandField<String> BUSINESS_KEY =
            CommandField.of(SubmitStartFormCmd.class, "businessKey", String.class);

    @SuppressWarnings("rawtypes")
    private static final CommandField<Map> START_VALUES =
            CommandField.of(SubmitStartFormCmd.class, "variables", Map.class);

    private static final CommandField<ProcessInstantiationBuilderImpl> BUILDER = CommandField.of(
            StartProcessInstanceCmd.class, "instantiationBuilder", ProcessInstantiationBuilderImpl.class);

    @SuppressWarnings("rawtypes")
    private static final CommandField<Map> ERROR_VALUES =
            CommandField.of(HandleTaskBpmnErrorCmd.class, "variables", Map.class);

    @SuppressWarnings("rawtypes")
    private static final CommandField<Map> ESCALATION_VALUES =
            CommandField.of(HandleTaskEscalationCmd.class, "variables", Map.class);

    private final Submissions submissions;
    private final DutyGuards duty;

    SubmissionGuard(Submissions submissions, DutyGuards duty) {
        this.submissions = submissions;
        this.duty = duty;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof SubmitTaskFormCmd) {
            return task(command, FORM_TASK.get(command), FORM_VALUES, Variables.createVariables());
        }
        if (command instanceof CompleteTaskCmd) {
            return task(command, TASK.get(command), VALUES, null);
        }
        if (command instanceof SubmitStartFormCmd) {
            return startForm(command);
        }
        if (command instanceof StartProcessInstanceCmd && DutyGuards.isPerson()) {
            return start(command);
        }
        refuse(command);
        return next.execute(command);
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private <T> T task(Command<T> command, @Nullable String taskId, CommandField<Map> values, @Nullable Map nothing) {
        CommandContext context = Context.getCommandContext();
        TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
        if (task == null) {
            return next.execute(command);
        }
        return duty.checkedAhead(task, () -> {
            if (command instanceof ResolveTaskCmd) {
                throw Refusal.rule("NO_DELEGATION");
            }
            if (task.isSuspended()) {
                throw Refusal.lost("SUSPENDED");
            }
            submissions.accept(task, Submitted.plain(values.get(command)), context);
            // The values are set already, and here they would be kept as form properties in the history.
            values.set(command, nothing);
            return next.execute(command);
        });
    }

    @SuppressWarnings("unchecked")
    private <T> T startForm(Command<T> command) {
        CommandContext context = Context.getCommandContext();
        ProcessDefinitionEntity definition = definition(String.valueOf(STARTED.get(command)), context);
        return (T) started(definition, BUSINESS_KEY.get(command), START_VALUES.get(command), context);
    }

    @SuppressWarnings("unchecked")
    private <T> T start(Command<T> command) {
        CommandContext context = Context.getCommandContext();
        ProcessInstantiationBuilderImpl builder = BUILDER.get(command);
        if (builder == null) {
            return next.execute(command);
        }
        ProcessDefinitionEntity definition = builder.getProcessDefinitionId() != null
                ? definition(builder.getProcessDefinitionId(), context)
                : context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findDeployedLatestProcessDefinitionByKey(builder.getProcessDefinitionKey());
        return (T) started(definition, builder.getBusinessKey(), builder.getVariables(), context);
    }

    private static ProcessDefinitionEntity definition(String id, CommandContext context) {
        return context.getProcessEngineConfiguration().getDeploymentCache().findDeployedProcessDefinitionById(id);
    }

    /** Starts with the accepted values instead of the submitted ones. */
    private Object started(
            ProcessDefinitionEntity definition,
            @Nullable String businessKey,
            @Nullable Map<String, ?> values,
            CommandContext context) {
        context.getProcessEngineConfiguration()
                .getCommandCheckers()
                .forEach(checker -> checker.checkCreateProcessInstance(definition));
        if (businessKey != null && !businessKey.isBlank()) {
            throw Refusal.rule("CODE_IS_GENERATED");
        }
        Submissions.Start start = submissions.start(definition, Submitted.plain(values), context);
        ProcessInstantiationBuilderImpl builder =
                (ProcessInstantiationBuilderImpl) ProcessInstantiationBuilderImpl.createProcessInstanceById(
                        context.getProcessEngineConfiguration().getCommandExecutorTxRequired(), definition.getId());
        builder.setVariables(start.variables());
        var instance = new StartProcessInstanceCmd(builder).execute(context);
        ExecutionEntity execution = context.getExecutionManager().findExecutionById(instance.getId());
        String code = execution == null ? null : execution.getBusinessKey();
        submissions.record(start.submission(), instance.getId(), code == null ? "" : code);
        return instance;
    }

    private static void refuse(Command<?> command) {
        if (command instanceof StartProcessInstanceAtActivitiesCmd && DutyGuards.isPerson()) {
            throw Refusal.rule("START_BY_FORM");
        }
        // The engine asks its own checkers about this one with rights switched off, when nobody is a person any more.
        if (command instanceof MigrateProcessInstanceCmd && DutyGuards.isPerson()) {
            throw Refusal.duty("MIGRATION_BY_RELEASE");
        }
        boolean variables = command instanceof HandleTaskBpmnErrorCmd && isFilled(ERROR_VALUES.get(command))
                || command instanceof HandleTaskEscalationCmd && isFilled(ESCALATION_VALUES.get(command));
        if (variables && DutyGuards.isPerson()) {
            throw Refusal.duty("VARIABLES_BY_FORM");
        }
    }

    private static boolean isFilled(@Nullable Map<?, ?> variables) {
        return variables != null && !variables.isEmpty();
    }
}
