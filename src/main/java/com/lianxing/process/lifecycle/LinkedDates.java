package com.lianxing.process.lifecycle;

import com.lianxing.audit.CanonicalJson;
import com.lianxing.process.Messages;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectLink;
import com.lianxing.project.ProjectLinks;
import com.lianxing.project.ProjectMoved;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Watches that a project is done in time for those that wait for it. */
@Component
public class LinkedDates {

    private final ProjectLinks links;
    private final Projects projects;
    private final Messages messages;
    private final ActingPerson actor;

    LinkedDates(ProjectLinks links, Projects projects, Messages messages, ActingPerson actor) {
        this.links = links;
        this.projects = projects;
        this.messages = messages;
        this.actor = actor;
    }

    /** Links two projects, and looks at once whether the dates fit. */
    @Transactional
    public ProjectLinks.Outcome link(ProjectLink wanted) {
        ProjectLinks.Outcome outcome = links.link(wanted, actor.id());
        if (outcome == ProjectLinks.Outcome.LINKED) {
            look(wanted);
        }
        return outcome;
    }

    /** Looks at all links of a project that has moved, in either direction. */
    @EventListener
    void look(ProjectMoved moved) {
        ProjectCode code = moved.project();
        Stream.concat(links.waitingFor(code).stream(), links.neededBy(code).stream())
                .forEach(this::look);
    }

    /** Tells the project that waits, if what it waits for comes too late. The same two dates are told once. */
    private void look(ProjectLink link) {
        Project waiting = projects.require(link.waiting());
        Project needed = projects.require(link.needed());
        if (!waiting.status().isOpen() || !isAtRisk(link, waiting, needed)) {
            return;
        }
        messages.report(new Messages.Report(
                "risk:%s:%s:%s:%s:%s"
                        .formatted(
                                waiting.code(),
                                needed.code(),
                                waiting.target().instant(),
                                needed.target().instant(),
                                needed.status().isOpen()),
                waiting.code(),
                ProjectProcess.DATE_AT_RISK,
                null,
                null,
                CanonicalJson.of(Map.of(
                        "project", needed.code().value(),
                        "status", needed.status(),
                        "target", needed.target().instant(),
                        "neededBy", link.neededBy(waiting.target()))),
                actor.id(),
                null));
    }

    /** Whether what is needed comes too late, or never, by the targets as they stand. */
    public boolean isAtRisk(ProjectLink link) {
        return isAtRisk(link, projects.require(link.waiting()), projects.require(link.needed()));
    }

    /** Links of what the project waits for and will not have in time. */
    List<ProjectLink> atRisk(Project waiting) {
        return links.neededBy(waiting.code()).stream()
                .filter(link -> isAtRisk(link, waiting, projects.require(link.needed())))
                .toList();
    }

    private static boolean isAtRisk(ProjectLink link, Project waiting, Project needed) {
        if (!needed.status().isOpen()) {
            return needed.status() != ProjectStatus.CLOSED_SUCCESS;
        }
        return needed.target().instant().isAfter(link.neededBy(waiting.target()));
    }
}
