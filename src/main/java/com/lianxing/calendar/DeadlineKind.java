package com.lianxing.calendar;

/** Who says until when, which is how bad it is to be late. */
public enum DeadlineKind {
    /** A law or an authority. It moves with the fact that it derives from, and nobody can extend it. */
    LEGAL,
    /** A marketplace or carrier platform. */
    PLATFORM,
    /** An agreement with an outside party. */
    CONTRACT,
    /** Ourselves. */
    INTERNAL
}
