package com.lianxing.process.fdacertification;

import com.lianxing.certification.Certifications;
import com.lianxing.certification.FdaPath;
import com.lianxing.certification.Paths;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_keepPaths}: all rows of {@code fda-path.dmn} that hold, as a set; where none does, an expert decides. */
@Component
class KeepPathsDelegate implements JavaDelegate {

    /** All paths that the table found, with commas. */
    private static final Var<String> FOUND = Var.string("fdaPath");

    private final Certifications certifications;
    private final ActingPerson actor;

    KeepPathsDelegate(Certifications certifications, ActingPerson actor) {
        this.certifications = certifications;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        Set<FdaPath> paths = EnumSet.noneOf(FdaPath.class);
        FOUND.find(execution)
                .ifPresent(found ->
                        Arrays.stream(found.split(",")).map(FdaPath::valueOf).forEach(paths::add));
        certifications.keep(project, new Paths(paths, null), "fda-path", actor.id());
        FdaCertification.DEVICE_AMONG_PATHS.set(execution, paths.contains(FdaPath.DEVICE));
    }
}
