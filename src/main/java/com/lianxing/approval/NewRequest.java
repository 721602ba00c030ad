package com.lianxing.approval;

import com.lianxing.calendar.Deadline;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.Charge;
import com.lianxing.ledger.ExcessPosted;
import com.lianxing.ledger.ExcessPosted.Unasked;
import com.lianxing.ledger.LineAmount;
import com.lianxing.money.Money;
import com.lianxing.project.ProjectCode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks to have approved. The rate of exchange is not his to name: opening the request looks it up.
 *
 * @param requestId one per pass of the step that asks, derived from its instance. What is approved is held under this id;
 *     what is approved for several lines under {@link #holdId}
 * @param line of a commitment, an overrun or a payment; null for what concerns several lines
 * @param original the amount as the paper says it; for several lines the dollars that move
 * @param requestedBy id of the person who asks: the authenticated user, never a process variable
 * @param vendorId who is paid: what the same vendor got within 30 days counts towards the level
 * @param external whether it is bought outside, where quotes are compared
 * @param quotes how many were compared
 * @param needBy when it expires undecided
 * @param lines limits of an INITIAL, changes of a CHANGE or REALLOCATE, what a commitment on several lines holds on each;
 *     what was spent on each of several; else empty
 * @param actualId the ledger's actual that nobody had asked for, of several posted together the first; null for all that
 *     is not spent yet
 * @param excesses how much of what was spent is beyond the limit, for each line; empty for all that is not spent yet
 */
public record NewRequest(
        String requestId,
        ProjectCode code,
        RequestType type,
        @Nullable BudgetLine line,
        Money original,
        String requestedBy,
        @Nullable UUID vendorId,
        boolean external,
        int quotes,
        String reason,
        Deadline needBy,
        List<LineAmount> lines,
        @Nullable String actualId,
        List<LineAmount> excesses) {

    /** Of more than these the reason only says how many. */
    private static final int MOST_ACTUALS_NAMED = 20;

    public NewRequest {
        lines = List.copyOf(lines);
        excesses = List.copyOf(excesses);
        boolean mayBeOneLine =
                type == RequestType.COMMITMENT || type == RequestType.OVERRUN || type == RequestType.PAYMENT;
        boolean severalLines = !(mayBeOneLine && lines.isEmpty());
        if (severalLines == (line != null) || severalLines == lines.isEmpty()) {
            throw new IllegalArgumentException("%s of line %s and lines %s".formatted(type, line, lines));
        }
        if ((type == RequestType.OVERRUN) != (actualId != null) || (actualId == null) != excesses.isEmpty()) {
            throw new IllegalArgumentException("%s with actual %s of excess %s".formatted(type, actualId, excesses));
        }
        boolean signed = type == RequestType.CHANGE || type == RequestType.REALLOCATE;
        if (!signed && lines.stream().anyMatch(amount -> amount.usd().isNegative())) {
            throw new IllegalArgumentException("%s below zero: %s".formatted(type, lines));
        }
        if (quotes < 0 || reason.isBlank()) {
            throw new IllegalArgumentException("a request needs a reason and no negative number of quotes");
        }
    }

    /** The first budget: a limit for each line, none below zero. */
    public static NewRequest initial(
            String requestId,
            ProjectCode code,
            List<LineAmount> limits,
            String requestedBy,
            String reason,
            Deadline needBy) {
        return ofLines(requestId, code, RequestType.INITIAL, limits, requestedBy, reason, needBy);
    }

    /** Another budget: by how much each line rises or falls. */
    public static NewRequest change(
            String requestId,
            ProjectCode code,
            List<LineAmount> deltas,
            String requestedBy,
            String reason,
            Deadline needBy) {
        return ofLines(requestId, code, RequestType.CHANGE, deltas, requestedBy, reason, needBy);
    }

    /** Money from line to line; what does not add up to nothing is refused by the decision table. */
    public static NewRequest reallocation(
            String requestId,
            ProjectCode code,
            List<LineAmount> deltas,
            String requestedBy,
            String reason,
            Deadline needBy) {
        return ofLines(requestId, code, RequestType.REALLOCATE, deltas, requestedBy, reason, needBy);
    }

    /** To hold money for something that is not bought outside: duty, fees. See {@link #boughtFrom} for what is. */
    public static NewRequest commitment(
            String requestId,
            ProjectCode code,
            BudgetLine line,
            Money original,
            String requestedBy,
            String reason,
            Deadline needBy) {
        return new NewRequest(
                requestId,
                code,
                RequestType.COMMITMENT,
                line,
                original,
                requestedBy,
                null,
                false,
                0,
                reason,
                needBy,
                List.of(),
                null,
                List.of());
    }

    /**
     * To pay a vendor what was bought, from what is held for it.
     *
     * @param vendor null if the purchase named none
     */
    public static NewRequest payment(
            String requestId,
            ProjectCode code,
            BudgetLine line,
            Money original,
            @Nullable UUID vendor,
            String requestedBy,
            String reason,
            Deadline needBy) {
        return new NewRequest(
                requestId,
                code,
                RequestType.PAYMENT,
                line,
                original,
                requestedBy,
                vendor,
                false,
                0,
                reason,
                needBy,
                List.of(),
                null,
                List.of());
    }

    /** A commitment on several lines at once, in dollars: all of it is held, or none. A line of zero is left out. */
    public static NewRequest commitment(
            String requestId,
            ProjectCode code,
            List<LineAmount> amounts,
            String requestedBy,
            String reason,
            Deadline needBy) {
        List<LineAmount> asked =
                amounts.stream().filter(amount -> !amount.usd().isZero()).toList();
        return ofLines(requestId, code, RequestType.COMMITMENT, asked, requestedBy, reason, needBy);
    }

    /** Under which id a commitment on several lines is held on one of them. */
    public static String holdId(String requestId, BudgetLine line) {
        return requestId + ":" + line;
    }

    /** For what was spent without anybody having asked: on each line what no hold covered. */
    static NewRequest afterTheFact(String requestId, ExcessPosted posted, Deadline needBy) {
        List<LineAmount> unheld = perLine(posted, Unasked::unheld);
        boolean oneLine = unheld.size() == 1;
        return new NewRequest(
                requestId,
                posted.code(),
                RequestType.OVERRUN,
                oneLine ? unheld.get(0).line() : null,
                sum(unheld, Money::isPositive),
                posted.by(),
                null,
                false,
                0,
                named(posted.actuals()),
                needBy,
                oneLine ? List.of() : unheld,
                posted.actuals().get(0).actualId(),
                perLine(posted, Unasked::excess));
    }

    private static List<LineAmount> perLine(ExcessPosted posted, Function<Unasked, Money> amount) {
        Map<BudgetLine, Money> sums = new EnumMap<>(BudgetLine.class);
        posted.actuals().forEach(actual -> sums.merge(actual.line(), amount.apply(actual), Money::plus));
        return sums.entrySet().stream()
                .map(sum -> new LineAmount(sum.getKey(), sum.getValue()))
                .toList();
    }

    private static String named(List<Unasked> actuals) {
        String named = actuals.stream()
                .limit(MOST_ACTUALS_NAMED)
                .map(Unasked::actualId)
                .collect(Collectors.joining(", "));
        int more = actuals.size() - MOST_ACTUALS_NAMED;
        return more > 0 ? named + ", +" + more : named;
    }

    /** The same request, for a purchase from this vendor after comparing so many quotes. */
    public NewRequest boughtFrom(@Nullable UUID vendor, int quotesCompared) {
        return new NewRequest(
                requestId,
                code,
                type,
                line,
                original,
                requestedBy,
                vendor,
                true,
                quotesCompared,
                reason,
                needBy,
                lines,
                actualId,
                excesses);
    }

    private static NewRequest ofLines(
            String requestId,
            ProjectCode code,
            RequestType type,
            List<LineAmount> lines,
            String requestedBy,
            String reason,
            Deadline needBy) {
        Money up = sum(lines, Money::isPositive);
        Money down = sum(lines, Money::isNegative).negate();
        return new NewRequest(
                requestId,
                code,
                type,
                null,
                up.max(down),
                requestedBy,
                null,
                false,
                0,
                reason,
                needBy,
                lines,
                null,
                List.of());
    }

    private static Money sum(List<LineAmount> lines, Predicate<Money> which) {
        return lines.stream().map(LineAmount::usd).filter(which).reduce(Money.zero(Charge.USD), Money::plus);
    }
}
