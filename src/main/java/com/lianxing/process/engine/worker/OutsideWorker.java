package com.lianxing.process.engine.worker;

import com.lianxing.process.engine.worker.OutsideResult.Done;
import com.lianxing.process.engine.worker.OutsideResult.Failed;
import com.lianxing.process.engine.worker.OutsideResult.GivenUp;
import com.lianxing.process.engine.worker.OutsideResult.Later;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.externaltask.ExternalTaskQueryBuilder;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes external tasks, has them done, and tells the engine. The lock of a node that died runs out after two minutes;
 * then another takes the task.
 */
@Component
public class OutsideWorker {

    private static final Logger LOG = LoggerFactory.getLogger(OutsideWorker.class);

    /** Longer than the longest call. */
    private static final Duration LOCK = Duration.ofMinutes(2);

    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6));

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final int LONGEST_MESSAGE = 600;

    private final ExternalTaskService tasks;
    private final TransactionTemplate transaction;
    private final Map<String, OutsideWork> handlers;
    private final String workerId = "lianxing-" + UUID.randomUUID();

    OutsideWorker(ExternalTaskService tasks, PlatformTransactionManager transactions, List<OutsideWork> handlers) {
        this.tasks = tasks;
        this.transaction = new TransactionTemplate(transactions);
        this.handlers = handlers.stream().collect(Collectors.toMap(OutsideWork::topic, Function.identity()));
    }

    /** Does every task that is due, one after the other, until none is; answers how many were worked on. */
    public int workAll() {
        int worked = 0;
        while (workNext()) {
            worked++;
        }
        return worked;
    }

    /** One at a time, so that no lock grows old in a queue. False if there was nothing to do. */
    public boolean workNext() {
        if (handlers.isEmpty()) {
            return false;
        }
        ExternalTaskQueryBuilder fetch = tasks.fetchAndLock(1, workerId);
        for (String topic : handlers.keySet()) {
            fetch = fetch.topic(topic, LOCK.toMillis());
        }
        List<LockedExternalTask> locked = fetch.execute();
        locked.forEach(this::work);
        return !locked.isEmpty();
    }

    private void work(LockedExternalTask locked) {
        OutsideWork handler = Objects.requireNonNull(handlers.get(locked.getTopicName()));
        OutsideTask task = new OutsideTask(
                locked.getId(),
                locked.getProcessInstanceId(),
                locked.getActivityId(),
                locked.getBusinessKey(),
                Map.copyOf(withoutNulls(locked.getVariables())));
        OutsideResult result;
        try {
            result = handler.perform(task);
        } catch (RuntimeException e) {
            LOG.error("{} of {} failed", locked.getTopicName(), task.projectCode(), e);
            result = new Failed(e.getClass().getSimpleName());
        }
        tell(handler, task, locked, result);
    }

    private void tell(OutsideWork handler, OutsideTask task, LockedExternalTask locked, OutsideResult result) {
        try {
            if (result instanceof Done done) {
                tasks.complete(task.id(), workerId, done.variables());
            } else if (result instanceof Later later) {
                tasks.extendLock(
                        task.id(),
                        workerId,
                        atLeast(later.pause(), SHORTEST_WAIT).toMillis());
            } else if (result instanceof Failed failed) {
                fail(handler, task, locked.getRetries(), failed.why());
            } else if (result instanceof GivenUp givenUp) {
                giveUp(handler, task, givenUp.why());
            }
        } catch (ProcessEngineException e) {
            // The instance has moved on, or another node has the task now: whoever has it goes on.
            LOG.info("{} of {} is no longer ours: {}", locked.getTopicName(), task.projectCode(), e.getMessage());
        }
    }

    private void fail(OutsideWork handler, OutsideTask task, Integer retries, String why) {
        int left = (retries == null ? WAITS.size() + 1 : retries) - 1;
        if (left <= 0) {
            giveUp(handler, task, why);
            return;
        }
        Duration wait = WAITS.get(Math.max(0, WAITS.size() - left));
        long jitter = ThreadLocalRandom.current().nextLong(wait.toMillis() / 10 + 1);
        tasks.handleFailure(task.id(), workerId, shortened(why), why, left, wait.toMillis() + jitter);
    }

    /** The incident and what tells a person come together or not at all. */
    private void giveUp(OutsideWork handler, OutsideTask task, String why) {
        transaction.executeWithoutResult(status -> {
            tasks.handleFailure(task.id(), workerId, shortened(why), why, 0, 0);
            handler.onGivenUp(task);
        });
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> variables) {
        return variables.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Duration atLeast(Duration wait, Duration least) {
        return wait.compareTo(least) < 0 ? least : wait;
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) : text;
    }
}
