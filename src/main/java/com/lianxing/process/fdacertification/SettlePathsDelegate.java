package com.lianxing.process.fdacertification;

import com.lianxing.certification.Certifications;
import com.lianxing.certification.FdaPath;
import com.lianxing.certification.Paths;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_settlePaths}: the paths as two people see them, the expert's in place of what the tables could not say. */
@Component
class SettlePathsDelegate implements JavaDelegate {

    private static final Var<String> EXPERT_PATH = Var.string("expertPath");
    private static final Var<String> REASON = Var.string("pathReason");

    private final Certifications certifications;
    private final ActingPerson actor;

    SettlePathsDelegate(Certifications certifications, ActingPerson actor) {
        this.certifications = certifications;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        Paths found = certifications.requirePaths(project);
        Set<FdaPath> paths = EnumSet.copyOf(found.all());
        EXPERT_PATH.find(execution).filter(path -> !path.isBlank()).ifPresent(path -> {
            paths.remove(FdaPath.MANUAL_EXPERT);
            paths.add(FdaPath.valueOf(path));
        });
        Paths settled = new Paths(paths, found.device());
        certifications.keep(project, settled, REASON.in(execution), actor.id());
        FdaCertification.COURSE.set(execution, settled.course().name());
    }
}
