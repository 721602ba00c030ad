package com.lianxing.process.blackfridaylaunch;

import com.lianxing.access.Role;
import com.lianxing.catalog.Channel;
import com.lianxing.launch.Charter;
import com.lianxing.launch.Launches;
import com.lianxing.launch.ProposedDates;
import com.lianxing.money.Money;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.process.lifecycle.ProjectRegistration;
import com.lianxing.project.NewProject;
import com.lianxing.project.ProjectCode;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_registerLaunch}: the project gets its code, its team and its goals, and the dates of last year to start from. */
@Component
class RegisterLaunchDelegate implements JavaDelegate {

    private static final Var<String> NAME = Var.string("projectName");
    private static final Var<String> DEPARTMENT = Var.string("department");
    private static final Var<String> SPONSOR = Var.string("sponsorId");
    private static final Var<String> BEGINS_AT = Var.string("beginsAt");
    private static final Var<String> BEGINS_ZONE = Var.string("beginsZone");
    private static final Var<String> REVENUE = Var.string("goalRevenueUsd");
    private static final Var<Long> UNITS = Var.number("goalUnits");
    private static final Var<Long> CONTRIBUTION = Var.number("goalContributionPct");
    private static final Var<String> MAX_LOSS = Var.string("maxLossUsd");
    private static final Var<Long> TACOS = Var.number("goalTacosPct");
    private static final Map<Role, Var<String>> TEAM = Map.of(
            Role.OPERATIONS, Var.string("operationsPerson"),
            Role.ADVERTISING, Var.string("advertisingPerson"),
            Role.DESIGN, Var.string("designPerson"),
            Role.COMPLIANCE, Var.string("compliancePerson"),
            Role.FINANCE, Var.string("financePerson"));

    private final ProjectRegistration registration;
    private final Launches launches;
    private final ProposedDates proposed;
    private final ActingPerson actor;

    RegisterLaunchDelegate(
            ProjectRegistration registration, Launches launches, ProposedDates proposed, ActingPerson actor) {
        this.registration = registration;
        this.launches = launches;
        this.proposed = proposed;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Map<Role, String> team = new EnumMap<>(Role.class);
        TEAM.forEach((role, person) -> person.find(execution).ifPresent(id -> team.put(role, id)));
        LocalDateTime start = LocalDateTime.parse(BEGINS_AT.in(execution));
        registration.register(
                execution,
                new NewProject(
                        BlackFridayLaunch.KEY,
                        NAME.in(execution),
                        actor.id(),
                        SPONSOR.in(execution),
                        DEPARTMENT.in(execution),
                        start,
                        ZoneId.of(BEGINS_ZONE.in(execution)),
                        Set.of(Channel.AMAZON_US),
                        execution.getProcessInstanceId(),
                        team));
        ProjectCode project = ProjectProcess.project(execution);
        launches.agree(
                project,
                new Charter(
                        Money.parse(REVENUE.in(execution), "USD"),
                        UNITS.in(execution),
                        Math.toIntExact(CONTRIBUTION.in(execution)),
                        Money.parse(MAX_LOSS.in(execution), "USD"),
                        Math.toIntExact(TACOS.in(execution))),
                actor.id());
        proposed.enter(project, start, actor.id());
    }
}
