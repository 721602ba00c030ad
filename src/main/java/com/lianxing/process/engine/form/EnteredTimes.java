package com.lianxing.process.engine.form;

import com.lianxing.calendar.Clock;
import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Holds what was submitted against the clock. What the person left empty breaks no rule here. */
@Component
public class EnteredTimes {

    private static final ZoneId COMPANY = ZoneId.of("Asia/Shanghai");

    private final Clock clock;

    EnteredTimes(Clock clock) {
        this.clock = clock;
    }

    /** Whether the moment, on the clock of the zone submitted beside it, has come already. */
    public boolean isOver(Submission submission, String at, String zone) {
        return submission
                .dateTime(at)
                .flatMap(local -> submission.zone(zone).map(where -> new Deadline(local, where, DeadlineKind.INTERNAL)))
                .filter(moment -> !moment.instant().isAfter(clock.now()))
                .isPresent();
    }

    /** Whether the first moment is not before the second, each on the clock of its own zone. */
    public boolean isNotBefore(Submission submission, String at, String zone, String laterAt, String laterZone) {
        return !instant(submission, at, zone).isBefore(instant(submission, laterAt, laterZone));
    }

    /** Whether the day has not begun yet, neither where the person is nor in China, where it begins early. */
    public boolean isInFuture(Submission submission, String key) {
        LocalDate today = today(submission);
        LocalDate inChina = clock.today(COMPANY);
        LocalDate latest = today.isAfter(inChina) ? today : inChina;
        return submission.date(key).filter(date -> date.isAfter(latest)).isPresent();
    }

    /** Whether the day is over where the person is. */
    public boolean isInPast(Submission submission, String key) {
        return submission
                .date(key)
                .filter(date -> date.isBefore(today(submission)))
                .isPresent();
    }

    /** The date where the person is. */
    public LocalDate today(Submission submission) {
        return clock.today(submission.person().zone());
    }

    private static Instant instant(Submission submission, String at, String zone) {
        return new Deadline(
                        submission.dateTime(at).orElseThrow(),
                        submission.zone(zone).orElseThrow(),
                        DeadlineKind.INTERNAL)
                .instant();
    }
}
