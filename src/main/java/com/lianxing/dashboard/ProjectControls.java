package com.lianxing.dashboard;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.access.Role;
import com.lianxing.calendar.BothClocks;
import com.lianxing.inbound.Inbound;
import com.lianxing.process.Corrections;
import com.lianxing.process.DoneSteps;
import com.lianxing.process.ProjectChanges;
import com.lianxing.process.Standstill;
import com.lianxing.project.Pause;
import com.lianxing.project.Pauses;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectStatus;
import com.lianxing.project.Projects;
import com.lianxing.project.StepBack;
import com.lianxing.project.StepBacks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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

/**
 * What a manager does with a project as a whole on its page: change or cancel it, stop it, let it go on, take it back to
 * a wrong step.
 */
@Controller
class ProjectControls {

    private static final String OF_SHIPMENT = ":";

    private final Standstill standstill;
    private final ProjectChanges changes;
    private final Corrections corrections;
    private final Pauses pauses;
    private final StepBacks stepBacks;
    private final DoneSteps doneSteps;
    private final Projects projects;
    private final Inbound inbound;
    private final People people;
    private final CurrentPerson currentPerson;
    private final Refusals refusals;
    private final MessageSource messages;

    ProjectControls(
            Standstill standstill,
            ProjectChanges changes,
            Corrections corrections,
            Pauses pauses,
            StepBacks stepBacks,
            DoneSteps doneSteps,
            Projects projects,
            Inbound inbound,
            People people,
            CurrentPerson currentPerson,
            Refusals refusals,
            MessageSource messages) {
        this.standstill = standstill;
        this.changes = changes;
        this.corrections = corrections;
        this.pauses = pauses;
        this.stepBacks = stepBacks;
        this.doneSteps = doneSteps;
        this.projects = projects;
        this.inbound = inbound;
        this.people = people;
        this.currentPerson = currentPerson;
        this.refusals = refusals;
        this.messages = messages;
    }

    record HoldView(
            boolean mayDecide,
            String key,
            @Nullable String since,
            @Nullable String by,
            @Nullable String reason) {}

    record StepBackView(
            long id,
            String step,
            String askedBy,
            String askedAt,
            String reason,
            boolean reversesPayments,
            boolean mayConfirm,
            boolean mayRefuse) {}

    /** @param value what the form sends: a kind, and behind a colon the shipment it is about, if it is about one */
    record ChangeChoice(String value, String label) {}

    record StepChoice(String taskId, String name, String at) {}

    /** The model of the page's cards. */
    void write(Project project, Person reader, Model model) {
        List<StepChoice> choices = choices(project, reader);
        model.addAttribute("changes", changeChoices(project, reader));
        model.addAttribute("changeKey", UUID.randomUUID().toString());
        model.addAttribute("hold", hold(project, reader));
        model.addAttribute("stepBack", stepBack(project, reader));
        model.addAttribute("stepBackChoices", choices);
        model.addAttribute("stepBackKey", UUID.randomUUID().toString());
    }

    private List<ChangeChoice> changeChoices(Project project, Person reader) {
        Map<String, String> shipments = inbound.shipments(project.code()).stream()
                .collect(Collectors.toMap(Inbound.Shipment::id, Inbound.Shipment::amazonShipmentId));
        return changes.offered(project, reader).stream()
                .map(change -> new ChangeChoice(
                        change.shipmentId() == null
                                ? change.kind().name()
                                : change.kind() + OF_SHIPMENT + change.shipmentId(),
                        messages.getMessage(
                                "ui.change.kind." + change.kind(),
                                new Object[] {shipments.getOrDefault(change.shipmentId(), "")},
                                reader.language())))
                .toList();
    }

    /** Null where there is nothing to say or to decide. */
    private @Nullable HoldView hold(Project project, Person reader) {
        boolean may = standstill.mayDecide(project, reader);
        String key = UUID.randomUUID().toString();
        var pause = pauses.current(project.code());
        if (pause.isPresent()) {
            Pause on = pause.get();
            return new HoldView(may, key, clocks(on.heldAt(), reader), people.name(on.heldBy()), on.reason());
        }
        boolean offered = may && project.status().mayBecome(ProjectStatus.ON_HOLD);
        return offered ? new HoldView(true, key, null, null, null) : null;
    }

