package com.lianxing.dashboard;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.calendar.BothClocks;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.money.Money;
import com.lianxing.process.ProjectSchedules;
import com.lianxing.process.ProjectSchedules.ProjectSchedule;
import com.lianxing.process.ProjectSchedules.Prospect;
import com.lianxing.process.ProjectSchedules.ScheduledStep;
import com.lianxing.process.WayOut;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import com.lianxing.schedule.Baseline;
import com.lianxing.schedule.DateChange;
import com.lianxing.schedule.DateHistory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What was planned, which dates moved since and why, what may become of it, and what can be done. */
@Controller
class DatesCard {

    private static final int LAST_CHANGES = 30;
    private static final int WALKS = 500;

    private final ProjectSchedules schedules;
    private final DateHistory history;
    private final Projects projects;
    private final BudgetLedger ledger;
    private final People people;
    private final CurrentPerson currentPerson;
    private final MessageSource messages;

    DatesCard(
            ProjectSchedules schedules,
            DateHistory history,
            Projects projects,
            BudgetLedger ledger,
            People people,
            CurrentPerson currentPerson,
            MessageSource messages) {
        this.schedules = schedules;
        this.history = history;
        this.projects = projects;
        this.ledger = ledger;
        this.people = people;
        this.currentPerson = currentPerson;
        this.messages = messages;
    }

    record BaselineView(
            int version, String reason, String finishClocks, String targetClocks, String by, String atClocks) {}

    /** @param before on both clocks; null where there was none */
    record ChangeRow(String what, @Nullable String before, String after, String why, String by, String atClocks) {}

    /** @param cost null while it is not known */
    record OptionRow(
            String text,
            String finishClocks,
            boolean inTime,
            @Nullable Money cost) {}

    /** @param chance per cent; of the walks, in which share the target is kept */
    record ProspectView(
            int walks,
            long chance,
            String halfClocks,
            String mostClocks,
            @Nullable Money half,
            @Nullable Money most,
            List<String> drivers) {}

    void write(Project project, @Nullable ProjectSchedule planned, Person reader, Model model) {
        Map<String, String> names = new HashMap<>();
        if (planned != null) {
            planned.steps().forEach(step -> names.put(element(step), step.name()));
        }
        model.addAttribute(
                "baseline",
                history.baseline(project.code())
                        .map(baseline -> view(baseline, project, reader))
                        .orElse(null));
        model.addAttribute(
                "dateChanges",
                history.changes(project.code(), LAST_CHANGES).stream()
                        .map(change -> row(change, names, project, reader))
                        .toList());
    }

    /** What may become of it, and what can be done: read only when somebody asks, for it is much to calculate. */
    @GetMapping("/projects/{code}/outlook")
    String outlook(@PathVariable String code, Model model) {
        Person reader = currentPerson.require();
        Project project = known(code);
        if (!project.status().isOpen()
                || schedules.of(project, reader.language()).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Prospect prospect =
                schedules.prospect(project, WALKS, project.code().value().hashCode(), reader.language());
        model.addAttribute("prospect", view(project, prospect, reader));
        model.addAttribute(
                "options",
                schedules.waysOut(project).stream()
                        .map(way -> row(way, project, reader))
                        .toList());
        return "outlook";
    }

    private static String element(ScheduledStep step) {
        return step.id().substring(step.id().lastIndexOf('/') + 1);
    }

    private BaselineView view(Baseline baseline, Project project, Person reader) {
        return new BaselineView(
                baseline.version(),
                text("ui.dates.reason." + baseline.reason(), reader),
                clocks(baseline.finish(), project, reader),
                clocks(baseline.target(), project, reader),
                people.name(baseline.frozenBy()),
                BothClocks.text(baseline.frozenAt(), reader.zone(), reader.language()));
    }

    private ChangeRow row(DateChange change, Map<String, String> names, Project project, Person reader) {
        String step = change.step() == null ? "" : names.getOrDefault(change.step(), change.step());
        String causedBy = change.cause().step() == null
                ? ""
                : names.getOrDefault(change.cause().step(), change.cause().step());
        return new ChangeRow(
                text("ui.dates.kind." + change.kind(), reader, step),
                change.before() == null ? null : clocks(change.before(), project, reader),
                clocks(change.after(), project, reader),
                change.reason() != null
                        ? change.reason()
                        : text("ui.dates.cause." + change.cause().event(), reader, causedBy),
                people.name(change.by()),
                BothClocks.text(change.at(), reader.zone(), reader.language()));
    }

    private OptionRow row(WayOut way, Project project, Person reader) {
        String about = way.about().startsWith("fact.") ? text(way.about(), reader) : way.about();
        return new OptionRow(
                text("wayOut." + way.kind(), reader, about),
                clocks(way.finish(), project, reader),
                !way.finish().isAfter(project.target().instant()),
                way.cost());
    }

    private ProspectView view(Project project, Prospect prospect, Person reader) {
        boolean budgeted = ledger.budgetVersion(project.code()) > 0;
        Money certain = budgeted ? ledger.total(project.code()).limit() : null;
        return new ProspectView(
                WALKS,
                prospect.chance(),
                clocks(prospect.outcome().finishBy(50), project, reader),
                clocks(prospect.outcome().finishBy(90), project, reader),
                certain == null ? null : plus(certain, prospect.outcome().costBy(50)),
                certain == null ? null : plus(certain, prospect.outcome().costBy(90)),
                prospect.drivers());
    }

    /** Costs of the diagram are in US dollars, as budgets are. */
    private static Money plus(Money budget, long cents) {
        return budget.plus(Money.ofMinor(cents, "USD"));
    }

    private static String clocks(Instant instant, Project project, Person reader) {
        ZoneId zone = project.target().zone();
        return BothClocks.text(instant, zone, reader.language());
    }

    private Project known(String code) {
        if (!ProjectCode.isCode(code)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return projects.find(new ProjectCode(code))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String text(String key, Person reader, Object... about) {
        return messages.getMessage(key, about, reader.language());
    }
}
