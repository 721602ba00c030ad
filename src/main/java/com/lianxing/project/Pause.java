package com.lianxing.project;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a project stands still.
 *
 * @param reason why it was put on hold
 * @param resumedAt null while it lasts
 */
public record Pause(
        long id,
        ProjectCode project,
        String heldBy,
        Instant heldAt,
        String reason,
        @Nullable Instant resumedAt) {}
