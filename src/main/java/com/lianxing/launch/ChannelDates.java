package com.lianxing.launch;

import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.catalog.Channel;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a channel announced for the event of the year, on its own clock.
 *
 * @param submissionClose until when deals are taken; null where none are asked for
 * @param arriveBy until when stock has to be in, by placement; empty where the channel stores nothing
 * @param isConfirmed false for what was carried over from the year before
 */
public record ChannelDates(
        Channel channel,
        ZoneId zone,
        LocalDateTime eventStart,
        LocalDateTime eventEnd,
        @Nullable LocalDateTime submissionOpen,
        @Nullable LocalDateTime submissionClose,
        Map<Placement, LocalDate> arriveBy,
        boolean isConfirmed) {

    public Deadline start() {
        return platform(eventStart);
    }

    public Deadline end() {
        return platform(eventEnd);
    }

    /** Until when a deal can be handed in: at the latest when the event begins. */
    public Deadline dealsClose() {
        return platform(submissionClose == null ? eventStart : submissionClose);
    }

    public Optional<Deadline> arriveBy(Placement placement) {
        return Optional.ofNullable(arriveBy.get(placement))
                .map(day -> Deadline.endOf(day, zone, DeadlineKind.PLATFORM));
    }

    private Deadline platform(LocalDateTime local) {
        return new Deadline(local, zone, DeadlineKind.PLATFORM);
    }
}
