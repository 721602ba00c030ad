package com.lianxing.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BothClocksTest {

    @ParameterizedTest
    @CsvSource({
        "2026-10-28T23:59, America/Los_Angeles, zh, '2026-10-28 23:59 PT (America/Los_Angeles) · 10-29 14:59 北京时间'",
        "2026-10-28T23:59, America/Los_Angeles, en, '2026-10-28 23:59 PT (America/Los_Angeles) · 10-29 14:59 Beijing time'",
        "2026-11-02T23:59, America/Los_Angeles, zh, '2026-11-02 23:59 PT (America/Los_Angeles) · 11-03 15:59 北京时间'",
        "2026-10-29T14:59, Asia/Shanghai, zh, '2026-10-29 14:59 北京时间 (Asia/Shanghai) · 10-28 23:59 PT'",
        "2026-12-31T23:59, America/New_York, en, '2026-12-31 23:59 ET (America/New_York) · 2027-01-01 12:59 Beijing time'",
        "2026-06-01T12:00, UTC, en, '2026-06-01 12:00 UTC · 06-01 20:00 Beijing time'",
        "2026-06-01T12:00, Europe/Berlin, zh, '2026-06-01 12:00 Europe/Berlin · 06-01 18:00 北京时间'",
        // The hour that occurs twice says which of the two, and a skipped one shows the time it becomes.
        "2026-11-01T01:30, America/Los_Angeles, en, '2026-11-01 01:30 PT (America/Los_Angeles, UTC-08:00) · 11-01 17:30 Beijing time'",
        "2027-03-14T02:30, America/Los_Angeles, en, '2027-03-14 03:30 PT (America/Los_Angeles) · 03-14 18:30 Beijing time'",
    })
    void aDeadlineReadsOnBothSidesOfThePacific(LocalDateTime local, ZoneId zone, String language, String text) {
        assertThat(BothClocks.text(new Deadline(local, zone, DeadlineKind.PLATFORM), Locale.forLanguageTag(language)))
                .isEqualTo(text);
    }

    @Test
    void anyChineseReadsChineseAndEverybodyElseEnglish() {
        Instant instant = Instant.parse("2026-10-29T06:59:00Z");
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");

        assertThat(BothClocks.text(instant, shanghai, Locale.SIMPLIFIED_CHINESE))
                .contains("北京时间");
        assertThat(BothClocks.text(instant, shanghai, Locale.FRENCH)).contains("Beijing time");
    }
}
