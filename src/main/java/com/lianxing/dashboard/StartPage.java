package com.lianxing.dashboard;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.access.Role;
import com.lianxing.calendar.BothClocks;
import com.lianxing.calendar.Clock;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetTotal;
import com.lianxing.process.WorkList;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import com.lianxing.project.StaleProjects;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All projects, most urgent first. */
@Controller
class StartPage {

    private static final int PAGE = 50;

    private final Projects projects;
    private final StaleProjects staleProjects;
    private final BudgetLedger ledger;
    private final WorkList work;
    private final People people;
    private final CurrentPerson currentPerson;
    private final MessageSource messages;
    private final Clock clock;

    StartPage(
            Projects projects,
            StaleProjects staleProjects,
            BudgetLedger ledger,
            WorkList work,
            People people,
            CurrentPerson currentPerson,
            MessageSource messages,
            Clock clock) {
        this.projects = projects;
        this.staleProjects = staleProjects;
        this.ledger = ledger;
        this.work = work;
        this.people = people;
        this.currentPerson = currentPerson;
        this.messages = messages;
        this.clock = clock;
    }

    record NextDeadline(String what, String clocks, boolean late) {}

    record ProjectRow(
            String code,
            String name,
            String lifecycle,
            String status,
            String owner,
            @Nullable NextDeadline nextDeadline,
            @Nullable BudgetTotal budget,
            long openTasks) {}

    @GetMapping("/")
    String start(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "false") boolean stale,
            Model model) {
        Person person = currentPerson.require();
        List<Project> found = person.readsProjects() ? page(after, stale) : List.of();
        List<ProjectCode> codes = found.stream().map(Project::code).toList();
        Map<String, WorkList.NextDeadline> deadlines = work.nextDeadlines(codes);
        Map<String, Long> open = work.openCounts(codes);
        Map<ProjectCode, BudgetTotal> budgets = ledger.totals(codes);
        Map<String, String> owners =
                people.names(found.stream().map(Project::owner).distinct().toList());
        model.addAttribute("work", work.personal(person.id(), clock.now()));
        model.addAttribute("mayStart", person.holds(Role.PROJECT_MANAGER));
        model.addAttribute(
                "projects",
                found.stream()
                        .sorted(Comparator.comparing(
                                (Project project) ->
                                        deadlines.get(project.code().value()),
                                Comparator.nullsLast(Comparator.comparing(WorkList.NextDeadline::at))))
                        .map(project -> row(project, deadlines, open, budgets, owners, person))
                        .toList());
        model.addAttribute(
                "next", found.size() < PAGE ? null : codes.get(codes.size() - 1).value());
        model.addAttribute("stale", stale);
        model.addAttribute(
                "staleCount", person.readsProjects() ? staleProjects.marked().size() : 0);
        return "start";
    }

    private List<Project> page(String after, boolean stale) {
        return stale ? projects.listStale(after, PAGE) : projects.list(after, PAGE);
    }

    private ProjectRow row(
            Project project,
            Map<String, WorkList.NextDeadline> deadlines,
            Map<String, Long> open,
            Map<ProjectCode, BudgetTotal> budgets,
            Map<String, String> owners,
            Person person) {
        String code = project.code().value();
        WorkList.NextDeadline due = deadlines.get(code);
        NextDeadline next = due == null
                ? null
                : new NextDeadline(
                        due.step(person.language()),
                        BothClocks.text(due.at(), person.zone(), person.language()),
                        due.at().isBefore(clock.now()));
        return new ProjectRow(
                code,
                project.name(),
                messages.getMessage("lifecycle." + project.lifecycle(), null, person.language()),
                project.status().name(),
                owners.getOrDefault(project.owner(), project.owner()),
                next,
                budgets.get(project.code()),
                open.getOrDefault(code, 0L));
    }
}
