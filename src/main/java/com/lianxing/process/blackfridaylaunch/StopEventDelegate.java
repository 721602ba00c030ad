package com.lianxing.process.blackfridaylaunch;

import com.lianxing.access.Role;
import com.lianxing.process.engine.Notices;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_stopEvent}: the event goes on without us. */
@Component
class StopEventDelegate implements JavaDelegate {

    static final String STOPPED = "STOPPED_MID_EVENT";
    private static final Var<String> CAUSE = Var.string("stopCause");

    private final Projects projects;
    private final Notices notices;

    StopEventDelegate(Projects projects, Notices notices) {
        this.projects = projects;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        projects.recordMilestone(project, STOPPED);
        for (Role role : List.of(Role.PROJECT_MANAGER, Role.OPERATIONS, Role.ADVERTISING)) {
            notices.tell(
                    project, role, "stopped", "EVENT_STOPPED", "notice.eventStopped", project, CAUSE.in(execution));
        }
    }
}
