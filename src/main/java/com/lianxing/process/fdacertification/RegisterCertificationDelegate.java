package com.lianxing.process.fdacertification;

import com.lianxing.access.Role;
import com.lianxing.catalog.Channel;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectRegistration;
import com.lianxing.project.NewProject;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_registerCertification}: the project gets its code and its team. */
@Component
class RegisterCertificationDelegate implements JavaDelegate {

    /** Who owns it, where the application starts it after another one; else whoever starts it does. */
    static final Var<String> OWNER = Var.string("ownerId");

    static final Var<String> NAME = Var.string("projectName");
    static final Var<String> DEPARTMENT = Var.string("department");
    static final Var<String> SPONSOR = Var.string("sponsorId");
    static final Var<String> CLEARED_BY = Var.string("clearedByAt");
    static final Var<String> CLEARED_ZONE = Var.string("clearedByZone");
    static final Map<Role, Var<String>> TEAM = Map.of(
            Role.PROJECT_MANAGER, Var.string("managerPerson"),
            Role.COMPLIANCE, Var.string("compliancePerson"),
            Role.FINANCE, Var.string("financePerson"));

    private final ProjectRegistration registration;
    private final ActingPerson actor;

    RegisterCertificationDelegate(ProjectRegistration registration, ActingPerson actor) {
        this.registration = registration;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Map<Role, String> team = new EnumMap<>(Role.class);
        TEAM.forEach((role, person) -> person.find(execution).ifPresent(id -> team.put(role, id)));
        registration.register(
                execution,
                new NewProject(
                        FdaCertification.KEY,
                        NAME.in(execution),
                        OWNER.find(execution).orElseGet(actor::id),
                        SPONSOR.in(execution),
                        DEPARTMENT.in(execution),
                        LocalDateTime.parse(CLEARED_BY.in(execution)),
                        ZoneId.of(CLEARED_ZONE.in(execution)),
                        Set.of(Channel.AMAZON_US),
                        execution.getProcessInstanceId(),
                        team));
    }
}
