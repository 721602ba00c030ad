package com.lianxing.process.engine;

import java.time.Duration;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Fetches no more jobs once the application closes, and lets those that are fetched end while engine, pool and database
 * still stand: none of the three waits for a job whose thread is only just starting.
 */
@Component
class JobsBeforeClose {

    private static final Logger LOG = LoggerFactory.getLogger(JobsBeforeClose.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final ObjectProvider<JobExecutor> executor;

    /** @param executor absent where no jobs are executed */
    JobsBeforeClose(ObjectProvider<JobExecutor> executor) {
        this.executor = executor;
    }

    @EventListener(ContextClosedEvent.class)
    void endJobs() {
        JobExecutor jobs = executor.getIfAvailable();
        if (!(jobs instanceof SpringJobExecutor running)
                || !(running.getTaskExecutor() instanceof ThreadPoolTaskExecutor tasks)) {
            return;
        }
        running.shutdown();
        ThreadPoolExecutor threads = tasks.getThreadPoolExecutor();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("a job is cut off and rolled back; it is taken up again when its lock runs out");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
