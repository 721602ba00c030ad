package com.lianxing.process.blackfridaylaunch;

import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.launch.ChannelDates;
import com.lianxing.launch.LaunchTerms;
import com.lianxing.launch.Launches;
import com.lianxing.process.engine.Deadlines;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.engine.Var;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The dates that hang on the event, with the timers and due dates that wait for them. */
@Component
class EventDates {

    private final Launches launches;
    private final LaunchTerms terms;
    private final Projects projects;
    private final Deadlines deadlines;

    EventDates(Launches launches, LaunchTerms terms, Projects projects, Deadlines deadlines) {
        this.launches = launches;
        this.terms = terms;
        this.projects = projects;
        this.deadlines = deadlines;
    }

    /** Sets them from the target of the project and the dates of the channels, or moves them there. */
    void set(DelegateExecution execution, String reason) {
        ProjectCode project = ProjectProcess.project(execution);
        Deadline start = projects.require(project).target();
        Deadline end = launches.calendar(project).stream()
                .map(ChannelDates::end)
                .filter(one -> one.instant().isAfter(start.instant()))
                .max(Comparator.comparing(Deadline::instant))
                .orElseThrow(() -> Refusal.rule("EVENT_ENDS_BEFORE_IT_BEGINS"));
        LocalDate lastDay = end.instant().atZone(LaunchTerms.AMAZON).toLocalDate();
        Map<Var<Date>, Deadline> dates = new LinkedHashMap<>();
        dates.put(BlackFridayLaunch.EVENT_START_AT, platform(start.local(), start.zone()));
        dates.put(BlackFridayLaunch.EVENT_END_AT, end);
        dates.put(
                BlackFridayLaunch.LAUNCH_DECISION_DUE_AT, platform(start.local().minusHours(24), start.zone()));
        dates.put(BlackFridayLaunch.RETURNS_UNTIL_AT, terms.returnsUntil(lastDay));
        dates.put(BlackFridayLaunch.CLAIMS_UNTIL_AT, terms.claimsUntil(lastDay));
        dates.forEach((date, to) -> deadlines.move(execution.getProcessInstanceId(), date, to, reason));
    }

    private static Deadline platform(LocalDateTime local, ZoneId zone) {
        return new Deadline(local, zone, DeadlineKind.PLATFORM);
    }
}
