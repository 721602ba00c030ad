package com.lianxing.process.web;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.Person;
import com.lianxing.process.ProjectChanges;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.web.Json.Page;
import com.lianxing.project.LinkKind;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectLink;
import com.lianxing.project.ProjectLinks;
import com.lianxing.project.Projects;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which projects a project waits for, and which wait for it. */
@RestController
@RequestMapping("/api/projects/{code}/links")
class LinksController {

    private final ProjectLinks links;
    private final ProjectChanges changes;
    private final Projects projects;
    private final CurrentPerson currentPerson;

    LinksController(ProjectLinks links, ProjectChanges changes, Projects projects, CurrentPerson currentPerson) {
        this.links = links;
        this.changes = changes;
        this.projects = projects;
        this.currentPerson = currentPerson;
    }

    record LinkBody(
            @NotNull String needs,
            @NotNull LinkKind kind,
            @Min(0) @Max(365) int bufferDays) {}

    record LinkView(String waiting, String needed, LinkKind kind, int bufferDays) {
        static LinkView of(ProjectLink link) {
            return new LinkView(link.waiting().value(), link.needed().value(), link.kind(), link.bufferDays());
        }
    }

    @GetMapping
    Page<LinkView> list(@PathVariable String code) {
        currentPerson.require();
        Project project = known(code);
        List<LinkView> views = Stream.concat(
                        links.neededBy(project.code()).stream(), links.waitingFor(project.code()).stream())
                .map(LinkView::of)
                .toList();
        return new Page<>(views, null);
    }

    /** 201 as well where it waits for that project already: a link has no other identity than its two ends. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    LinkView link(
            @PathVariable String code,
            @RequestHeader("Idempotency-Key") @Size(min = 1, max = 120) String key,
            @Valid @RequestBody LinkBody body) {
        Person person = currentPerson.require();
        Project waiting = known(code);
        Project needed = known(body.needs());
        ProjectLink wanted = new ProjectLink(waiting.code(), needed.code(), body.kind(), body.bufferDays());
        ProjectChanges.Outcome outcome = changes.link(wanted, person);
        String other = needed.code().value();
        return switch (outcome) {
            case DONE -> LinkView.of(wanted);
            case MESSAGE_BY_ITS_MANAGER ->
                throw Refusal.duty(outcome.name(), waiting.code().value());
            case LINK_OF_OTHER_KIND -> throw Refusal.rule(outcome.name(), other);
            default -> throw Refusal.lost(outcome.name(), other);
        };
    }

    private Project known(String code) {
        return projects.find(ProjectCodes.parse(code)).orElseThrow(() -> Refusal.notFound("PROJECT_UNKNOWN", code));
    }
}
