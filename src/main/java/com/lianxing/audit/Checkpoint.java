package com.lianxing.audit;

import java.time.Instant;

/** How long a chain was at some moment, and the hash of its last entry then. */
public record Checkpoint(Instant at, String subjectType, String subjectId, long count, String hash) {}
