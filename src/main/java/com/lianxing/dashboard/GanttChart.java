package com.lianxing.dashboard;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.Person;
import com.lianxing.calendar.BothClocks;
import com.lianxing.calendar.CalendarDay;
import com.lianxing.calendar.Clock;
import com.lianxing.calendar.WorkingCalendar;
import com.lianxing.calendar.WorkingCalendars;
import com.lianxing.process.ProjectSchedules;
import com.lianxing.process.ProjectSchedules.ProjectSchedule;
import com.lianxing.process.ProjectSchedules.ScheduledStep;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import com.lianxing.schedule.Baseline.PlannedStep;
import com.lianxing.schedule.DateHistory;
import com.lianxing.schedule.Schedule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the Gantt chart of a project's page draws, written for its reader: dates as days, each in the zone it is kept in. */
@RestController
class GanttChart {

    private final ProjectSchedules schedules;
    private final DateHistory history;
    private final Projects projects;
    private final WorkingCalendars calendars;
    private final CurrentPerson currentPerson;
    private final MessageSource messages;
    private final Clock clock;

    GanttChart(
            ProjectSchedules schedules,
            DateHistory history,
            Projects projects,
            WorkingCalendars calendars,
            CurrentPerson currentPerson,
            MessageSource messages,
            Clock clock) {
        this.schedules = schedules;
        this.history = history;
        this.projects = projects;
        this.calendars = calendars;
        this.currentPerson = currentPerson;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A row.
     *
     * @param from the first day on which it is or was worked on, or can be
     * @param to the last one
     * @param plannedFrom the same by the plan that was approved last; else by when it must be done at the latest
     * @param lines what to tell of it, each date on both clocks
     */
    record Bar(
            String id,
            String name,
            LocalDate from,
            LocalDate to,
            LocalDate plannedFrom,
            LocalDate plannedTo,
            Schedule.State state,
            boolean critical,
            boolean late,
            List<String> dependsOn,
            List<String> lines) {}

    /** A day on which one of the two countries rests. */
    record Holiday(LocalDate date, String name) {}

    /** @param language as the chart's months are named */
    record Chart(
            String language,
            LocalDate today,
            LocalDate target,
            String todayText,
            String targetText,
            List<Holiday> holidays,
            List<Bar> bars) {}

    @GetMapping("/projects/{code}/gantt")
    Chart chart(@PathVariable String code) {
        Person reader = currentPerson.require();
        Project project = known(code);
        ProjectSchedule planned = schedules
                .of(project, reader.language())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Map<String, PlannedStep> approved = history.baseline(project.code())
                .map(baseline -> baseline.steps())
                .orElse(Map.of());
        List<Bar> bars = planned.steps().stream()
                .map(step -> bar(step, planned.schedule(), approved.get(step.id()), reader))
                .toList();
        ZoneId zone = project.target().zone();
        LocalDate target = project.target().local().toLocalDate();
        return new Chart(
                reader.language().getLanguage(),
                clock.today(zone),
                target,
                text("ui.gantt.today", reader),
                text("ui.gantt.target", reader, BothClocks.text(project.target(), reader.language())),
                holidays(bars, target, reader),
                bars);
    }

    private Bar bar(ScheduledStep step, Schedule schedule, @Nullable PlannedStep approved, Person reader) {
        Schedule.Row row = step.row();
        ZoneId zone = step.zone();
        boolean late = row.state() != Schedule.State.DONE && schedule.isTooLate(row);
        List<String> lines = new ArrayList<>();
        lines.add(text("ui.schedule.state." + row.state(), reader)
                + (row.critical() ? text("ui.gantt.separator", reader) + text("ui.schedule.critical", reader) : ""));
        lines.add(text("ui.gantt.from", reader, clocks(row.earliest().start(), zone, reader)));
        lines.add(
                text("ui.gantt.to." + row.state(), reader, clocks(row.earliest().finish(), zone, reader)));
        lines.add(text("ui.gantt.latest", reader, clocks(row.latest().finish(), zone, reader)));
        if (approved != null) {
            lines.add(text("ui.gantt.approved", reader, clocks(approved.finish(), zone, reader)));
        }
        if (row.state() != Schedule.State.DONE) {
            lines.add(ScheduleCard.slackText(row.slack(), schedule.buffer(), reader, messages));
        }
        Instant plannedFrom = approved == null ? row.latest().start() : approved.start();
        Instant plannedTo = approved == null ? row.latest().finish() : approved.finish();
        return new Bar(
                step.id(),
                step.name(),
                day(row.earliest().start(), zone),
                lastDay(row.earliest().start(), row.earliest().finish(), zone),
                day(plannedFrom, zone),
                lastDay(plannedFrom, plannedTo, zone),
                row.state(),
                row.critical(),
                late,
                step.dependsOn(),
                lines);
    }

    /** Of China and of the United States, over the days that the chart shows. */
    private List<Holiday> holidays(List<Bar> bars, LocalDate target, Person reader) {
        LocalDate from = Stream.concat(bars.stream().map(Bar::from), Stream.of(target))
                .min(LocalDate::compareTo)
                .orElse(target);
        LocalDate to = Stream.concat(bars.stream().map(Bar::to), Stream.of(target))
                .max(LocalDate::compareTo)
                .orElse(target);
        List<Holiday> holidays = new ArrayList<>();
        for (WorkingCalendar calendar : List.of(calendars.china(), WorkingCalendar.usFederal())) {
            from.datesUntil(to.plusDays(1))
                    .filter(calendar::covers)
                    .flatMap(day -> calendar.specialDay(day).stream())
                    .filter(day -> day.kind() == CalendarDay.Kind.HOLIDAY)
                    .forEach(day -> holidays.add(new Holiday(
                            day.date(),
                            text(
                                    calendar.equals(WorkingCalendar.usFederal()) ? "ui.gantt.us" : "ui.gantt.china",
                                    reader,
                                    reader.readsChinese() ? day.nameZh() : day.nameEn()))));
        }
        return holidays;
    }

    private static LocalDate day(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }

    /** What ends at midnight ends on the day before. */
    private static LocalDate lastDay(Instant from, Instant to, ZoneId zone) {
        LocalDate first = day(from, zone);
        LocalDate last = day(to.minusSeconds(1), zone);
        return last.isBefore(first) ? first : last;
    }

    private static String clocks(Instant instant, ZoneId zone, Person reader) {
        return BothClocks.text(instant, zone, reader.language());
    }

    private Project known(String code) {
        if (!ProjectCode.isCode(code)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return projects.find(new ProjectCode(code))
                .filter(project -> project.status().isOpen())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String text(String key, Person reader, Object... about) {
        return messages.getMessage(key, about, reader.language());
    }
}
