package com.lianxing.process;

import com.lianxing.project.ProjectCode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * Where a process may stand between two transactions, as its deployed model says: tasks of people and of outside
 * workers, messages and timers waited for, and calls of other processes. Each is a path of element ids from the process
 * through its call activities, e.g. {@code callActivity_approveOrder/userTask_decide}.
 */
@Component
public class WaitStates {

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final ExternalTaskService outside;
    private final HistoryService history;

    WaitStates(
            RepositoryService repository,
            RuntimeService runtime,
            ManagementService management,
            ExternalTaskService outside,
            HistoryService history) {
        this.repository = repository;
        this.runtime = runtime;
        this.management = management;
        this.outside = outside;
        this.history = history;
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
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(project.value()).list().stream()
                .flatMap(instance -> {
                    String scope = scope(instance);
                    return elements(instance.getId()).map(element -> scope + element);
                })
                .collect(Collectors.toSet());
    }

    private String scope(ProcessInstance instance) {
        List<ProcessInstance> callers = runtime.createProcessInstanceQuery()
                .subProcessInstanceId(instance.getId())
                .list();
        if (callers.isEmpty()) {
            return "";
        }
        ProcessInstance caller = callers.get(0);
        String call = history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(caller.getId())
                .activityType("callActivity")
                .unfinished()
                .list()
                .stream()
                .filter(activity -> instance.getId().equals(activity.getCalledProcessInstanceId()))
                .map(HistoricActivityInstance::getActivityId)
                .findFirst()
                .orElseThrow();
        return scope(caller) + call + "/";
    }

    private Stream<String> elements(String instance) {
        Stream<String> activities =
                activities(runtime.getActivityInstance(instance)).map(ActivityInstance::getActivityId);
        Stream<String> timers = management.createJobQuery().processInstanceId(instance).list().stream()
                .map(job -> management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId());
        Stream<String> messages = runtime.createEventSubscriptionQuery().processInstanceId(instance).list().stream()
                .map(EventSubscription::getActivityId);
        Stream<String> work = outside.createExternalTaskQuery().processInstanceId(instance).list().stream()
                .map(ExternalTask::getActivityId);
        return Stream.of(activities, timers, messages, work).flatMap(found -> found);
    }

    private static Stream<ActivityInstance> activities(ActivityInstance root) {
        return Stream.concat(
                Stream.of(root), Arrays.stream(root.getChildActivityInstances()).flatMap(WaitStates::activities));
    }
}
