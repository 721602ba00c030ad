package com.lianxing.approval;

import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.BudgetLine.Kind;
import com.lianxing.ledger.Charge;
import com.lianxing.ledger.LineAmount;
import com.lianxing.ledger.LinePosition;
import com.lianxing.money.Money;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request held against its project's budget: what the approval decision tables are asked with.
 *
 * @param type as the tables see it: a commitment that does not fit what is available is an OVERRUN
 * @param lineKnown whether the budget has what the request is about; for a first budget, whether there is none yet
 * @param compared in US dollars, the larger of what is asked and what the same vendor got within 30 days, this included.
 *     Null without a rate of exchange
 * @param overBudgetBp by how much held, spent and this together are over the limit, in basis points of the limit,
 *     rounded up; zero if they fit; the largest of several lines. For a change, by how much the budget as a whole grows
 * @param sum of the changes of a reallocation, in US cents: zero if it is one
 * @param sourceShareBp the largest share of a line that a reallocation takes, in basis points, rounded up
 * @param shortfall what the line lacks for it
 */
public record FundsCheck(
        RequestType type,
        boolean rateKnown,
        boolean lineKnown,
        @Nullable Money compared,
        Kind lineKind,
        long overBudgetBp,
        long sum,
        long sourceShareBp,
        String lifecycle,
        boolean insideEventWindow,
        Money remainingContingency,
        boolean external,
        int quotes,
        Money shortfall) {

    /** Stands for "over by any share" where the limit is zero. */
    static final long BOUNDLESS = 1_000_000_000L;

    private static final Money ZERO = Money.zero(Charge.USD);
    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);
    private static final Set<Kind> CLOSED_TO_REALLOCATION = EnumSet.of(Kind.LABOUR, Kind.CONTINGENCY);
    private static final Set<Kind> PUBLIC_CHARGES = EnumSet.of(Kind.DUTY, Kind.GOVERNMENT_FEE);

    /**
     * @param positions of the project's lines that have a budget or were spent on
     * @param budgetVersion 0 if the project has no budget yet
     * @param vendorTotal what was asked for the same vendor within 30 days, this included; zero without a vendor
     */
    static FundsCheck of(
            ApprovalRequest request,
            Map<BudgetLine, LinePosition> positions,
            int budgetVersion,
            Money vendorTotal,
            String lifecycle) {
        Money usd = request.usd();
        Money compared = usd == null ? null : usd.max(vendorTotal);
        Money shortfall = shortfall(request, positions);
        boolean overrun = request.type() == RequestType.COMMITMENT && shortfall.isPositive();
        return new FundsCheck(
                overrun ? RequestType.OVERRUN : request.type(),
                usd != null,
                lineKnown(request, positions, budgetVersion),
                compared,
                kind(request),
                overBudget(request, positions),
                sum(request.lines()).minor(),
                request.type() == RequestType.REALLOCATE ? sourceShare(request.lines(), positions) : 0,
                lifecycle,
                false,
                position(positions, BudgetLine.CONTINGENCY).available().max(ZERO),
                request.external(),
                request.quotes(),
                shortfall);
    }

    /** Why a request that the route table refuses is refused, in words of its own where there are some. */
    Outcome refusal(RequestType asked) {
        if (!rateKnown) {
            return Outcome.RATE_UNKNOWN;
        }
        if (!lineKnown) {
            return asked == RequestType.INITIAL ? Outcome.BUDGET_EXISTS : Outcome.LINE_UNKNOWN;
        }
        if (compared == null || !compared.isPositive()) {
            return Outcome.NOTHING_ASKED;
        }
        boolean forbidden = asked == RequestType.REALLOCATE && (sum != 0 || CLOSED_TO_REALLOCATION.contains(lineKind));
        return forbidden ? Outcome.REALLOCATION_FORBIDDEN : Outcome.POLICY_GAP;
    }

    private static Money shortfall(ApprovalRequest request, Map<BudgetLine, LinePosition> positions) {
        if (request.isAfterTheFact()) {
            return request.excess();
        }
        if (request.type() != RequestType.COMMITMENT) {
            return ZERO;
        }
        return request.amounts().stream()
                .map(amount -> missing(amount, positions))
                .reduce(ZERO, Money::plus);
    }

    private static Money missing(LineAmount amount, Map<BudgetLine, LinePosition> positions) {
        return amount.usd()
                .minus(position(positions, amount.line()).available())
                .max(ZERO);
    }

    private static boolean lineKnown(
            ApprovalRequest request, Map<BudgetLine, LinePosition> positions, int budgetVersion) {
        return switch (request.type()) {
            case INITIAL -> budgetVersion == 0;
            case CHANGE -> budgetVersion > 0;
            case REALLOCATE ->
                request.lines().stream()
                        .filter(amount -> amount.usd().isNegative())
                        .allMatch(amount -> hasLimit(positions, amount.line()));
            case COMMITMENT -> linesOf(request).allMatch(line -> hasLimit(positions, line));
            // The money is gone, or owed, from whatever line: refusing to look at it would not bring it back.
            case OVERRUN, PAYMENT -> true;
        };
    }

    /** The one kind of all lines; government fees for these with duty; else the kind that rules treat most strictly. */
    private static Kind kind(ApprovalRequest request) {
        if (request.type() == RequestType.INITIAL || request.type() == RequestType.CHANGE) {
            return Kind.GENERAL;
        }
        boolean moves = request.type() == RequestType.REALLOCATE;
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (moves) {
            request.lines().stream()
                    .filter(amount -> amount.usd().isPositive())
                    .forEach(amount -> kinds.add(amount.line().kind()));
        } else {
            linesOf(request).forEach(line -> kinds.add(line.kind()));
        }
        if (kinds.size() == 1) {
            return kinds.iterator().next();
        }
        return kinds.stream()
                .filter(CLOSED_TO_REALLOCATION::contains)
                .findFirst()
                .orElse(!kinds.isEmpty() && PUBLIC_CHARGES.containsAll(kinds) ? Kind.GOVERNMENT_FEE : Kind.GENERAL);
    }

    private static Stream<BudgetLine> linesOf(ApprovalRequest request) {
        return request.line() == null ? request.lines().stream().map(LineAmount::line) : Stream.of(request.line());
    }

    private static long overBudget(ApprovalRequest request, Map<BudgetLine, LinePosition> positions) {
        if (request.usd() == null) {
            return BOUNDLESS;
        }
        return switch (request.type()) {
            case INITIAL, REALLOCATE, PAYMENT -> 0;
            case CHANGE -> basisPoints(sum(request.lines()), limit(positions));
            case COMMITMENT ->
                request.amounts().stream()
                        .mapToLong(amount -> basisPoints(
                                missing(amount, positions),
                                position(positions, amount.line()).limit()))
                        .max()
                        .orElse(0);
            // What was spent is in the position already.
            case OVERRUN ->
                linesOf(request)
                        .mapToLong(line -> basisPoints(
                                position(positions, line).available().negate(),
                                position(positions, line).limit()))
                        .max()
                        .orElse(0);
        };
    }

    private static long sourceShare(List<LineAmount> lines, Map<BudgetLine, LinePosition> positions) {
        return lines.stream()
                .filter(amount -> amount.usd().isNegative())
                .mapToLong(amount -> basisPoints(
                        amount.usd().negate(),
                        position(positions, amount.line()).limit()))
                .max()
                .orElse(0);
    }

    private static long basisPoints(Money part, Money whole) {
        if (!part.isPositive()) {
            return 0;
        }
        if (!whole.isPositive()) {
            return BOUNDLESS;
        }
        BigInteger[] share =
                BigInteger.valueOf(part.minor()).multiply(WHOLE).divideAndRemainder(BigInteger.valueOf(whole.minor()));
        BigInteger up = share[1].signum() > 0 ? share[0].add(BigInteger.ONE) : share[0];
        return up.min(BigInteger.valueOf(BOUNDLESS)).longValueExact();
    }

    private static boolean hasLimit(Map<BudgetLine, LinePosition> positions, BudgetLine line) {
        return position(positions, line).limit().isPositive();
    }

    private static LinePosition position(Map<BudgetLine, LinePosition> positions, BudgetLine line) {
        return positions.getOrDefault(line, new LinePosition(line, ZERO, ZERO, ZERO, ZERO));
    }

    private static Money limit(Map<BudgetLine, LinePosition> positions) {
        return positions.values().stream().map(LinePosition::limit).reduce(ZERO, Money::plus);
    }

    private static Money sum(List<LineAmount> lines) {
        return lines.stream().map(LineAmount::usd).reduce(ZERO, Money::plus);
    }
}
