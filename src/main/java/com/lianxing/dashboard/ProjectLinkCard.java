package com.lianxing.dashboard;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.Person;
import com.lianxing.calendar.BothClocks;
import com.lianxing.process.ProjectChanges;
import com.lianxing.project.LinkKind;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectLink;
import com.lianxing.project.ProjectLinks;
import com.lianxing.project.Projects;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The card of a project's page with the projects it waits for and those that wait for it. */
@Controller
class ProjectLinkCard {

    private static final int MOST_DAYS = 365;

    private final ProjectLinks links;
    private final ProjectChanges changes;
    private final Projects projects;
    private final CurrentPerson currentPerson;
    private final Refusals refusals;
    private final MessageSource messages;

    ProjectLinkCard(
            ProjectLinks links,
            ProjectChanges changes,
            Projects projects,
            CurrentPerson currentPerson,
            Refusals refusals,
            MessageSource messages) {
        this.links = links;
        this.changes = changes;
        this.projects = projects;
        this.currentPerson = currentPerson;
        this.refusals = refusals;
        this.messages = messages;
    }

    /** @param waits whether the page's project waits for the other; else the other waits for it */
    record LinkRow(
            boolean waits,
            String code,
            String name,
            String kind,
            String status,
            String targetClocks,
            int bufferDays,
            boolean atRisk) {}

    void write(Project project, Person reader, Model model) {
        List<LinkRow> rows = new ArrayList<>();
        for (ProjectLink link : links.neededBy(project.code())) {
            rows.add(row(true, link, projects.require(link.needed()), changes.isAtRisk(link), reader));
        }
        for (ProjectLink link : links.waitingFor(project.code())) {
            rows.add(row(false, link, projects.require(link.waiting()), changes.isAtRisk(link), reader));
        }
        model.addAttribute("links", rows);
        model.addAttribute("mayLink", project.status().isOpen() && changes.mayAsk(project, reader));
        model.addAttribute("linkKinds", LinkKind.values());
    }

    private LinkRow row(boolean waits, ProjectLink link, Project other, boolean atRisk, Person reader) {
        return new LinkRow(
                waits,
                other.code().value(),
                other.name(),
                messages.getMessage(link.kind().messageKey(), null, reader.language()),
                other.status().name(),
                BothClocks.text(other.target(), reader.language()),
                link.bufferDays(),
                atRisk);
    }

    @PostMapping("/projects/{code}/links")
    String link(
            @PathVariable String code,
            @RequestParam String needs,
            @RequestParam LinkKind kind,
            @RequestParam(defaultValue = "0") int bufferDays,
            RedirectAttributes redirect) {
        Person person = currentPerson.require();
        Project waiting = known(code);
        String wanted = needs.strip();
        String refusal = ProjectCode.isCode(wanted)
                        && projects.find(new ProjectCode(wanted)).isPresent()
                ? refusal(waiting, wanted, kind, Math.max(0, Math.min(MOST_DAYS, bufferDays)), person)
                : "PROJECT_UNKNOWN";
        String page = "/projects/" + waiting.code();
        return refusal.isEmpty() ? "redirect:" + page : refusals.back(refusal, page, person, redirect, wanted);
    }

    /** Empty once they are linked. */
    private String refusal(Project waiting, String needs, LinkKind kind, int bufferDays, Person person) {
        ProjectChanges.Outcome outcome =
                changes.link(new ProjectLink(waiting.code(), new ProjectCode(needs), kind, bufferDays), person);
        return outcome == ProjectChanges.Outcome.DONE ? "" : outcome.name();
    }

    private Project known(String code) {
        if (!ProjectCode.isCode(code)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return projects.find(new ProjectCode(code))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
