package com.lianxing.process.engine.worker;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for external tasks every two seconds, where jobs are executed too; stops after the task at hand. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
class OutsideWorkerLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutsideWorkerLoop.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(40);

    private final OutsideWorker worker;
    private @Nullable ScheduledExecutorService thread;

    OutsideWorkerLoop(OutsideWorker worker) {
        this.worker = worker;
    }

    @Override
    public void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "outside-worker"));
        started.scheduleWithFixedDelay(this::work, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    /** Whatever goes wrong, for example a database that is away: the next look comes all the same. */
    private void work() {
        try {
            worker.workAll();
        } catch (RuntimeException e) {
            LOG.warn("external tasks cannot be fetched: {}", e.getMessage());
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        running.shutdown();
        try {
            if (!running.awaitTermination(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("a call to the outside is cut off; it is taken up again when its lock runs out");
                running.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** After {@code FirstStart}, whose models and demo company come first. */
    @Override
    public int getPhase() {
        return 100;
    }
}
