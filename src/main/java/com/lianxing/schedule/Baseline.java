package com.lianxing.schedule;

import java.time.Instant;
import java.util.Map;

/**
 * What was planned, frozen.
 *
 * @param finish when all would be done, as things stood then
 * @param steps by the ids of the network
 */
public record Baseline(
        int version,
        Reason reason,
        Instant target,
        Instant finish,
        int bufferDays,
        String frozenBy,
        Instant frozenAt,
        Map<String, PlannedStep> steps) {

    /** What it was frozen for. */
    public enum Reason {
        PLAN_APPROVED,
        TARGET_MOVED
    }

    /** @param latestFinish when it had to be done for the target and its buffer */
    public record PlannedStep(Instant start, Instant finish, Instant latestFinish) {}
}
