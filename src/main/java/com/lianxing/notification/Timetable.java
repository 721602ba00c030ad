package com.lianxing.notification;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a message goes out on its reader's clock: what broke or was refused at once, everything else in the digest of the next
 * morning. Nothing goes out between {@link #QUIET_FROM} and {@link #QUIET_UNTIL} unless it could not be acted on afterwards.
 */
final class Timetable {

    static final LocalTime DIGEST = LocalTime.of(8, 30);
    static final LocalTime QUIET_FROM = LocalTime.of(22, 0);
    static final LocalTime QUIET_UNTIL = LocalTime.of(8, 0);

    /** Something is broken, refused or spent beyond its limit. */
    private static final Set<String> AT_ONCE = Set.of(
            "APPROVAL_ESCALATION",
            "APPROVAL_REJECTED",
            "CONTRACT_END",
            "DEALS_CALLED_OFF",
            "EVENT_STOPPED",
            "LAUNCH_UNDECIDED",
            "ORPHAN_HOLD",
            "PROJECT_CANCELLED",
            "SKU_BLOCKED",
            "SKU_STOPPED",
            "STEP_ESCALATED",
            "STEP_OVERDUE",
            "TARGET_MISSED");

    private Timetable() {}

    /** @param inDigest whether it goes out together with the reader's others of that moment */
    record Slot(Instant at, boolean inDigest) {}

    /**
     * @param due not before
     * @param latest after which it would come too late to be acted on; null if it may wait for a morning
     * @return a moment not before {@code now}; in a digest later than that, so that no digest grows once it can have gone out
     */
    static Slot slot(String kind, Instant due, @Nullable Instant latest, ZoneId zone, Instant now) {
        Instant from = due.isAfter(now) ? due : now;
        if (!AT_ONCE.contains(kind)) {
            Instant morning = digestAfter(due.isAfter(now) ? due.minusNanos(1) : now, zone);
            if (latest == null || !morning.isAfter(latest)) {
                return new Slot(morning, true);
            }
        }
        Instant awake = endOfQuiet(from, zone);
        if (latest == null || !awake.isAfter(latest)) {
            return new Slot(awake, false);
        }
        return new Slot(latest.isAfter(from) ? latest : from, false);
    }

    private static Instant digestAfter(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        ZonedDateTime today = local.toLocalDate().atTime(DIGEST).atZone(zone);
        return (today.isAfter(local)
                        ? today
                        : local.toLocalDate().plusDays(1).atTime(DIGEST).atZone(zone))
                .toInstant();
    }

    private static Instant endOfQuiet(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        if (local.toLocalTime().isBefore(QUIET_UNTIL)) {
            return local.toLocalDate().atTime(QUIET_UNTIL).atZone(zone).toInstant();
        }
        if (local.toLocalTime().isBefore(QUIET_FROM)) {
            return instant;
        }
        return local.toLocalDate().plusDays(1).atTime(QUIET_UNTIL).atZone(zone).toInstant();
    }
}
