package com.lianxing.process.staleprojectreview;

import com.lianxing.calendar.Clock;
import com.lianxing.process.engine.AsApplication;
import com.lianxing.process.lifecycle.ProjectProcess;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectMoved;
import com.lianxing.project.Projects;
import com.lianxing.project.StaleProjects;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks twice a day, and soon after each start, for projects in which nobody does anything, and for those in which somebody does again. */
@Component
public class StaleProjectWatch {

    private static final Logger LOG = LoggerFactory.getLogger(StaleProjectWatch.class);

    private final StaleProjects stale;
    private final Projects projects;
    private final RuntimeService runtime;
    private final AsApplication application;
    private final Clock clock;
    private final TransactionTemplate transactions;

    StaleProjectWatch(
            StaleProjects stale,
            Projects projects,
            RuntimeService runtime,
            AsApplication application,
            Clock clock,
            PlatformTransactionManager manager) {
        this.stale = stale;
        this.projects = projects;
        this.runtime = runtime;
        this.application = application;
        this.clock = clock;
        this.transactions = new TransactionTemplate(manager);
    }

    /** Two nodes may do it at once: the mark of a project is made once. */
    @Scheduled(
            initialDelayString = "${lianxing.stale-projects.first:PT20M}",
            fixedDelayString = "${lianxing.stale-projects.every:PT12H}")
    public void look() {
        stale.marked().forEach(project -> safely(project, this::endIfActive));
        stale.quiet().forEach(project -> safely(project, this::begin));
    }

    /** What has ended needs no decision. */
    @EventListener
    void ended(ProjectMoved moved) {
        if (!projects.require(moved.project()).status().isOpen()) {
            tellActive(moved.project());
        }
    }

    private interface Step {
        void take(ProjectCode project);
    }

    /** One project that cannot be looked at does not keep the others from it. */
    private void safely(ProjectCode project, Step step) {
        try {
            transactions.executeWithoutResult(status -> {
                projects.lock(project);
                step.take(project);
            });
        } catch (RuntimeException e) {
            LOG.warn("{} could not be looked at", project, e);
        }
    }

    private void begin(ProjectCode project) {
        if (stale.mark(project)) {
            runtime.startProcessInstanceByKey(
                    StaleProjectReview.KEY,
                    project.value(),
                    Map.of(
                            ProjectProcess.PROJECT_CODE.name(),
                            project.value(),
                            StaleProjectReview.REVIEW_DUE_AT.name(),
                            Date.from(clock.now().plus(StaleProjectReview.TO_DECIDE))));
        }
    }

    private void endIfActive(ProjectCode project) {
        boolean worked = stale.markedAt(project)
                .filter(marked -> !stale.lastActivity(project).isBefore(marked))
                .isPresent();
        if (worked || !projects.require(project).status().isOpen()) {
            tellActive(project);
        }
    }

    private void tellActive(ProjectCode project) {
        application.run(() -> runtime.createMessageCorrelation(StaleProjectReview.ACTIVE_AGAIN)
                .processInstanceBusinessKey(project.value())
                .correlateAllWithResult());
    }
}
