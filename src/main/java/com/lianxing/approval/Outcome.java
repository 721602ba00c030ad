package com.lianxing.approval;

/** How a request ended, and why. Sentences for people stand in the catalogue under {@code outcome.<name>}. */
public enum Outcome {
    APPROVED(Result.APPROVED),
    RETURNED(Result.RETURNED),
    /** An approver said no. */
    REJECTED(Result.REJECTED),
    /** Nobody decided by the date it was needed. Time never approves. */
    EXPIRED(Result.REJECTED),
    /** There is no confirmed rate of exchange, so nothing can be compared. */
    RATE_UNKNOWN(Result.REJECTED),
    /** The budget has no such line. */
    LINE_UNKNOWN(Result.REJECTED),
    /** A first budget was asked for, and there is one already. */
    BUDGET_EXISTS(Result.REJECTED),
    NOTHING_ASKED(Result.REJECTED),
    /** Labour and contingency take no money from other lines, and lines must add up to nothing. */
    REALLOCATION_FORBIDDEN(Result.REJECTED),
    /** Everybody who could be asked has a conflict of duty. */
    NOBODY_TO_ASK(Result.REJECTED),
    /** The decision tables have no answer. */
    POLICY_GAP(Result.REJECTED),
    /** Approved, but by then others had taken the money. */
    FUNDS_GONE(Result.REJECTED),
    /** Approved, but more was spent on the line than its limit, and that comes first. */
    EXCESS_OPEN(Result.REJECTED),
    /** What had asked for it was cancelled. */
    WITHDRAWN(Result.REJECTED);

    /** What a process that asked goes on with. */
    public enum Result {
        APPROVED,
        REJECTED,
        RETURNED
    }

    private final Result result;

    Outcome(Result result) {
        this.result = result;
    }

    public Result result() {
        return result;
    }
}
