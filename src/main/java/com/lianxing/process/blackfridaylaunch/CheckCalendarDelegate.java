package com.lianxing.process.blackfridaylaunch;

import com.lianxing.launch.Launches;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_checkCalendar}: once a week somebody is asked for announcements that are still missing, until the event is over. */
@Component
class CheckCalendarDelegate implements JavaDelegate {

    private final Launches launches;
    private final Projects projects;

    CheckCalendarDelegate(Launches launches, Projects projects) {
        this.launches = launches;
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        boolean open = BlackFridayLaunch.CALENDAR_OPEN.find(execution).orElse(false);
        boolean ask =
                !open && projects.require(project).status() == ProjectStatus.ACTIVE && launches.isProvisional(project);
        BlackFridayLaunch.CALENDAR_ASKED.set(execution, ask);
        if (ask) {
            BlackFridayLaunch.CALENDAR_OPEN.set(execution, true);
        }
    }
}
