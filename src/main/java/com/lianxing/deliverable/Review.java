package com.lianxing.deliverable;

import java.time.Instant;

/**
 * A verdict on one version.
 *
 * @param version the number of the version that was looked at
 * @param sha256 its hash
 * @param round from 1
 * @param score 1 to 5
 * @param comment empty if there is nothing to say
 */
public record Review(
        int version,
        String sha256,
        int round,
        Verdict verdict,
        int score,
        String comment,
        String reviewedBy,
        Instant reviewedAt) {}
