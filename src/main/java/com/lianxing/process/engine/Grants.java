package com.lianxing.process.engine;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;

import com.lianxing.access.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The table group × definition × permission: see {@code src/docs/adr/0005-rights.md}. Grants what is missing. */
@Component
@Order(StartStep.GRANTS)
class Grants implements StartStep {

    private static final List<String> LIFECYCLES = List.of(
            "fba-inbound",
            "fba-shipment",
            "fda-certification",
            "black-friday-launch",
            "deal-submission",
            "quote-comparison",
            "deliverable-review",
            "amazon-operation",
            "stale-project-review",
            "obligation-renewal",
            "adverse-event",
            "supplier-verification");
    private static final String APPROVAL = "budget-approval";
    private static final String ESCALATION = "escalation";

    /** Those who do the steps of a project. */
    private static final Set<Role> WORKERS = EnumSet.of(
            Role.PROJECT_MANAGER,
            Role.OPERATIONS,
            Role.LOGISTICS,
            Role.PURCHASING,
            Role.COMPLIANCE,
            Role.DESIGN,
            Role.ADVERTISING,
            Role.FINANCE,
            Role.DEPARTMENT_MANAGER);

    /** Those who may be asked to approve money. */
    private static final Set<Role> APPROVERS = EnumSet.of(
            Role.PROJECT_MANAGER, Role.FINANCE, Role.DEPARTMENT_MANAGER, Role.CFO, Role.GENERAL_MANAGER, Role.DIRECTOR);

    private final AuthorizationService authorizations;

    Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    @Override
    public void run() {
        Set<Role> everyone = EnumSet.complementOf(EnumSet.of(Role.CAMUNDA_ADMIN, Role.INTEGRATION_ADMIN));
        for (Role role : everyone) {
            grant(role, Resources.APPLICATION, "tasklist", ACCESS);
        }
        for (String lifecycle : LIFECYCLES) {
            for (Role role : WORKERS) {
                grant(
                        role,
                        Resources.PROCESS_DEFINITION,
                        lifecycle,
                        READ,
                        READ_INSTANCE,
                        READ_HISTORY,
                        READ_TASK,
                        TASK_WORK);
            }
            for (Role role : EnumSet.of(Role.CFO, Role.GENERAL_MANAGER, Role.DIRECTOR)) {
                grant(role, Resources.PROCESS_DEFINITION, lifecycle, READ, READ_INSTANCE, READ_HISTORY, READ_TASK);
            }
        }
        for (Role role : APPROVERS) {
            grant(
                    role,
                    Resources.PROCESS_DEFINITION,
                    APPROVAL,
                    READ,
                    READ_INSTANCE,
                    READ_HISTORY,
                    READ_TASK,
                    TASK_WORK);
        }
        for (Role role : EnumSet.of(Role.PROJECT_MANAGER, Role.DEPARTMENT_MANAGER, Role.GENERAL_MANAGER)) {
            grant(
                    role,
                    Resources.PROCESS_DEFINITION,
                    ESCALATION,
                    READ,
                    READ_INSTANCE,
                    READ_HISTORY,
                    READ_TASK,
                    TASK_WORK);
        }
        administer();

        grant(Role.PROJECT_MANAGER, Resources.PROCESS_DEFINITION, "fba-inbound", CREATE_INSTANCE);
        for (Role role : EnumSet.of(Role.PROJECT_MANAGER, Role.COMPLIANCE)) {
            grant(role, Resources.PROCESS_DEFINITION, "fda-certification", CREATE_INSTANCE);
            grant(role, Resources.PROCESS_INSTANCE, "*", CREATE);
        }
        grant(Role.PROJECT_MANAGER, Resources.PROCESS_DEFINITION, "black-friday-launch", CREATE_INSTANCE);
        // Decide at the gates of a launch, and on what it brought.
        grant(Role.GENERAL_MANAGER, Resources.PROCESS_DEFINITION, "black-friday-launch", TASK_WORK);
        grant(Role.CFO, Resources.PROCESS_DEFINITION, "black-friday-launch", TASK_WORK);
        // Decides whether a product goes a path that nobody else may begin.
        grant(Role.COMPLIANCE, Resources.PROCESS_DEFINITION, "adverse-event", CREATE_INSTANCE);
        grant(Role.GENERAL_MANAGER, Resources.PROCESS_DEFINITION, "fda-certification", TASK_WORK);

        grant(Role.AUDITOR, Resources.PROCESS_DEFINITION, "*", READ, READ_INSTANCE, READ_HISTORY, READ_TASK);
        grant(Role.AUDITOR, Resources.APPLICATION, "cockpit", ACCESS);
        grant(Role.AUDITOR, Resources.DEPLOYMENT, "*", READ);
        grant(Role.AUDITOR, Resources.DECISION_DEFINITION, "*", READ);

        grant(Role.PROCESS_OWNER, Resources.PROCESS_DEFINITION, "*", READ, READ_INSTANCE, READ_HISTORY, READ_TASK);
        grant(Role.PROCESS_OWNER, Resources.APPLICATION, "cockpit", ACCESS);
        grant(Role.PROCESS_OWNER, Resources.DEPLOYMENT, "*", READ, CREATE);
        grant(Role.PROCESS_OWNER, Resources.DECISION_DEFINITION, "*", READ);
    }

    /** People, groups and grants; sees models and instances, lets a failed job run again, works on none. */
    private void administer() {
        Set<Resources> own = EnumSet.of(
                Resources.USER,
                Resources.GROUP,
                Resources.GROUP_MEMBERSHIP,
                Resources.AUTHORIZATION,
                Resources.TENANT,
                Resources.TENANT_MEMBERSHIP,
                Resources.SYSTEM);
        for (Resource resource : own) {
            grant(Role.CAMUNDA_ADMIN, resource, "*", ALL);
        }
        grant(Role.CAMUNDA_ADMIN, Resources.APPLICATION, "*", ACCESS);
        grant(Role.CAMUNDA_ADMIN, Resources.DEPLOYMENT, "*", READ);
        grant(Role.CAMUNDA_ADMIN, Resources.DECISION_DEFINITION, "*", READ);
        grant(Role.CAMUNDA_ADMIN, Resources.PROCESS_DEFINITION, "*", READ, READ_INSTANCE, READ_HISTORY, RETRY_JOB);
    }

    private void grant(Role role, Resource resource, String id, Permission... permissions) {
        Authorization found = authorizations
                .createAuthorizationQuery()
                .groupIdIn(role.id())
                .resourceType(resource)
                .resourceId(id)
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .singleResult();
        Authorization authorization =
                found != null ? found : authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        boolean changed = found == null;
        if (found == null) {
            authorization.setGroupId(role.id());
            authorization.setResource(resource);
            authorization.setResourceId(id);
        }
        for (Permission permission : permissions) {
            if (!authorization.isPermissionGranted(permission)) {
                authorization.addPermission(permission);
                changed = true;
            }
        }
        if (changed) {
            authorizations.saveAuthorization(authorization);
        }
    }
}
