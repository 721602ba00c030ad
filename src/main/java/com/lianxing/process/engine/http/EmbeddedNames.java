package com.lianxing.process.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lianxing.access.People;
import com.lianxing.access.Role;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Names the people and roles of the tasks that Tasklist asks for: the engine tells everybody only their own name and
 * those of their own groups, and of all others the bare id.
 */
@Component
class EmbeddedNames {

    private final ObjectProvider<People> people;
    private final MessageSource messages;

    EmbeddedNames(ObjectProvider<People> people, MessageSource messages) {
        this.people = people;
        this.messages = messages;
    }

    /** Completes what a list of tasks, or a single one, embeds. */
    void complete(JsonNode answer, Locale language) {
        if (!(answer.path("_embedded") instanceof ObjectNode embedded)) {
            return;
        }
        Set<String> assignees = new LinkedHashSet<>();
        embedded.path("task").forEach(task -> add(task.path("assignee"), assignees));
        Set<String> users = new LinkedHashSet<>();
        Set<String> groups = new LinkedHashSet<>();
        embedded.path("identityLink").forEach(link -> {
            add(link.path("userId"), users);
            add(link.path("groupId"), groups);
        });
        missing(embedded, "assignee", assignees)
                .forEach(id -> person(id).ifPresent(name -> user(embedded, "assignee", id, name)));
        missing(embedded, "user", users).forEach(id -> person(id).ifPresent(name -> user(embedded, "user", id, name)));
        missing(embedded, "group", groups)
                .forEach(id -> Role.of(id).ifPresent(role -> group(embedded, role, language)));
    }

    private static void add(JsonNode id, Set<String> ids) {
        if (id.isTextual()) {
            ids.add(id.asText());
        }
    }

    private static Set<String> missing(ObjectNode embedded, String kind, Set<String> wanted) {
        embedded.path(kind).forEach(known -> wanted.remove(known.path("id").asText()));
        return wanted;
    }

    private Optional<String> person(String id) {
        return people.getObject().find(id).map(person -> person.name());
    }

    private static void user(ObjectNode embedded, String kind, String id, String name) {
        thing(embedded, kind, "/user/" + id)
                .put("id", id)
                .put("firstName", name)
                .put("lastName", "")
                .putNull("email");
    }

    private void group(ObjectNode embedded, Role role, Locale language) {
        thing(embedded, "group", "/group/" + role.id())
                .put("id", role.id())
                .put("name", messages.getMessage(role.messageKey(), null, language))
                .put("type", "WORKFLOW");
    }

    private static ObjectNode thing(ObjectNode embedded, String kind, String href) {
        ObjectNode thing = embedded.withArray("/" + kind).addObject();
        thing.putObject("_links").putObject("self").put("href", href);
        return thing.putNull("_embedded");
    }
}
