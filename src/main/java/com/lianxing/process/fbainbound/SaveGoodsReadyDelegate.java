package com.lianxing.process.fbainbound;

import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_saveGoodsReady}: inspected, paid and labelled. */
@Component
class SaveGoodsReadyDelegate implements JavaDelegate {

    private final Projects projects;

    SaveGoodsReadyDelegate(Projects projects) {
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        projects.recordMilestone(project, "GOODS_READY");
    }
}
