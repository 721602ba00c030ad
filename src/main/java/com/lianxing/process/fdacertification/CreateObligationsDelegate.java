package com.lianxing.process.fdacertification;

import com.lianxing.certification.Certifications;
import com.lianxing.obligation.Obligations;
import com.lianxing.obligation.Terms;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_createObligations}: from now on each number that lapses is renewed without this project. */
@Component
class CreateObligationsDelegate implements JavaDelegate {

    private static final Var<String> OWNER = Var.string("obligationOwner");
    private static final Var<String> DEPUTY = Var.string("obligationDeputy");

    private final RenewableNumbers numbers;
    private final Certifications certifications;
    private final Obligations obligations;
    private final Projects projects;
    private final ActingPerson actor;

    CreateObligationsDelegate(
            RenewableNumbers numbers,
            Certifications certifications,
            Obligations obligations,
            Projects projects,
            ActingPerson actor) {
        this.numbers = numbers;
        this.certifications = certifications;
        this.obligations = obligations;
        this.projects = projects;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProjectCode project = ProjectProcess.project(execution);
        Set<String> skus = new TreeSet<>(certifications.skus(project));
        for (RenewableNumbers.Renewable renewable : numbers.of(project)) {
            String number = renewable.number().number();
            // A facility that makes other products too is renewed once, for all of them.
            if (!obligations.cover(renewable.kind(), number, skus, actor.id())) {
                obligations.create(
                        id(project, renewable),
                        Terms.of(renewable.kind(), renewable.number().effectiveOn()),
                        projects.require(project).name(),
                        number,
                        project,
                        OWNER.in(execution),
                        DEPUTY.in(execution),
                        skus,
                        actor.id());
            }
        }
    }

    private static UUID id(ProjectCode project, RenewableNumbers.Renewable renewable) {
        String of = String.join(
                ":",
                project.value(),
                renewable.kind().name(),
                renewable.number().number());
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
    }
}
