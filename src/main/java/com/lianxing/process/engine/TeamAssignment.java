package com.lianxing.process.engine;

import com.lianxing.access.Credentials;
import com.lianxing.access.Role;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives a new task to the person whom the project's team names for its role, else leaves it to the group. The group
 * stays a candidate, so that a task given back is open to all its members.
 *
 * <p>Only where the model names one group and no assignee: what names both, the approval, decides for itself.
 */
@Component
@Order(TeamAssignment.ORDER)
class TeamAssignment extends AbstractProcessEnginePlugin {

    /** Before whoever looks at a new task and at whom it is for. */
    static final int ORDER = 100;

    private final ObjectProvider<Projects> projects;
    private final ObjectProvider<Credentials> credentials;

    TeamAssignment(ObjectProvider<Projects> projects, ObjectProvider<Credentials> credentials) {
        this.projects = projects;
        this.credentials = credentials;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners() == null
                ? new ArrayList<>()
                : new ArrayList<>(configuration.getCustomPostBPMNParseListeners());
        listeners.add(new ParseListener());
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    private class ParseListener extends AbstractBpmnParseListener {

        @Override
        public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
            TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            Set<Expression> groups = definition.getCandidateGroupIdExpressions();
            if (groups.size() != 1 || definition.getAssigneeExpression() != null) {
                return;
            }
            Expression group = groups.iterator().next();
            definition.addBuiltInTaskListener(
                    TaskListener.EVENTNAME_CREATE,
                    task -> Role.of(String.valueOf(group.getValue(task.getExecution())))
                            .ifPresent(role -> assign(task, role)));
        }
    }

    private void assign(DelegateTask task, Role role) {
        String code = task.getExecution().getProcessBusinessKey();
        if (code == null || !ProjectCode.isCode(code)) {
            return;
        }
        projects.getObject()
                .memberFor(new ProjectCode(code), role)
                // Whoever left the role since is no candidate any more; the group then finds the task.
                .filter(person -> credentials.getObject().rolesOf(person).contains(role))
                .ifPresent(task::setAssignee);
    }
}
