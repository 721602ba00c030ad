package com.lianxing.launch;

import com.lianxing.catalog.Channel;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Sheet;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the dates of a launch would be if Amazon kept last year's distances to Black Friday: provisional, to start from. */
@Service
public class ProposedDates {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    private final Sheet.Sheets sheets;
    private final LaunchTerms terms;

    ProposedDates(Sheet.Sheets sheets, LaunchTerms terms) {
        this.sheets = sheets;
        this.terms = terms;
    }

    /** Black Friday of that year: the day after the fourth Thursday of November. */
    public static LocalDate blackFriday(int year) {
        return LocalDate.of(year, 11, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY))
                .plusDays(1);
    }

    /** Enters them in the sheet of the channels' dates, where nobody has entered anything yet. */
    @Transactional
    public void enter(ProjectCode project, LocalDateTime eventStart, String by) {
        LocalDate friday = blackFriday(eventStart.getYear());
        LocalDate end = day(friday, "eventEnd");
        LocalDateTime last =
                (end.isAfter(eventStart.toLocalDate()) ? end : eventStart.toLocalDate()).atTime(LAST_MINUTE);
        Map<String, String> row = new HashMap<>();
        row.put("channel", Channel.AMAZON_US.name());
        row.put("zone", LaunchTerms.AMAZON.getId());
        row.put("eventStart", MOMENT.format(eventStart));
        row.put("eventEnd", MOMENT.format(last));
        LocalDateTime close = day(friday, "submissionClose").atTime(LAST_MINUTE);
        if (close.isBefore(eventStart)) {
            row.put("submissionClose", MOMENT.format(close));
        }
        row.put("arriveByMinimal", day(friday, "arriveByMinimal").toString());
        row.put("arriveByOptimized", day(friday, "arriveByOptimized").toString());
        row.put("arriveByAwd", day(friday, "arriveByAwd").toString());
        row.put("status", "PROVISIONAL");
        row.put("source", "2025 + " + (eventStart.getYear() - 2025));
        Sheet sheet = sheets.find("launchCalendar").orElseThrow();
        if (sheet.save(Sheet.Subject.of(project), 0, List.of(row), by) instanceof Sheet.Saved.Refused refused) {
            throw new IllegalStateException("proposed dates are wrong: " + refused.errors());
        }
    }

    private LocalDate day(LocalDate friday, String date) {
        return friday.minusDays(terms.daysBefore(date, friday));
    }
}
