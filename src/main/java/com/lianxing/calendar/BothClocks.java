package com.lianxing.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * A time as people here read it: on the clock it was stated in, and on the clock of the other side of the Pacific, e.g.
 * {@code 2026-10-28 23:59 PT (America/Los_Angeles) · 10-29 14:59 北京时间}.
 */
public final class BothClocks {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter WITHIN_YEAR = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

    private BothClocks() {}

    /** A deadline, on the clock of its own zone first. */
    public static String text(Deadline deadline, Locale language) {
        return text(deadline.zoned(), language);
    }

    /**
     * An instant, on the clock of this zone first.
     *
     * @param language Chinese for any Chinese, English for all else
     */
    public static String text(Instant instant, ZoneId zone, Locale language) {
        return text(instant.atZone(zone), language);
    }

    private static String text(ZonedDateTime stated, Locale language) {
        ZoneId otherZone = BEIJING.getRules().equals(stated.getZone().getRules()) ? PACIFIC : BEIJING;
        ZonedDateTime other = stated.withZoneSameInstant(otherZone);
        DateTimeFormatter shorter = other.getYear() == stated.getYear() ? WITHIN_YEAR : FULL;
        String name = name(stated.getZone(), language);
        String where = name.isEmpty() ? region(stated) : name + " (" + region(stated) + ")";
        return "%s %s · %s %s".formatted(FULL.format(stated), where, shorter.format(other), name(otherZone, language));
    }

    /** The region; with its offset in the hour that occurs twice. */
    private static String region(ZonedDateTime time) {
        LocalDateTime local = time.toLocalDateTime();
        boolean twice = time.getZone().getRules().getValidOffsets(local).size() > 1;
        return twice
                ? time.getZone().getId() + ", UTC" + OFFSET.format(time)
                : time.getZone().getId();
    }

    private static String name(ZoneId zone, Locale language) {
        Locale known = language.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
        try {
            return ResourceBundle.getBundle("messages.calendar", known).getString("zone." + zone.getId());
        } catch (MissingResourceException e) {
            return "";
        }
    }
}
