package com.lianxing.approval;

/** What an approver says. */
public enum Verdict {
    APPROVE,
    /** The requester may change it and ask again. */
    RETURN,
    REJECT
}
