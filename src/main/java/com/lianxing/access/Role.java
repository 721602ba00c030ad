package com.lianxing.access;

import java.util.Arrays;
import java.util.Optional;

/** A role in a project or in the company; its id is the engine's candidate group. */
public enum Role {
    PROJECT_MANAGER("project-manager"),
    OPERATIONS("operations"),
    LOGISTICS("logistics"),
    PURCHASING("purchasing"),
    COMPLIANCE("compliance"),
    DESIGN("design"),
    ADVERTISING("advertising"),
    FINANCE("finance"),
    /** The manager of a department; decides for projects of that department only. */
    DEPARTMENT_MANAGER("department-manager"),
    CFO("cfo"),
    GENERAL_MANAGER("general-manager"),
    /** A second person at the top, for what the general manager asks for. */
    DIRECTOR("director"),
    AUDITOR("auditor"),
    PROCESS_OWNER("process-owner"),
    INTEGRATION_ADMIN("integration-admin"),
    CAMUNDA_ADMIN("camunda-admin");

    private final String id;

    Role(String id) {
        this.id = id;
    }

    /** The group id in the engine and in models, for example {@code department-manager}. */
    public String id() {
        return id;
    }

    /** The key of the role's name in the message catalogue. */
    public String messageKey() {
        return "role." + id;
    }

    /** False for those who administer accounts or connections: projects, money and files are none of their work. */
    public boolean readsProjects() {
        return this != CAMUNDA_ADMIN && this != INTEGRATION_ADMIN;
    }

    /** The role of a group id; empty for a group that is none of ours. */
    public static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
    }
}
