package com.lianxing.inbound;

import java.time.Duration;

/** Amazon was not asked, did not answer, or said no. What it said stands in the message, in its own English. */
public class AmazonFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What can be done about it. */
    public enum Kind {
        /** No seller account is connected. */
        NOT_CONNECTED,
        /** Somebody must authorize us again. */
        UNAUTHORIZED,
        /** We ask too often, or pause because Amazon does not answer: ask again later. */
        BUSY,
        /** No answer, or an error of Amazon's own: it may pass. */
        UNREACHABLE,
        /** Amazon says no to what was asked: asking again cannot help. */
        REFUSED,
        /** Amazon's answer is none that we know: asking again cannot help. */
        NOT_UNDERSTOOD
    }

    private final Kind kind;
    private final Duration wait;

    public AmazonFailure(Kind kind, String message) {
        this(kind, message, Duration.ZERO);
    }

    /** @param wait how long to wait before asking again */
    public AmazonFailure(Kind kind, String message, Duration wait) {
        super(message);
        this.kind = kind;
        this.wait = wait;
    }

    public Kind kind() {
        return kind;
    }

    public Duration waitBeforeNext() {
        return wait;
    }
}
