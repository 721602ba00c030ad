package com.lianxing.obligation;

import com.lianxing.calendar.Deadline;
import java.time.LocalDate;
import java.time.Month;

/**
 * When an obligation recurs. Each period is worked out from where it all began, so nothing drifts: a day in February that
 * only leap years have comes back in leap years.
 *
 * @param anchor day of the registration; of a contract the day from which its periods count
 * @param everyMonths length of a contract's period; 0 for what the law sets
 * @param noticeDays so many days before the end of a contract's period; 0 for what the law sets
 */
public record Terms(ObligationKind kind, LocalDate anchor, int everyMonths, int noticeDays) {

    private static final int DAYS_AHEAD = 90;
    private static final int CONTRACT_DAYS_AHEAD = 60;

    public Terms {
        if (kind.isLegal() ? everyMonths != 0 || noticeDays != 0 : everyMonths < 1 || noticeDays < 0) {
            throw new IllegalArgumentException(
                    "%s every %d months with %d days of notice".formatted(kind, everyMonths, noticeDays));
        }
    }

    /** What the law sets. */
    public static Terms of(ObligationKind kind, LocalDate anchor) {
        return new Terms(kind, anchor, 0, 0);
    }

    /**
     * One period.
     *
     * @param opens from when it may be renewed; for what has no such day, when we begin to think of it
     */
    public record Period(int number, LocalDate opens, Deadline due) {}

    /** @param number from 1 */
    public Period period(int number) {
        return switch (kind) {
            case COSMETIC_FACILITY -> ahead(number, anchor.plusYears(2L * number), DAYS_AHEAD);
            case FOOD_FACILITY -> lastQuarter(number, firstYear(2) + 2 * (number - 1));
            case DRUG_ESTABLISHMENT, DEVICE_ESTABLISHMENT -> lastQuarter(number, firstYear(1) + number - 1);
            case RADIATION_REPORT -> ahead(number, firstReport().plusYears(number - 1L), DAYS_AHEAD);
            case CONTRACT, SUBSCRIPTION ->
                ahead(
                        number,
                        anchor.plusMonths((long) everyMonths * number).minusDays(noticeDays),
                        CONTRACT_DAYS_AHEAD);
        };
    }

    /** The first one that is not over on that day. */
    public Period firstFrom(LocalDate day) {
        int number = 1;
        while (period(number).due().local().toLocalDate().isBefore(day)) {
            number++;
        }
        return period(number);
    }

    /** Of the first window that opens after the registration; one made within a window counts for it. */
    private int firstYear(int every) {
        int year = anchor.getYear();
        while (year % every != 0 || !LocalDate.of(year, Month.OCTOBER, 1).isAfter(anchor)) {
            year++;
        }
        return year;
    }

    private LocalDate firstReport() {
        LocalDate report = LocalDate.of(anchor.getYear(), Month.SEPTEMBER, 1);
        return report.isAfter(anchor) ? report : report.plusYears(1);
    }

    private Period lastQuarter(int number, int year) {
        return new Period(number, LocalDate.of(year, Month.OCTOBER, 1), due(LocalDate.of(year, Month.DECEMBER, 31)));
    }

    private Period ahead(int number, LocalDate due, int days) {
        return new Period(number, due.minusDays(days), due(due));
    }

    private Deadline due(LocalDate day) {
        return Deadline.endOf(day, kind.zone(), kind.deadline());
    }
}
