package com.lianxing.project;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The wish to do a step again that was done wrongly, and what was decided on it.
 *
 * @param taskId the task whose submission was wrong
 * @param reversesPayments whether what was paid since is taken back too
 * @param verdict null until a second person decides
 */
public record StepBack(
        long id,
        ProjectCode project,
        String taskId,
        String askedBy,
        Instant askedAt,
        String reason,
        boolean reversesPayments,
        @Nullable Verdict verdict,
        @Nullable String decidedBy) {

    public enum Verdict {
        CONFIRMED,
        REFUSED
    }
}
