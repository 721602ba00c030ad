package com.lianxing.deliverable;

/** What a reviewer says of one version. */
public enum Verdict {
    ACCEPT,
    /** Another version is asked for. */
    REVISE,
    REJECT
}
