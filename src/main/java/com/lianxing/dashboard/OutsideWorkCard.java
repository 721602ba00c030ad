package com.lianxing.dashboard;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.Person;
import com.lianxing.access.Role;
import com.lianxing.calendar.BothClocks;
import com.lianxing.calendar.Clock;
import com.lianxing.calendar.Deadline;
import com.lianxing.deliverable.ActorNames;
import com.lianxing.deliverable.Comments;
import com.lianxing.deliverable.Deliverable;
import com.lianxing.deliverable.Deliverables;
import com.lianxing.deliverable.DeliveredVersion;
import com.lianxing.deliverable.OutsideParties;
import com.lianxing.deliverable.OutsideParty;
import com.lianxing.deliverable.PortalLink;
import com.lianxing.deliverable.PortalLinks;
import com.lianxing.process.ProjectChanges;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The card of a project's page with what outside parties deliver: who, what, and the links that let them in. */
@Controller
class OutsideWorkCard {

    /** Outside parties have no role: their steps are tasks of these. */
    private static final Set<Role> DELIVERERS =
            EnumSet.of(Role.LOGISTICS, Role.COMPLIANCE, Role.PURCHASING, Role.DESIGN);

    private static final List<String> USUAL_ZONES = List.of("Asia/Shanghai", "America/Los_Angeles", "America/New_York");

    private static final Pattern MAIL = Pattern.compile("[^@\\s]{1,100}@[^@\\s]{3,200}");

    private final Deliverables deliverables;
    private final OutsideParties parties;
    private final PortalLinks links;
    private final Comments comments;
    private final ProjectChanges changes;
    private final Projects projects;
    private final ActorNames names;
    private final CurrentPerson currentPerson;
    private final Refusals refusals;
    private final MessageSource messages;
    private final Clock clock;

    OutsideWorkCard(
            Deliverables deliverables,
            OutsideParties parties,
            PortalLinks links,
            Comments comments,
            ProjectChanges changes,
            Projects projects,
            ActorNames names,
            CurrentPerson currentPerson,
            Refusals refusals,
            MessageSource messages,
            Clock clock) {
        this.deliverables = deliverables;
        this.parties = parties;
        this.links = links;
        this.comments = comments;
        this.changes = changes;
        this.projects = projects;
        this.names = names;
        this.currentPerson = currentPerson;
        this.refusals = refusals;
        this.messages = messages;
        this.clock = clock;
    }

    record LinkRow(String id, String state, String expires, String issuedBy) {}

    record VersionRow(int number, String fileId, String fileName, String sha256, String by, String at, boolean late) {}

    record CommentRow(String author, String text, String at) {}

    record WorkRow(
            String id,
            String what,
            @Nullable OutsideParty party,
            String brief,
            int round,
            int maxRounds,
            @Nullable String dueClocks,
            boolean late,
            List<VersionRow> versions,
            List<LinkRow> links,
            List<CommentRow> comments) {}

    void write(Project project, Person reader, Model model) {
        model.addAttribute(
                "outsideWork",
                deliverables.of(project.code()).stream()
                        .map(wanted -> row(wanted, reader))
                        .toList());
        boolean mayArrange = mayArrange(project, reader);
        model.addAttribute("mayRevoke", mayArrange);
        model.addAttribute("mayBrief", mayArrange && project.status().isOpen());
        model.addAttribute("outsideZones", zones());
        model.addAttribute("linkKey", UUID.randomUUID().toString());
    }

    /** The usual ones, and those that parties live by already: saving a brief does not move anybody. */
    private Set<String> zones() {
        Set<String> zones = new LinkedHashSet<>(USUAL_ZONES);
        parties.list().forEach(party -> zones.add(party.zone().getId()));
        return zones;
    }

    private WorkRow row(Deliverable wanted, Person reader) {
        Deadline due = wanted.due();
        boolean waits = deliverables
                .lastVersion(wanted.id())
                .map(version -> version.round() < wanted.round())
                .orElse(true);
        Instant now = clock.now();
        return new WorkRow(
                wanted.id().toString(),
                wanted.named(
                        messages.getMessage("deliverable." + wanted.kind(), null, wanted.kind(), reader.language())),
                wanted.party(),
                wanted.brief(),
                wanted.round(),
                wanted.maxRounds(),
                due == null ? null : BothClocks.text(due, reader.language()),
                due != null && waits && due.isPast(now),
                deliverables.versions(wanted.id()).stream()
                        .map(version -> version(version, reader))
                        .toList(),
                links.of(wanted.id()).stream().map(link -> link(link, reader)).toList(),
                comments.of(wanted.id()).stream()
                        .map(said -> comment(said, reader))
                        .toList());
    }

    private LinkRow link(PortalLink link, Person reader) {
        return new LinkRow(
                link.id().toString(),
                links.state(link).name(),
                clocks(link.expiresAt(), reader),
                names.of(link.issuedBy()));
    }

