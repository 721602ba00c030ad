package com.lianxing.process;

import com.lianxing.project.ProjectCode;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where a process may stand between two transactions, as its deployed model says: tasks of people and of outside
 * workers, messages and timers waited for, and calls of other processes. Each is a path of element ids from the process
 * through its call activities, e.g. {@code callActivity_approveOrder/userTask_decide}.
 */
@Component
public class WaitStates {

    private final RepositoryService repository;
    private final JdbcClient jdbc;

    WaitStates(RepositoryService repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /** All of the process and of what it calls. */
    public Set<String> of(String process) {
        return collect(process, "", node -> isWork(node) || isEvent(node) || node instanceof CallActivity);
    }

    /** Those where something is waited for by itself, and not beside or above something else. */
    public Set<String> placesOf(String process) {
        return collect(process, "", node -> isWork(node) || isEvent(node) && node instanceof IntermediateCatchEvent);
    }

    private Set<String> collect(String process, String scope, Predicate<FlowNode> wanted) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        Set<String> found = new TreeSet<>();
        repository
                .getBpmnModelInstance(definition)
                .getModelElementsByType(FlowNode.class)
                .forEach(node -> {
                    if (wanted.test(node)) {
                        found.add(scope + node.getId());
                    }
                    if (node instanceof CallActivity call) {
                        found.addAll(collect(call.getCalledElement(), scope + call.getId() + "/", wanted));
                    }
                });
        return found;
    }

    private static boolean isWork(FlowNode node) {
        return node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof ServiceTask task && "external".equals(task.getCamundaType());
    }

    private static boolean isEvent(FlowNode node) {
        return node instanceof CatchEvent event
                && event.getEventDefinitions().stream()
                        .anyMatch(definition -> definition instanceof TimerEventDefinition
                                || definition instanceof MessageEventDefinition);
    }

    /** Where the project, and everything that it called, stands now. */
    public Set<String> now(ProjectCode project) {
        return Set.copyOf(
                jdbc.sql("""
                        with recursive instance as (
                          select proc_inst_id_ as id, '' as scope from act_ru_execution
                          where business_key_ = ? and parent_id_ is null and super_exec_ is null
                          union all
                          select called.proc_inst_id_, instance.scope || caller.act_id_ || '/'
                          from instance join act_ru_execution caller on caller.proc_inst_id_ = instance.id
                          join act_ru_execution called on called.super_exec_ = caller.id_)
                        select distinct scope || element from instance, lateral (
                          select act_id_ as element from act_hi_actinst where proc_inst_id_ = id and end_time_ is null
                          union all select activity_id_ from act_ru_event_subscr where proc_inst_id_ = id
                          union all select act_id_ from act_ru_ext_task where proc_inst_id_ = id
                          union all select definition.act_id_ from act_ru_job job
                            join act_ru_jobdef definition on definition.id_ = job.job_def_id_
                            where job.process_instance_id_ = id) standing
                        where element is not null""").param(project.value()).query(String.class).list());
    }
}