    private @Nullable StepBackView stepBack(Project project, Person reader) {
        StepBack open = stepBacks.open(project.code()).orElse(null);
        if (open == null) {
            return null;
        }
        boolean confirms = corrections.mayConfirm(project, open, reader);
        String step = doneSteps.of(project.code(), reader).stream()
                .filter(done -> done.step().taskId().equals(open.taskId()))
                .map(DoneSteps.Done::name)
                .findFirst()
                .orElse(open.taskId());
        return new StepBackView(
                open.id(),
                step,
                people.name(open.askedBy()),
                clocks(open.askedAt(), reader),
                open.reason(),
                open.reversesPayments(),
                confirms,
                confirms || open.askedBy().equals(reader.id()));
    }

    /** What the project's manager may ask to have done again, latest first; empty for everybody else. */
    private List<StepChoice> choices(Project project, Person reader) {
        boolean offered = project.status().isOpen()
                && reader.holds(Role.PROJECT_MANAGER)
                && standstill.mayDecide(project, reader)
                && stepBacks.open(project.code()).isEmpty();
        if (!offered) {
            return List.of();
        }
        List<StepChoice> choices = new ArrayList<>();
        doneSteps
                .of(project.code(), reader)
                .forEach(done -> choices.add(
                        0,
                        new StepChoice(
                                done.step().taskId(),
                                done.name(),
                                clocks(done.step().at(), reader))));
        return choices;
    }

    /** @param key written into the form, so that a second click is the same request */
    @PostMapping("/projects/{code}/changes")
    String change(
            @PathVariable String code,
            @RequestParam String key,
            @RequestParam String change,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        Person person = currentPerson.require();
        ProjectCode project = known(code);
        ProjectChanges.Change asked = parse(change);
        ProjectChanges.Outcome outcome = changes.ask(project, key, asked, person, reason);
        if (outcome == ProjectChanges.Outcome.DONE || outcome == ProjectChanges.Outcome.KEPT) {
            redirect.addFlashAttribute(
                    "done", messages.getMessage("ui.change." + outcome.name(), null, person.language()));
            return "redirect:" + page(project);
        }
        Object about = switch (outcome) {
            case REASON_NEEDED -> Standstill.LONGEST_REASON;
            case SHIPMENT_NOT_UNDER_WAY -> String.valueOf(asked.shipmentId());
            default -> project;
        };
        return refusals.back(outcome.name(), page(project), person, redirect, about);
    }

    private static ProjectChanges.Change parse(String sent) {
        int colon = sent.indexOf(OF_SHIPMENT);
        try {
            return new ProjectChanges.Change(
                    ProjectChanges.Kind.valueOf(colon < 0 ? sent : sent.substring(0, colon)),
                    colon < 0 ? null : sent.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no such change", e);
        }
    }

    /** @param key written into the form, so that a second click is the same request */
    @PostMapping("/projects/{code}/hold")
    String hold(
            @PathVariable String code,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        Person person = currentPerson.require();
        ProjectCode project = known(code);
        return back(project, standstill.hold(project, key, person, reason), person, redirect);
    }

    @PostMapping("/projects/{code}/resume")
    String resume(
            @PathVariable String code,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        Person person = currentPerson.require();
        ProjectCode project = known(code);
        return back(project, standstill.resume(project, key, person, reason), person, redirect);
    }

    @PostMapping("/projects/{code}/step-backs")
    String ask(
            @PathVariable String code,
            @RequestParam String key,
            @RequestParam String taskId,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean reversesPayments,
            RedirectAttributes redirect) {
        Person person = currentPerson.require();
        ProjectCode project = known(code);
        return back(project, corrections.ask(project, key, taskId, person, reason, reversesPayments), person, redirect);
    }

    @PostMapping("/projects/{code}/step-backs/{id}/confirm")
    String confirm(@PathVariable String code, @PathVariable long id, RedirectAttributes redirect) {
        Person person = currentPerson.require();
        ProjectCode project = known(code);
        return back(project, corrections.confirm(project, id, person), person, redirect);
    }

    @PostMapping("/projects/{code}/step-backs/{id}/refuse")
    String refuse(@PathVariable String code, @PathVariable long id, RedirectAttributes redirect) {
        Person person = currentPerson.require();
        ProjectCode project = known(code);
        return back(project, corrections.refuse(project, id, person), person, redirect);
    }

    private ProjectCode known(String code) {
        if (!ProjectCode.isCode(code)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return projects.find(new ProjectCode(code))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .code();
    }

    private String back(ProjectCode project, Enum<?> outcome, Person person, RedirectAttributes redirect) {
        return outcome.name().equals("DONE")
                ? "redirect:" + page(project)
                : refusals.back(outcome.name(), page(project), person, redirect, Standstill.LONGEST_REASON);
    }

    private static String page(ProjectCode project) {
        return "/projects/" + project;
    }

    private static String clocks(Instant instant, Person reader) {
        return BothClocks.text(instant, reader.zone(), reader.language());
    }
}
