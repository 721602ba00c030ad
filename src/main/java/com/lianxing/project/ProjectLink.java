package com.lianxing.project;

import com.lianxing.calendar.Deadline;
import java.time.Duration;
import java.time.Instant;

/**
 * One project waits for another.
 *
 * @param bufferDays whole days that the needed project has to be done before the target of the one that waits
 */
public record ProjectLink(ProjectCode waiting, ProjectCode needed, LinkKind kind, int bufferDays) {

    /** Until when the needed project has to be done. */
    public Instant neededBy(Deadline targetOfWaiting) {
        return targetOfWaiting.instant().minus(Duration.ofDays(bufferDays));
    }
}
