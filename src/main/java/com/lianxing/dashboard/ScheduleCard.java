package com.lianxing.dashboard;

import com.lianxing.access.Person;
import com.lianxing.access.Role;
import com.lianxing.calendar.BothClocks;
import com.lianxing.calendar.Deadline;
import com.lianxing.process.ProjectSchedules;
import com.lianxing.process.ProjectSchedules.ProjectSchedule;
import com.lianxing.process.ProjectSchedules.ScheduledStep;
import com.lianxing.project.Project;
import com.lianxing.schedule.Schedule;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;

/** The card of a project's page that says until when each step must begin, and whether the target can be kept. */
@Controller
class ScheduleCard {

    private final ProjectSchedules schedules;
    private final DatesCard dates;
    private final MessageSource messages;

    ScheduleCard(ProjectSchedules schedules, DatesCard dates, MessageSource messages) {
        this.schedules = schedules;
        this.dates = dates;
        this.messages = messages;
    }

    /** @param tone of the badge: good, warn or bad */
    record ScheduleView(
            boolean feasible,
            String forecastClocks,
            long bufferDays,
            @Nullable Long bufferUsed,
            String tone,
            boolean certain,
            String worstClocks,
            @Nullable String neededBy,
            List<AwaitedRow> awaits,
            List<StepRow> steps) {}

    /** @param clocks when the other project will be done, as things stand */
    record AwaitedRow(String code, String clocks) {}

    /**
     * @param latestStart on both clocks
     * @param slackDays whole days; below zero it comes too late
     */
    record StepRow(
            String name,
            String who,
            String state,
            String latestStart,
            String forecast,
            long slackDays,
            boolean late,
            boolean critical) {}

    /** Answers what it shows; null once the project is closed. */
    @Nullable
    ProjectSchedule write(Project project, Person reader, Model model) {
        ProjectSchedule planned = project.status().isOpen()
                ? schedules.of(project, reader.language()).orElse(null)
                : null;
        model.addAttribute("schedule", planned == null ? null : view(project.target(), planned, reader));
        model.addAttribute("badges", planned == null ? "" : badges(planned, reader));
        dates.write(project, planned, reader, model);
        return planned;
    }

    private ScheduleView view(Deadline target, ProjectSchedule planned, Person reader) {
        Schedule schedule = planned.schedule();
        return new ScheduleView(
                schedule.isFeasible(),
                BothClocks.text(schedule.finish(), target.zone(), reader.language()),
                schedule.buffer().toDays(),
                schedule.bufferUsed(),
                tone(schedule),
                schedule.certain(),
                BothClocks.text(planned.worstFinish(), target.zone(), reader.language()),
                planned.neededBy() == null ? null : planned.neededBy().value(),
                planned.awaits().stream()
                        .map(awaited -> new AwaitedRow(
                                awaited.project().value(),
                                BothClocks.text(awaited.finish(), target.zone(), reader.language())))
                        .toList(),
                planned.steps().stream().map(step -> row(step, reader)).toList());
    }

    /**
     * What the diagrams say at a step that is not done, and at whatever calls such steps: a line each of its id, whether it is
     * late, and the words.
     */
    private String badges(ProjectSchedule planned, Person reader) {
        Map<String, Duration> slacks = new LinkedHashMap<>();
        for (ScheduledStep step : planned.steps()) {
            if (step.row().state() != Schedule.State.DONE) {
                for (String id : step.id().split("/")) {
                    Duration slack = step.row().slack();
                    slacks.merge(id, slack, (one, other) -> one.compareTo(other) < 0 ? one : other);
                }
            }
        }
        return slacks.entrySet().stream()
                .map(entry -> badge(
                        entry.getKey(), entry.getValue(), planned.schedule().buffer(), reader))
                .collect(Collectors.joining("\n"));
    }

    private String badge(String id, Duration slack, Duration buffer, Person reader) {
        boolean late = slack.plus(buffer).isNegative();
        return String.join("\t", id, late ? "late" : "", slackText(slack, buffer, reader, messages));
    }

    /** How much time is left before the buffer, how much of the buffer is used, or by how much the end is missed. */
    static String slackText(Duration slack, Duration buffer, Person reader, MessageSource messages) {
        Duration beyond = slack.plus(buffer);
        String key =
                beyond.isNegative() ? "ui.gantt.late" : slack.isNegative() ? "ui.gantt.inBuffer" : "ui.gantt.slack";
        Duration days = beyond.isNegative() ? beyond : slack;
        return messages.getMessage(key, new Object[] {Math.abs(days.toDays())}, reader.language());
    }

    private static String tone(Schedule schedule) {
        return switch (schedule.health()) {
            case GOOD -> "good";
            case WATCH -> "warn";
            case ALARM, MISSED -> "bad";
        };
    }

    private StepRow row(ScheduledStep step, Person reader) {
        Schedule.Row row = step.row();
        String who = step.groups().stream()
                .map(group -> Role.of(group)
                        .map(role -> text(role.messageKey(), reader))
                        .orElse(group))
                .collect(Collectors.joining(reader.readsChinese() ? "、" : ", "));
        return new StepRow(
                step.name(),
                who.isEmpty() ? "–" : who,
                row.state().name(),
                BothClocks.text(row.latest().start(), step.zone(), reader.language()),
                BothClocks.text(row.earliest().finish(), step.zone(), reader.language()),
                row.slack().toDays(),
                row.state() != Schedule.State.DONE && row.slack().isNegative(),
                row.critical());
    }

    private String text(String key, Person reader) {
        return messages.getMessage(key, null, reader.language());
    }
}