    private VersionRow version(DeliveredVersion version, Person reader) {
        return new VersionRow(
                version.number(),
                version.documentId().toString(),
                version.fileName(),
                version.sha256(),
                names.of(version.deliveredBy()),
                clocks(version.deliveredAt(), reader),
                version.isLate());
    }

    private CommentRow comment(Comments.Comment said, Person reader) {
        return new CommentRow(names.of(said.author()), said.text(), clocks(said.at(), reader));
    }

    /** Whoever may change the project, and whoever has its tasks of a role that records for outside parties. */
    private boolean mayArrange(Project project, Person person) {
        return changes.mayAsk(project, person)
                || DELIVERERS.stream()
                        .filter(person::holds)
                        .anyMatch(role -> projects.memberFor(project.code(), role).stream()
                                .allMatch(person.id()::equals));
    }

    @PostMapping("/projects/{code}/deliverables/{id}/brief")
    String brief(
            @PathVariable String code,
            @PathVariable UUID id,
            @RequestParam String party,
            @RequestParam(defaultValue = "") String email,
            @RequestParam String language,
            @RequestParam String zone,
            @RequestParam(defaultValue = "") String brief,
            @RequestParam int maxRounds,
            RedirectAttributes redirect) {
        Person person = currentPerson.require();
        Project project = open(code, id, person);
        String address = email.strip();
        boolean right = !party.isBlank()
                && party.strip().length() <= 200
                && (address.isEmpty() || MAIL.matcher(address).matches())
                && Set.of("zh", "en").contains(language)
                && brief.length() <= Deliverable.LONGEST_BRIEF
                && maxRounds >= 1
                && maxRounds <= Deliverable.MOST_ROUNDS
                && isZone(zone);
        if (!right) {
            return refusals.back("OUTSIDE_PARTY_WRONG", page(project.code()), person, redirect);
        }
        OutsideParty named = parties.put(
                party,
                language.equals("zh") ? Locale.CHINESE : Locale.ENGLISH,
                ZoneId.of(zone),
                address.isEmpty() ? null : address);
        deliverables.brief(id, named, brief.strip(), maxRounds, person.id());
        return back(project.code());
    }

    /** @param key written into the form: a second click makes no second link */
    @PostMapping("/projects/{code}/deliverables/{id}/links")
    String issue(
            @PathVariable String code,
            @PathVariable UUID id,
            @RequestParam UUID key,
            @RequestParam(defaultValue = "30") int days,
            RedirectAttributes redirect) {
        Person person = currentPerson.require();
        Project project = open(code, id, person);
        if (deliverables.require(id).party() == null || days < 1 || days > PortalLinks.MOST_DAYS) {
            return refusals.back(
                    "OUTSIDE_PARTY_MISSING", page(project.code()), person, redirect, PortalLinks.MOST_DAYS);
        }
        links.issue(key, id, days, person.id())
                .ifPresent(issued -> redirect.addFlashAttribute(
                        "issuedLink",
                        ServletUriComponentsBuilder.fromCurrentContextPath()
                                .path("/portal/" + issued.token())
                                .toUriString()));
        return back(project.code());
    }

    @PostMapping("/projects/{code}/deliverables/{id}/links/{link}/revoke")
    String revoke(@PathVariable String code, @PathVariable UUID id, @PathVariable UUID link) {
        Person person = currentPerson.require();
        Project project = own(code, id, person);
        if (links.of(id).stream().noneMatch(one -> one.id().equals(link))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        links.revoke(link, person.id());
        return back(project.code());
    }

    @PostMapping("/projects/{code}/deliverables/{id}/comments")
    String comment(
            @PathVariable String code, @PathVariable UUID id, @RequestParam String text, RedirectAttributes redirect) {
        Person person = currentPerson.require();
        Project project = open(code, id, person);
        return comments.add(id, person.id(), text)
                ? back(project.code())
                : refusals.back("COMMENT_NOT_TAKEN", page(project.code()), person, redirect, Comments.LONGEST);
    }

    /** The project, if the deliverable is one of its own and the person works on it. */
    private Project own(String code, UUID id, Person person) {
        Project project = ProjectCode.isCode(code)
                ? projects.find(new ProjectCode(code))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                : null;
        if (project == null
                || deliverables
                        .find(id)
                        .filter(wanted -> wanted.project().equals(project.code()))
                        .isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (!mayArrange(project, person)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return project;
    }

    /** As {@link #own}, of a project that goes on. */
    private Project open(String code, UUID id, Person person) {
        Project project = own(code, id, person);
        if (!project.status().isOpen()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return project;
    }

    private static String clocks(Instant instant, Person reader) {
        return BothClocks.text(instant, reader.zone(), reader.language());
    }

    private static boolean isZone(String zone) {
        try {
            return zone.contains("/") && ZoneId.of(zone).getId().equals(zone);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String back(ProjectCode project) {
        return "redirect:" + page(project);
    }

    private static String page(ProjectCode project) {
        return "/projects/" + project + "#outside";
    }
}
