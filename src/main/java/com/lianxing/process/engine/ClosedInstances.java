package com.lianxing.process.engine;

import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricTaskInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricVariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * What no person does to a running project, whatever his rights: set variables beside the form, move, stop, suspend,
 * migrate or delete instances, fire timers, correlate messages, delete history. The application does these things, for
 * reasons that are recorded; a person asks the application.
 */
class ClosedInstances extends AuthorizationCommandChecker {

    @Override
    public void checkCreateProcessInstance(ProcessDefinition definition) {
        Command<?> command = Context.getCommandInvocationContext().getCommand();
        // These two pass the submission guard; every other way to a new instance passes the form by.
        if (!(command instanceof SubmitStartFormCmd) && !(command instanceof StartProcessInstanceCmd)) {
            refusePeople("START_BY_FORM");
        }
        super.checkCreateProcessInstance(definition);
    }

    @Override
    public void checkUpdateTaskVariable(TaskEntity task) {
        refusePeople("VARIABLES_BY_FORM");
    }

    @Override
    public void checkUpdateProcessInstanceVariables(ExecutionEntity execution) {
        refusePeople("VARIABLES_BY_FORM");
    }

    @Override
    public void checkUpdateProcessInstance(ExecutionEntity execution) {
        refusePeople("INSTANCE_BY_APPLICATION");
    }

    @Override
    public void checkUpdateProcessInstanceById(String processInstanceId) {
        refusePeople("INSTANCE_BY_APPLICATION");
    }

    @Override
    public void checkUpdateProcessInstanceByProcessDefinitionId(String processDefinitionId) {
        refusePeople("INSTANCE_BY_APPLICATION");
    }

    @Override
    public void checkUpdateProcessInstanceByProcessDefinitionKey(String processDefinitionKey) {
        refusePeople("INSTANCE_BY_APPLICATION");
    }

    @Override
    public void checkUpdateProcessInstanceSuspensionStateById(String processInstanceId) {
        refusePeople("INSTANCE_BY_APPLICATION");
    }

    @Override
    public void checkUpdateProcessInstanceSuspensionState(ExecutionEntity execution) {
        refusePeople("INSTANCE_BY_APPLICATION");
    }

    @Override
    public void checkUpdateProcessInstanceSuspensionStateByProcessDefinitionId(String processDefinitionId) {
        refusePeople("INSTANCE_BY_APPLICATION");
    }

    @Override
    public void checkUpdateProcessInstanceSuspensionStateByProcessDefinitionKey(String processDefinitionKey) {
        refusePeople("INSTANCE_BY_APPLICATION");
    }

    @Override
    public void checkDeleteProcessInstance(ExecutionEntity execution) {
        refusePeople("INSTANCE_BY_APPLICATION");
    }

    @Override
    public void checkMigrateProcessInstance(ExecutionEntity instance, ProcessDefinition target) {
        refusePeople("MIGRATION_BY_RELEASE");
    }

    @Override
    public void checkCreateMigrationPlan(ProcessDefinition source, ProcessDefinition target) {
        refusePeople("MIGRATION_BY_RELEASE");
    }

    @Override
    public void checkUpdateProcessDefinitionSuspensionStateById(String processDefinitionId) {
        refusePeople("DEFINITION_BY_RELEASE");
    }

    @Override
    public void checkUpdateProcessDefinitionSuspensionStateByKey(String processDefinitionKey) {
        refusePeople("DEFINITION_BY_RELEASE");
    }

    @Override
    public void checkDeleteProcessDefinitionById(String processDefinitionId) {
        refusePeople("DEFINITION_BY_RELEASE");
    }

    @Override
    public void checkDeleteProcessDefinitionByKey(String processDefinitionKey) {
        refusePeople("DEFINITION_BY_RELEASE");
    }

    @Override
    public void checkDeleteDeployment(String deploymentId) {
        refusePeople("DEFINITION_BY_RELEASE");
    }

    /** Due dates and the firing of timers; the retries of a failed job stay a matter of rights. */
    @Override
    public void checkUpdateJob(JobEntity job) {
        refusePeople("INSTANCE_BY_APPLICATION");
    }

    /** How long history is kept is the model's to say. */
    @Override
    public void checkUpdateProcessDefinitionById(String processDefinitionId) {
        refusePeople("DEFINITION_BY_RELEASE");
    }

    @Override
    public void checkUpdateProcessDefinitionByKey(String processDefinitionKey) {
        refusePeople("DEFINITION_BY_RELEASE");
    }

    @Override
    public void checkUpdateDecisionDefinitionById(String decisionDefinitionId) {
        refusePeople("DEFINITION_BY_RELEASE");
    }

    @Override
    public void checkDeleteUserOperationLog(UserOperationLogEntry entry) {
        refusePeople("HISTORY_KEPT");
    }

    @Override
    public void checkUpdateUserOperationLog(UserOperationLogEntry entry) {
        refusePeople("HISTORY_KEPT");
    }

    @Override
    public void checkDeleteHistoricTaskInstance(HistoricTaskInstanceEntity task) {
        refusePeople("HISTORY_KEPT");
    }

    @Override
    public void checkDeleteHistoricProcessInstance(HistoricProcessInstance instance) {
        refusePeople("HISTORY_KEPT");
    }

    @Override
    public void checkDeleteHistoricDecisionInstance(String decisionDefinitionKey) {
        refusePeople("HISTORY_KEPT");
    }

    @Override
    public void checkDeleteHistoricDecisionInstance(HistoricDecisionInstance decisionInstance) {
        refusePeople("HISTORY_KEPT");
    }

    @Override
    public void checkDeleteHistoricVariableInstance(HistoricVariableInstanceEntity variable) {
        refusePeople("HISTORY_KEPT");
    }

    @Override
    public void checkDeleteHistoricVariableInstancesByProcessInstance(HistoricProcessInstanceEntity instance) {
        refusePeople("HISTORY_KEPT");
    }

    /** @throws Refusal if a person asked for this, and not the application */
    static void refusePeople(String rule) {
        if (Actor.isPerson()) {
            throw Refusal.duty(rule);
        }
    }
}
