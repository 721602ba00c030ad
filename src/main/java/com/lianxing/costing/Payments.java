package com.lianxing.costing;

import com.lianxing.calendar.Clock;
import com.lianxing.ledger.ActualRequest;
import com.lianxing.ledger.ActualResult;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.Charge;
import com.lianxing.ledger.Mandate;
import com.lianxing.ledger.OpenHold;
import com.lianxing.money.Money;
import com.lianxing.money.Rate;
import com.lianxing.project.ProjectCode;
import com.lianxing.reference.ExchangeRates;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Posts what a project paid, against the hold that was made for it where there is one. */
@Service
public class Payments {

    private final BudgetLedger ledger;
    private final ExchangeRates rates;
    private final Clock clock;

    Payments(BudgetLedger ledger, ExchangeRates rates, Clock clock) {
        this.ledger = ledger;
        this.rates = rates;
        this.clock = clock;
    }

    /**
     * One payment.
     *
     * @param id derived from the paper, so that the same invoice is posted once
     * @param mandate who paid it and, where two people had to agree, who released it
     */
    public record Payment(
            String id,
            ProjectCode project,
            BudgetLine line,
            Money amount,
            String invoiceNo,
            Mandate mandate,
            String memo) {}

    /**
     * Posts what one settlement paid, each against the hold that fits it when its turn comes. What nobody had asked for
     * is asked for in one approval.
     *
     * @return a payment that no confirmed rate turns into US dollars; nothing was posted then
     */
    public Optional<Payment> settle(List<Payment> payments) {
        return settle(
                payments,
                payment -> charge(payment.amount())
                        .map(charge -> holdFor(payment.project(), payment.line(), charge.usd()))
                        .orElse(null));
    }

    /**
     * The same against these holds; what they do not cover, or all if there is no such hold, nobody had asked for.
     *
     * @param hold asked just before each is posted
     */
    public Optional<Payment> settle(List<Payment> payments, Function<Payment, @Nullable String> hold) {
        Optional<Payment> withoutRate = payments.stream()
                .filter(payment -> charge(payment.amount()).isEmpty())
                .findFirst();
        if (withoutRate.isEmpty()) {
            ledger.spendAll(payments.stream().map(payment -> request(payment, open(payment, hold.apply(payment)))));
        }
        return withoutRate;
    }

    /** Empty if no confirmed rate turns the amount into US dollars; nothing was posted then. */
    public Optional<ActualResult> post(Payment payment) {
        return charge(payment.amount())
                .map(charge ->
                        ledger.spend(request(payment, holdFor(payment.project(), payment.line(), charge.usd()))));
    }

    private @Nullable String open(Payment payment, @Nullable String holdId) {
        boolean open = ledger.openHolds(payment.project()).stream()
                .anyMatch(hold -> hold.holdId().equals(holdId));
        return open ? holdId : null;
    }

    private ActualRequest request(Payment payment, @Nullable String holdId) {
        return new ActualRequest(
                ledger.idAfterReversals(payment.id()),
                payment.project(),
                payment.line(),
                holdId,
                charge(payment.amount()).orElseThrow(),
                payment.invoiceNo(),
                payment.mandate(),
                payment.memo());
    }

    /** The amount in US dollars at today's confirmed budget rate. */
    public Optional<Charge> charge(Money amount) {
        if (amount.currency().equals(Charge.USD)) {
            return Optional.of(Charge.inDollars(amount));
        }
        Optional<Rate> rate = rates.budgetRate(amount.currency(), Charge.USD, clock.today(ZoneOffset.UTC));
        return rate.map(found -> Charge.of(amount, found));
    }

    /** The smallest hold of the line that covers it all, else the largest there is. */
    private @Nullable String holdFor(ProjectCode project, BudgetLine line, Money usd) {
        List<OpenHold> open = ledger.openHolds(project).stream()
                .filter(hold -> hold.line() == line)
                .sorted(Comparator.comparing(OpenHold::rest))
                .toList();
        return open.stream()
                .filter(hold -> hold.rest().compareTo(usd) >= 0)
                .findFirst()
                .or(() -> open.isEmpty() ? Optional.empty() : Optional.of(open.get(open.size() - 1)))
                .map(OpenHold::holdId)
                .orElse(null);
    }
}
