package com.lianxing.deliverable;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How one outside party has delivered so far. Days are elapsed days with one decimal.
 *
 * @param deliverables that it was asked for
 * @param accepted of these
 * @param rounds versions delivered
 * @param outsideDays from the beginning of each round until the version came, or until now
 * @param insideDays from each version until its last verdict
 * @param lateVersions that came after their date
 * @param waitingLate that are late and have not come, of projects that go on
 * @param lateDays by which the late ones were or are late
 * @param score average of 1 to 5, with two decimals; null before the first verdict
 */
public record PartyReport(
        OutsideParty party,
        int deliverables,
        int accepted,
        int rounds,
        BigDecimal outsideDays,
        BigDecimal insideDays,
        int lateVersions,
        int waitingLate,
        BigDecimal lateDays,
        @Nullable BigDecimal score) {}
