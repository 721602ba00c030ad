package com.lianxing.process.escalation;

import com.lianxing.access.People;
import com.lianxing.access.Role;
import com.lianxing.calendar.Clock;
import com.lianxing.catalog.Channel;
import com.lianxing.process.engine.Colleagues;
import com.lianxing.process.engine.Var;
import com.lianxing.project.NewProject;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import com.lianxing.project.Registration.Registered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** A project with a team, and the process {@code watched-check} whose steps are watched; each test has its own. */
@Component
class WatchedProject {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final String KEY = "watched-check";

    /** The same without an escalation in its model. */
    static final String ALONE = "watched-alone";

    static final Var<Date> FILING_DUE_AT = Var.date("filingDueAt");

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final String DEPARTMENT = "escalations";

    private final Colleagues colleagues;
    private final People people;
    private final Projects projects;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final AuthorizationService authorizations;
    private final Clock clock;
    private boolean deployed;

    WatchedProject(
            Colleagues colleagues,
            People people,
            Projects projects,
            RepositoryService repository,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            AuthorizationService authorizations,
            Clock clock) {
        this.colleagues = colleagues;
        this.people = people;
        this.projects = projects;
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.authorizations = authorizations;
        this.clock = clock;
    }

    String person(Role role) {
        String id = colleagues.with(role, "watched-" + role.id(), Locale.CHINESE);
        people.putDepartment(DEPARTMENT, "升级部", "Escalations");
        people.put(id, id, Locale.CHINESE, SHANGHAI, DEPARTMENT);
        return id;
    }

    ProjectCode project() {
        Map<Role, String> team = new EnumMap<>(Role.class);
        for (Role role : List.of(Role.PROJECT_MANAGER, Role.LOGISTICS, Role.PURCHASING, Role.GENERAL_MANAGER)) {
            team.put(role, person(role));
        }
        person(Role.DEPARTMENT_MANAGER);
        int number = NUMBERS.incrementAndGet();
        NewProject wanted = new NewProject(
                "fba-inbound",
                "Watched " + number,
                person(Role.PROJECT_MANAGER),
                person(Role.GENERAL_MANAGER),
                DEPARTMENT,
                LocalDateTime.ofInstant(clock.now(), SHANGHAI).plusDays(200),
                SHANGHAI,
                Set.of(Channel.AMAZON_US),
                "watched-" + number,
                team);
        return ((Registered) projects.register(wanted)).project().code();
    }

    /** An instance of a new project: one step due in working days, one with a legal deadline. */
    String start(Instant filingDueAt) {
        return start(KEY, filingDueAt);
    }

    String start(String key, Instant filingDueAt) {
        deploy();
        return runtime.createProcessInstanceByKey(key)
                .businessKey(project().value())
                .setVariables(FILING_DUE_AT.is(Date.from(filingDueAt)))
                .execute()
                .getId();
    }

    Task step(String instance, String step) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(step)
                .singleResult();
    }

    /** Runs each job of the instance that is due once, as the job executor does when it comes back. */
    int runDueJobs(String instance) {
        List<Job> due = management
                .createJobQuery()
                .processInstanceId(instance)
                .executable()
                .list();
        due.forEach(job -> management.executeJob(job.getId()));
        return due.size();
    }

    String projectOf(String instance) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey();
    }

    /** With the product's own escalation, which it calls. */
    private synchronized void deploy() {
        if (deployed) {
            return;
        }
        Map<String, String> files = new HashMap<>();
        try {
            var resolver = new PathMatchingResourcePatternResolver();
            for (String pattern : List.of("processes/escalation.bpmn", "forms/escalation-*", "watched/*.*")) {
                for (var file : resolver.getResources("classpath*:" + pattern)) {
                    files.put(String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var deployment = repository.createDeployment().name(KEY);
        files.forEach(deployment::addString);
        deployment.deploy();
        for (Role role : List.of(Role.PURCHASING, Role.LOGISTICS)) {
            Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(role.id());
            grant.setResource(Resources.PROCESS_DEFINITION);
            grant.setResourceId(KEY);
            grant.addPermission(Permissions.READ_TASK);
            grant.addPermission(Permissions.TASK_WORK);
            authorizations.saveAuthorization(grant);
        }
        deployed = true;
    }

    /** Does the step as its person. */
    void complete(Task step) {
        colleagues.does(step.getAssignee(), () -> tasks.complete(step.getId()));
    }
}
