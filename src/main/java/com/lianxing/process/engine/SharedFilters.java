package com.lianxing.process.engine;

import com.lianxing.access.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The filters everybody finds in Tasklist: most urgent first, with what tells one task from the other. */
@Component
@Order(StartStep.FILTERS)
public class SharedFilters implements StartStep {

    /** A filter's own property that names its texts in the catalogue; the response filter writes them per reader. */
    public static final String TEXT_KEY = "lianxingText";

    /** The column that holds whole cents of an approval; the response filter writes dollars. */
    public static final String AMOUNT = "requestedUsdMinor";

    /** The column, and the property of a task, with its due date on both clocks; the response filter writes it. */
    public static final String DUE = "dueClocks";

    private static final List<Role> READERS =
            Arrays.stream(Role.values()).filter(Role::readsProjects).toList();

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final MessageSource messages;

    SharedFilters(
            FilterService filters, TaskService tasks, AuthorizationService authorizations, MessageSource messages) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.messages = messages;
    }

    @Override
    public void run() {
        ensure("filter.myTasks", 1, tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        ensure("filter.myGroups", 2, mine());
        ensure("filter.dueThisWeek", 3, mine().dueBeforeExpression("${dateTime().plusHours(168)}"));
        ensure("filter.overdue", 4, mine().dueBeforeExpression("${now()}"));
        ensure("filter.approvals", 5, mine().processDefinitionKey("budget-approval"));
        ensure("filter.all", 6, tasks.createTaskQuery());
    }

    /** Of the reader's groups, also what one of their members has taken. */
    private TaskQuery mine() {
        return tasks.createTaskQuery()
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .includeAssignedTasks();
    }

    private void ensure(String textKey, int position, TaskQuery query) {
        String name = messages.getMessage(textKey, null, Locale.ENGLISH);
        Filter filter = filters.createFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filters.newTaskFilter(name);
            filter.setQuery(query.orderByDueDate().asc().orderByTaskPriority().desc());
        }
        Map<String, Object> properties = Map.of(
                TEXT_KEY,
                textKey,
                "description",
                messages.getMessage(textKey + ".description", null, Locale.ENGLISH),
                "priority",
                position,
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                Arrays.asList(
                        column("projectCode"),
                        column("sku"),
                        column("shipmentId"),
                        column("filingId"),
                        column("subject"),
                        column("renewalOf"),
                        column(DUE),
                        column(AMOUNT)));
        if (!properties.equals(filter.getProperties())) {
            filter.setProperties(properties);
            filter = filters.saveFilter(filter);
        }
        for (Role role : READERS) {
            grant(role, filter.getId());
        }
    }

    private Map<String, String> column(String variable) {
        return Map.of(
                "name", variable, "label", messages.getMessage("filter.variable." + variable, null, Locale.ENGLISH));
    }

    private void grant(Role role, String filterId) {
        List<Authorization> found = authorizations
                .createAuthorizationQuery()
                .groupIdIn(role.id())
                .resourceType(Resources.FILTER)
                .resourceId(filterId)
                .list();
        if (found.isEmpty()) {
            Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(role.id());
            authorization.setResource(Resources.FILTER);
            authorization.setResourceId(filterId);
            authorization.addPermission(Permissions.READ);
            authorizations.saveAuthorization(authorization);
        }
    }
}
