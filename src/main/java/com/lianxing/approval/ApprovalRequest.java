package com.lianxing.approval;

import com.lianxing.calendar.Deadline;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.Charge;
import com.lianxing.ledger.LineAmount;
import com.lianxing.money.Money;
import com.lianxing.money.Rate;
import com.lianxing.project.ProjectCode;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request and how far it came. See {@link NewRequest} for what was asked.
 *
 * @param rate the budget rate of the day it was opened; null if two people had not vouched for one
 * @param rateSource where that rate stands written
 * @param usd the amount at that rate, half up; null like the rate
 * @param routing null until the funds were checked
 * @param outcome null while it is open
 */
public record ApprovalRequest(
        String id,
        ProjectCode code,
        RequestType type,
        @Nullable BudgetLine line,
        Money original,
        @Nullable Rate rate,
        @Nullable String rateSource,
        @Nullable Money usd,
        String requestedBy,
        Instant requestedAt,
        @Nullable UUID vendorId,
        boolean external,
        int quotes,
        String reason,
        Deadline needBy,
        List<LineAmount> lines,
        @Nullable String actualId,
        List<LineAmount> excesses,
        @Nullable Routing routing,
        @Nullable Outcome outcome) {

    public ApprovalRequest {
        lines = List.copyOf(lines);
        excesses = List.copyOf(excesses);
    }

    /** Whether it asks for what is spent already. */
    public boolean isAfterTheFact() {
        return actualId != null;
    }

    /** What of it was spent beyond the line's limit; zero for all that is not spent yet. */
    public Money excessOf(BudgetLine line) {
        return excesses.stream()
                .filter(excess -> excess.line() == line)
                .map(LineAmount::usd)
                .reduce(Money.zero(Charge.USD), Money::plus);
    }

    /** The same of all its lines together. */
    Money excess() {
        return excesses.stream().map(LineAmount::usd).reduce(Money.zero(Charge.USD), Money::plus);
    }

    public boolean isOpen() {
        return outcome == null;
    }

    /** The type the decision tables saw; before the funds check, the type asked for. */
    public RequestType effectiveType() {
        return routing == null ? type : routing.checkedAs();
    }

    /** To the cent, half up: what the ledger makes of it too. Nothing and less are allowed here, to be refused. */
    static Money dollars(Money original, Rate rate) {
        return rate.convert(original, RoundingMode.HALF_UP);
    }

    /** What of it concerns each line, in dollars; empty without a rate of exchange. */
    public List<LineAmount> amounts() {
        if (line == null) {
            return lines;
        }
        return usd == null ? List.of() : List.of(new LineAmount(line, usd));
    }

    /**
     * What is to be held, by the id of each hold.
     *
     * @throws IllegalStateException if there is no rate, with which nothing is approved
     */
    Map<String, Held> holds() {
        if (line != null) {
            if (rate == null) {
                throw new IllegalStateException(id + " has no rate of exchange");
            }
            return Map.of(id, new Held(line, Charge.of(original, rate)));
        }
        return lines.stream()
                .collect(Collectors.toMap(
                        amount -> NewRequest.holdId(id, amount.line()),
                        amount -> new Held(amount.line(), Charge.inDollars(amount.usd())),
                        (one, other) -> {
                            throw new IllegalStateException(id + " names a line twice");
                        },
                        TreeMap::new));
    }

    record Held(BudgetLine line, Charge charge) {}
}
