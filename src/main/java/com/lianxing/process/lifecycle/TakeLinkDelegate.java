package com.lianxing.process.lifecycle;

import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectLink;
import com.lianxing.project.ProjectLinks;
import com.lianxing.project.Projects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_takeLink}: the next open project that a cancelled one waited for. */
@Component
class TakeLinkDelegate implements JavaDelegate {

    private final ProjectLinks links;
    private final Projects projects;

    TakeLinkDelegate(ProjectLinks links, Projects projects) {
        this.links = links;
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        Optional<String> next = links.neededBy(project).stream()
                .map(ProjectLink::needed)
                .filter(needed -> projects.require(needed).status().isOpen())
                .map(ProjectCode::value)
                .findFirst();
        LinkDecision.LINK_LEFT.set(execution, next.isPresent());
        next.ifPresent(code -> LinkDecision.LINKED_PROJECT.set(execution, code));
    }
}
