package com.lianxing.ledger;

import com.lianxing.money.Money;
import com.lianxing.money.Rate;
import com.lianxing.project.ProjectCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry being written. Without a paper it is in dollars and says nothing. */
final class Draft {

    private static final Money ZERO = Money.zero(Charge.USD);

    private final String id;
    private final EntryType type;
    private final ProjectCode code;
    private final BudgetLine line;
    private final Money usd;
    private final Mandate mandate;
    private Money original;
    private Rate rate = Rate.identity(Charge.USD);
    private String memo = "";
    private @Nullable String holdId;
    private @Nullable String reverses;
    private @Nullable String invoiceNo;
    private Money settled = ZERO;
    private Money excess = ZERO;

    private Draft(String id, EntryType type, ProjectCode code, BudgetLine line, Money usd, Mandate mandate) {
        this.id = id;
        this.type = type;
        this.code = code;
        this.line = line;
        this.usd = usd;
        this.mandate = mandate;
        this.original = usd;
    }

    static Draft of(String id, EntryType type, ProjectCode code, BudgetLine line, Money usd, Mandate mandate) {
        return new Draft(id, type, code, line, usd, mandate);
    }

    Draft paper(Charge charge, String text) {
        original = charge.original();
        rate = charge.rate();
        memo = text;
        return this;
    }

    Draft hold(@Nullable String id) {
        holdId = id;
        return this;
    }

    Draft spending(Money ofHold, Money beyondLimit, String invoice) {
        settled = ofHold;
        excess = beyondLimit;
        invoiceNo = invoice;
        return this;
    }

    Draft crediting(Charge charge, String paperNo, String text) {
        original = charge.original().negate();
        rate = charge.rate();
        invoiceNo = paperNo;
        memo = text;
        return this;
    }

    Draft reversing(LedgerEntry actual, String reason) {
        reverses = actual.id();
        holdId = actual.holdId();
        settled = actual.settled().negate();
        invoiceNo = actual.invoiceNo();
        original = actual.original().negate();
        rate = actual.rate();
        memo = reason;
        return this;
    }

    LedgerEntry at(Instant instant) {
        boolean flagged = type == EntryType.ACTUAL && usd.compareTo(settled) > 0;
        return new LedgerEntry(
                id, code, line, type, usd, settled, excess, flagged, original, rate, holdId, reverses, invoiceNo,
                mandate, memo, instant);
    }
}
