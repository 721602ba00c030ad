package com.lianxing.process.adverseevent;

import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.form.ServerOptions;
import com.lianxing.process.fdacertification.FdaCertification;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** FDA projects whose products may be on the market, for selects. */
@Component
class CertificationOptions implements ServerOptions {

    private static final Set<ProjectStatus> ON_THE_MARKET = EnumSet.of(
            ProjectStatus.ACTIVE, ProjectStatus.ON_HOLD, ProjectStatus.CLOSING, ProjectStatus.CLOSED_SUCCESS);

    private final Projects projects;

    CertificationOptions(Projects projects) {
        this.projects = projects;
    }

    @Override
    public String name() {
        return "certifications";
    }

    @Override
    public List<Option> options(String argument, Reader reader) {
        return projects.in(FdaCertification.KEY, ON_THE_MARKET).stream()
                .map(this::option)
                .toList();
    }

    private Option option(ProjectCode code) {
        return new Option(code.value(), code + " " + projects.require(code).name());
    }
}
