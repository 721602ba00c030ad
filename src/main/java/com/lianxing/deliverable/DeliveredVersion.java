package com.lianxing.deliverable;

import java.time.Instant;
import java.util.UUID;

/**
 * One version as it was delivered. Its number and its hash together are what a verdict speaks of.
 *
 * @param number from 1
 * @param sha256 of the file, in lower-case hexadecimal
 * @param fileName for showing only
 * @param askedAt when the round began
 * @param dueAt until when it was agreed
 * @param deliveredBy id of whoever entered it: an account, or {@link OutsideParty#actor()}
 */
public record DeliveredVersion(
        int number,
        String sha256,
        UUID documentId,
        String fileName,
        int round,
        Instant askedAt,
        Instant dueAt,
        Instant deliveredAt,
        String deliveredBy) {

    public boolean isLate() {
        return deliveredAt.isAfter(dueAt);
    }
}
