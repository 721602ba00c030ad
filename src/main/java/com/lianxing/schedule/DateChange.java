package com.lianxing.schedule;

import com.lianxing.project.ProjectCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A date of a project that moved.
 *
 * @param step of a due date the step, as the diagram calls it; else null
 * @param before null where there was none
 * @param cause what moved it
 * @param reason in the words of whoever moved a target; else null
 * @param by id of the person, or that of the system
 */
public record DateChange(
        ProjectCode project,
        Kind kind,
        @Nullable String step,
        @Nullable Instant before,
        Instant after,
        Cause cause,
        @Nullable String reason,
        String by,
        Instant at) {

    /** Which date. */
    public enum Kind {
        TARGET,
        /** When the target will be reached as things stand. */
        FORECAST,
        /** Until when an open step has to be done. */
        DUE
    }

    /** What moved it. */
    public enum Event {
        STEP_DONE,
        STEP_BEGAN,
        TARGET_MOVED,
        TIME_PASSED
    }

    /** @param step that was done or began, as the diagram calls it; else null */
    public record Cause(Event event, @Nullable String step) {}
}
