package com.lianxing.inbound;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether Amazon can be asked, and how the last calls of this node went since it started.
 *
 * @param lastSuccess null while there was no success yet
 * @param failure of the last call; null if it went well
 */
public record AmazonConnection(State state, @Nullable Instant lastSuccess, AmazonFailure.@Nullable Kind failure) {

    public enum State {
        NOT_CONNECTED,
        CONNECTED,
        /** Answers come from a stand-in of our own. */
        DEMO
    }

    public boolean canBeAsked() {
        return state != State.NOT_CONNECTED;
    }
}
