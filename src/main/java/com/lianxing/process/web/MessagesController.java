package com.lianxing.process.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.lianxing.access.CurrentPerson;
import com.lianxing.access.Person;
import com.lianxing.access.Role;
import com.lianxing.process.Messages.Outcome;
import com.lianxing.process.Messages.Report;
import com.lianxing.process.ProjectChanges;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.Project;
import com.lianxing.project.Projects;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reports of Amazon, carriers and customs, and the wish to cancel. */
@RestController
@RequestMapping("/api/projects/{code}/messages")
class MessagesController {

    private static final Set<Role> REPORTERS =
            EnumSet.of(Role.LOGISTICS, Role.OPERATIONS, Role.COMPLIANCE, Role.PROJECT_MANAGER, Role.INTEGRATION_ADMIN);

    private static final Set<Role> MANAGERS =
            EnumSet.of(Role.PROJECT_MANAGER, Role.DEPARTMENT_MANAGER, Role.GENERAL_MANAGER);

    private static final Set<String> OF_MANAGERS = Set.of(
            ProjectProcess.CANCEL_REQUESTED, ProjectProcess.BUDGET_CHANGE_REQUESTED, ProjectProcess.DATE_CHANGED);

    private static final String PRINTABLE = "\\P{Cntrl}*";

    /** As they stand in JSON: control characters but tab and line breaks, and halves of a pair. */
    private static final Predicate<String> UNPRINTABLE = java.util.regex.Pattern.compile(
                    "(?<!\\\\)(\\\\\\\\)*\\\\u00[01]|\\p{Cs}")
            .asPredicate();

    private final ProjectChanges changes;
    private final Projects projects;
    private final CurrentPerson currentPerson;

    MessagesController(ProjectChanges changes, Projects projects, CurrentPerson currentPerson) {
        this.changes = changes;
        this.projects = projects;
        this.currentPerson = currentPerson;
    }

    record MessageBody(
            @NotBlank @Size(max = 80) String message,

            @Size(max = 80) @Pattern(regexp = PRINTABLE) @Nullable
            String shipmentId,

            @Size(max = 40) @Pattern(regexp = PRINTABLE) @Nullable
            String sku,

            @Size(max = 80) @Pattern(regexp = PRINTABLE) @Nullable
            String submissionId,

            @Nullable OffsetDateTime occurredAt,
            @Nullable JsonNode content) {}

    record OutcomeView(Outcome outcome) {}

    /** 202: kept, and delivered if somebody waits. The Idempotency-Key is the report's id. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    OutcomeView report(
            @PathVariable String code,
            @RequestHeader("Idempotency-Key") @Size(min = 1, max = 120) String key,
            @Valid @RequestBody MessageBody body) {
        Person person = currentPerson.require();
        Project project =
                projects.find(ProjectCodes.parse(code)).orElseThrow(() -> Refusal.notFound("PROJECT_UNKNOWN", code));
        requireMay(person, body.message(), project);
        OffsetDateTime at = body.occurredAt();
        if (at != null && (at.getYear() < 2000 || at.getYear() >= 2200)) {
            throw Refusal.rule("PARAMETER_WRONG", "occurredAt");
        }
        String content = body.content() == null ? "{}" : body.content().toString();
        if (UNPRINTABLE.test(content)) {
            throw Refusal.rule("PARAMETER_WRONG", "content");
        }
        return new OutcomeView(changes.report(
                new Report(
                        key,
                        project.code(),
                        body.message(),
                        body.shipmentId(),
                        body.sku(),
                        body.submissionId(),
                        content,
                        person.id(),
                        at == null ? null : at.toInstant()),
                person));
    }

    private void requireMay(Person person, String message, Project project) {
        boolean ofManagers = OF_MANAGERS.contains(message);
        Set<Role> allowed = ofManagers ? MANAGERS : REPORTERS;
        if (person.roles().stream().noneMatch(allowed::contains)) {
            throw Refusal.duty(
                    "MESSAGE_BY_ROLE",
                    String.join(", ", allowed.stream().map(Role::id).toList()));
        }
        if (!changes.maySend(project, person, message)) {
            throw Refusal.duty("MESSAGE_BY_ITS_MANAGER", project.code().value());
        }
    }
}
