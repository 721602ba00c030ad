package com.lianxing.dashboard;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.access.Role;
import com.lianxing.calendar.BothClocks;
import com.lianxing.calendar.Clock;
import com.lianxing.process.ProjectSchedules;
import com.lianxing.process.ProjectSchedules.ProjectSchedule;
import com.lianxing.process.ProjectSchedules.ScheduledStep;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import com.lianxing.schedule.Schedule;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who works on which projects in the coming weeks, as their schedules say, and where two of them want the same person at once. */
@Controller
class WeeksPage {

    private static final int WEEKS = 6;
    private static final int MOST = 200;
    private static final String LAUNCHES = "black-friday-launch";

    private final Projects projects;
    private final ProjectSchedules schedules;
    private final People people;
    private final CurrentPerson currentPerson;
    private final MessageSource messages;
    private final Clock clock;

    WeeksPage(
            Projects projects,
            ProjectSchedules schedules,
            People people,
            CurrentPerson currentPerson,
            MessageSource messages,
            Clock clock) {
        this.projects = projects;
        this.schedules = schedules;
        this.people = people;
        this.currentPerson = currentPerson;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param done when it will be, on the clock of where it is done; {@code doneClocks} on both
     * @param pressing whether it is worked on, or decides about the end of its project
     */
    record Work(String code, String step, String done, String doneClocks, boolean pressing) {}

    /** @param clash whether steps of two projects are pressing in the same week */
    record Cell(List<Work> works, boolean clash) {

        static Cell of(List<Work> works) {
            Set<String> pressing = new HashSet<>();
            works.stream().filter(Work::pressing).forEach(work -> pressing.add(work.code()));
            return new Cell(works, pressing.size() > 1);
        }
    }

    record Row(String who, List<Cell> cells) {}

    /** @param all whether all kinds of projects are asked for; else launches only */
    @GetMapping("/weeks")
    String weeks(@RequestParam(defaultValue = "false") boolean all, Model model) {
        Person reader = currentPerson.require();
        List<Project> open = open(all);
        LocalDate monday = clock.today(reader.zone()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<LocalDate> mondays =
                IntStream.range(0, WEEKS).mapToObj(monday::plusWeeks).toList();
        model.addAttribute("all", all);
        model.addAttribute("mondays", mondays);
        model.addAttribute("rows", rows(open, mondays, reader));
        return "weeks";
    }

    private List<Project> open(boolean all) {
        List<Project> open = new ArrayList<>();
        List<Project> page = projects.list("", MOST);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(project -> project.status().isOpen())
                    .filter(project -> all || project.lifecycle().equals(LAUNCHES))
                    .forEach(open::add);
            page = projects.list(page.get(page.size() - 1).code().value(), MOST);
        }
        return open;
    }

    private List<Row> rows(Collection<Project> open, List<LocalDate> mondays, Person reader) {
        Map<ProjectCode, ProjectSchedule> planned = schedules.of(open, reader.language());
        Map<ProjectCode, Map<Role, String>> teams = projects.teams(planned.keySet());
        Map<String, List<List<Work>>> byPerson = new TreeMap<>();
        planned.forEach((code, schedule) -> {
            for (ScheduledStep step : schedule.steps()) {
                for (int week = 0; week < mondays.size(); week++) {
                    if (step.row().state() != Schedule.State.DONE && falls(step, mondays.get(week), reader.zone())) {
                        byPerson.computeIfAbsent(
                                        who(step, teams.getOrDefault(code, Map.of()), reader),
                                        name -> mondays.stream()
                                                .map(monday -> (List<Work>) new ArrayList<Work>())
                                                .toList())
                                .get(week)
                                .add(work(code, step, reader));
                    }
                }
            }
        });
        return byPerson.entrySet().stream()
                .map(row -> new Row(
                        row.getKey(), row.getValue().stream().map(Cell::of).toList()))
                .toList();
    }

    private static boolean falls(ScheduledStep step, LocalDate monday, ZoneId zone) {
        Instant from = monday.atStartOfDay(zone).toInstant();
        Instant to = monday.plusWeeks(1).atStartOfDay(zone).toInstant();
        Instant starts = step.row().earliest().start();
        Instant ends = step.row().earliest().finish();
        return starts.isBefore(to) && (ends.isAfter(from) || ends.equals(starts) && !starts.isBefore(from));
    }

    /** The team's person for the role that the diagram names first, else the role; nobody in particular is a dash. */
    private String who(ScheduledStep step, Map<Role, String> team, Person reader) {
        return step.groups().stream()
                .flatMap(group -> Role.of(group).stream())
                .findFirst()
                .map(role -> team.containsKey(role)
                        ? people.name(team.get(role))
                        : messages.getMessage(role.messageKey(), null, reader.language()))
                .orElse("–");
    }

    private static Work work(ProjectCode code, ScheduledStep step, Person reader) {
        String clocks = BothClocks.text(step.row().earliest().finish(), step.zone(), reader.language());
        return new Work(
                code.value(),
                step.name(),
                clocks.substring(0, clocks.indexOf(" (")),
                clocks,
                step.row().critical() || step.row().state() == Schedule.State.RUNNING);
    }
}
