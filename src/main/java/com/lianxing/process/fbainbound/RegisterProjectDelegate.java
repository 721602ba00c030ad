package com.lianxing.process.fbainbound;

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

/** {@code serviceTask_registerProject}: the project gets its code, which is the business key from here on. */
@Component
class RegisterProjectDelegate implements JavaDelegate {

    private static final Var<String> NAME = Var.string("projectName");
    private static final Var<String> DEPARTMENT = Var.string("department");
    private static final Var<String> SPONSOR = Var.string("sponsorId");
    private static final Var<String> TARGET_AT = Var.string("targetInStockAt");
    private static final Var<String> TARGET_ZONE = Var.string("targetInStockZone");
    private static final Map<Role, Var<String>> TEAM = Map.of(
            Role.OPERATIONS, Var.string("operationsPerson"),
            Role.LOGISTICS, Var.string("logisticsPerson"),
            Role.PURCHASING, Var.string("purchasingPerson"),
            Role.COMPLIANCE, Var.string("compliancePerson"),
            Role.FINANCE, Var.string("financePerson"));

    private final ProjectRegistration registration;
    private final ActingPerson actor;

    RegisterProjectDelegate(ProjectRegistration registration, ActingPerson actor) {
        this.registration = registration;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        registration.register(execution, wanted(execution));
    }

    private NewProject wanted(DelegateExecution execution) {
        Map<Role, String> team = new EnumMap<>(Role.class);
        TEAM.forEach((role, person) -> person.find(execution).ifPresent(id -> team.put(role, id)));
        return new NewProject(
                FbaInbound.KEY,
                NAME.in(execution),
                actor.id(),
                SPONSOR.in(execution),
                DEPARTMENT.in(execution),
                LocalDateTime.parse(TARGET_AT.in(execution)),
                ZoneId.of(TARGET_ZONE.in(execution)),
                Set.of(Channel.AMAZON_US),
                execution.getProcessInstanceId(),
                team);
    }
}
