package com.lianxing.approval;

import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetResult;
import com.lianxing.ledger.Charge;
import com.lianxing.ledger.HoldRequest;
import com.lianxing.ledger.HoldResult;
import com.lianxing.ledger.LineAmount;
import com.lianxing.ledger.LinePosition;
import com.lianxing.ledger.Mandate;
import com.lianxing.money.Money;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Does with the budget what was approved: all of it or nothing. The project is locked, so what is looked up here is
 * still so when it is posted.
 */
@Component
class Posting {

    private final ApprovalRows rows;
    private final BudgetLedger ledger;

    Posting(ApprovalRows rows, BudgetLedger ledger) {
        this.rows = rows;
        this.ledger = ledger;
    }

    /**
     * A payment is posted by whoever asked, who knows its invoice.
     *
     * @param approvedBy who decided last
     */
    Outcome post(ApprovalRequest request, String approvedBy) {
        Mandate mandate = Mandate.approved(request.id(), request.requestedBy(), approvedBy);
        return switch (request.effectiveType()) {
            case INITIAL -> initial(request, mandate);
            case CHANGE, REALLOCATE -> change(request, request.lines(), mandate);
            case COMMITMENT -> hold(request, mandate);
            case PAYMENT -> Outcome.APPROVED;
            case OVERRUN -> request.isAfterTheFact() ? afterTheFact(request, mandate) : overrun(request, mandate);
        };
    }

    private Outcome initial(ApprovalRequest request, Mandate mandate) {
        if (ledger.budgetVersion(request.code()) > 0) {
            return Outcome.BUDGET_EXISTS;
        }
        return outcome(ledger.setBudget(budgetEvent(request), request.code(), request.lines(), mandate));
    }

    private Outcome change(ApprovalRequest request, List<LineAmount> deltas, Mandate mandate) {
        return outcome(ledger.changeBudget(budgetEvent(request), request.code(), deltas, mandate));
    }

    private Outcome hold(ApprovalRequest request, Mandate mandate) {
        for (LineAmount amount : request.amounts()) {
            LinePosition line = ledger.position(request.code(), amount.line());
            if (line.excess().isPositive()) {
                return Outcome.EXCESS_OPEN;
            }
            if (amount.usd().compareTo(line.available()) > 0) {
                return Outcome.FUNDS_GONE;
            }
        }
        request.holds().forEach((holdId, held) -> {
            HoldResult result = rows.raised(request.id())
                    .map(raised -> ledger.raise(holdId, raised, held.charge(), mandate, request.reason()))
                    .orElseGet(() -> ledger.hold(new HoldRequest(
                            holdId, request.code(), held.line(), held.charge(), mandate, request.reason())));
            if (result instanceof HoldResult.Refused refused) {
                throw new IllegalStateException("what fits was refused: " + refused);
            }
        });
        return Outcome.APPROVED;
    }

    /** Raises the lines by what they lack now, but not by more than they lacked when that was approved; then holds. */
    private Outcome overrun(ApprovalRequest request, Mandate mandate) {
        List<LineAmount> missing = new ArrayList<>();
        Money sum = Money.zero(Charge.USD);
        for (LineAmount amount : request.amounts()) {
            LinePosition line = ledger.position(request.code(), amount.line());
            Money lacks = amount.usd().minus(line.available());
            if (line.excess().isPositive()) {
                return Outcome.EXCESS_OPEN;
            }
            if (lacks.isPositive()) {
                missing.add(new LineAmount(amount.line(), lacks));
                sum = sum.plus(lacks);
            }
        }
        if (sum.compareTo(shortfall(request)) > 0) {
            return Outcome.FUNDS_GONE;
        }
        if (!missing.isEmpty()) {
            raise(request, missing, mandate);
        }
        return hold(request, mandate);
    }

    /**
     * Takes away what is left, on each line, of the excess that the actuals made. What was spent stays spent either way; before there is
     * a budget at all, the first one will count it.
     */
    private Outcome afterTheFact(ApprovalRequest request, Mandate mandate) {
        List<LineAmount> covered = request.excesses().stream()
                .map(made -> new LineAmount(
                        made.line(),
                        made.usd()
                                .min(ledger.position(request.code(), made.line())
                                        .excess())))
                .filter(left -> left.usd().isPositive())
                .toList();
        if (!covered.isEmpty() && ledger.budgetVersion(request.code()) > 0) {
            raise(request, covered, mandate);
        }
        return Outcome.APPROVED;
    }

    private void raise(ApprovalRequest request, List<LineAmount> rises, Mandate mandate) {
        BudgetResult result = ledger.changeBudget(budgetEvent(request), request.code(), rises, mandate);
        if (result instanceof BudgetResult.Refused refused) {
            throw new IllegalStateException("a rise was refused: " + refused);
        }
    }

    private static Money shortfall(ApprovalRequest request) {
        Routing routing = request.routing();
        return routing == null ? Money.zero(Charge.USD) : routing.shortfall();
    }

    private static Outcome outcome(BudgetResult result) {
        return result instanceof BudgetResult.Applied ? Outcome.APPROVED : Outcome.FUNDS_GONE;
    }

    private static String budgetEvent(ApprovalRequest request) {
        return request.id() + ":budget";
    }
}
