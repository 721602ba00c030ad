package com.lianxing.obligation;

import com.lianxing.calendar.DeadlineKind;
import java.time.ZoneId;

/** What recurs, by whose rule: domain.md 2.3 and 2.4. */
public enum ObligationKind {
    /** Every second year, by the anniversary of its own registration: FD&amp;C Act 607(b). */
    COSMETIC_FACILITY(DeadlineKind.LEGAL),
    /** In the last quarter of every even year: 21 CFR 1.230. */
    FOOD_FACILITY(DeadlineKind.LEGAL),
    /** In the last quarter of every year: 21 CFR 207.29. */
    DRUG_ESTABLISHMENT(DeadlineKind.LEGAL),
    /** In the last quarter of every year: 21 CFR 807.22. */
    DEVICE_ESTABLISHMENT(DeadlineKind.LEGAL),
    /** By 1 September of every year: 21 CFR 1002.13. */
    RADIATION_REPORT(DeadlineKind.LEGAL),
    /** By its own period of notice. */
    CONTRACT(DeadlineKind.CONTRACT),
    /** As a contract: it goes on and costs, unless somebody says otherwise in time. */
    SUBSCRIPTION(DeadlineKind.CONTRACT);

    private static final ZoneId FDA = ZoneId.of("America/New_York");
    private static final ZoneId COMPANY = ZoneId.of("Asia/Shanghai");

    private final DeadlineKind deadline;

    ObligationKind(DeadlineKind deadline) {
        this.deadline = deadline;
    }

    public DeadlineKind deadline() {
        return deadline;
    }

    /** Whether goods may not be sold while it is not met. */
    public boolean isLegal() {
        return deadline == DeadlineKind.LEGAL;
    }

    /** Where its days end. */
    public ZoneId zone() {
        return isLegal() ? FDA : COMPANY;
    }

    /** The key of the name in the catalogue. */
    public String messageKey() {
        return "obligation.kind." + name();
    }
}
