package com.lianxing.process.engine;

import com.lianxing.calendar.Clock;
import com.lianxing.calendar.WorkingCalendars;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives a new task the due date that its model counts in working days, and tells the observers of its beginning and
 * end. The engine itself knows calendar days only: its {@code P2D} on a Friday is Sunday.
 */
@Component
@Order(TeamAssignment.ORDER + 1)
class TaskLife extends AbstractProcessEnginePlugin {

    private final ObjectProvider<Clock> clock;
    private final ObjectProvider<WorkingCalendars> calendars;
    private final ObjectProvider<TaskObserver> observers;

    TaskLife(
            ObjectProvider<Clock> clock,
            ObjectProvider<WorkingCalendars> calendars,
            ObjectProvider<TaskObserver> observers) {
        this.clock = clock;
        this.calendars = calendars;
        this.observers = observers;
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
            StepDeadline deadline = StepDeadline.keep(userTask, activity);
            TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, created -> {
                deadline.dueAt(clock.getObject().now(), calendars.getObject())
                        .map(Date::from)
                        .ifPresent(created::setDueDate);
                observers.orderedStream().forEach(observer -> observer.created((TaskEntity) created));
            });
            TaskListener ended =
                    gone -> observers.orderedStream().forEach(observer -> observer.ended((TaskEntity) gone));
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, ended);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, ended);
        }
    }
}
