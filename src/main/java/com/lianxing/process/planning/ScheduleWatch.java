package com.lianxing.process.planning;

import com.lianxing.calendar.Clock;
import com.lianxing.process.engine.AsApplication;
import com.lianxing.process.planning.LinkedSchedules.Planned;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import com.lianxing.schedule.DateHistory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks every few hours, and soon after each start, whether a project slips because nobody does anything. */
@Component
public class ScheduleWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleWatch.class);

    private static final int AT_ONCE = 200;

    private final Projects projects;
    private final LinkedSchedules schedules;
    private final DateHistory history;
    private final ScheduledDates dates;
    private final AsApplication application;
    private final Clock clock;
    private final TransactionTemplate transactions;

    ScheduleWatch(
            Projects projects,
            LinkedSchedules schedules,
            DateHistory history,
            ScheduledDates dates,
            AsApplication application,
            Clock clock,
            PlatformTransactionManager manager) {
        this.projects = projects;
        this.schedules = schedules;
        this.history = history;
        this.dates = dates;
        this.application = application;
        this.clock = clock;
        this.transactions = new TransactionTemplate(manager);
    }

    /** Two nodes may do it at once: who comes second finds nothing that moved. */
    @Scheduled(
            initialDelayString = "${lianxing.schedules.first:PT25M}",
            fixedDelayString = "${lianxing.schedules.every:PT4H}")
    void lookAtAll() {
        List<Project> some = projects.list("", AT_ONCE);
        while (!some.isEmpty()) {
            look(some.stream().filter(project -> project.status().isOpen()).toList());
            some = projects.list(some.get(some.size() - 1).code().value(), AT_ONCE);
        }
    }

    /** Reads them all at once, and takes only those in hand whose forecast has moved. */
    void look(Collection<Project> some) {
        Map<ProjectCode, Planned> planned = application.call(() -> schedules.of(some, clock.now()));
        Map<ProjectCode, DateHistory.Known> known = history.known(planned.keySet());
        for (Project project : some) {
            Planned now = planned.get(project.code());
            DateHistory.Known before = known.get(project.code());
            if (now != null && before != null && ScheduledDates.isMoved(before, now)) {
                safely(project.code());
            }
        }
    }

    /** One project that cannot be looked at does not keep the others from it. */
    private void safely(ProjectCode project) {
        try {
            transactions.executeWithoutResult(status -> {
                projects.lock(project);
                dates.look(project);
            });
        } catch (RuntimeException e) {
            LOG.warn("{} could not be looked at", project, e);
        }
    }
}
