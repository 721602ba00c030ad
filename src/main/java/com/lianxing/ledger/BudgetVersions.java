package com.lianxing.ledger;

import com.lianxing.calendar.Clock;
import com.lianxing.money.Money;
import com.lianxing.project.ProjectCode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The limits of a project's lines, version by version: all lines of a version or none. */
@Component
class BudgetVersions {

    private final LedgerRows rows;
    private final Journal journal;
    private final Clock clock;

    BudgetVersions(LedgerRows rows, Journal journal, Clock clock) {
        this.rows = rows;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param type BUDGET_SET of the first version, BUDGET_CHANGED of every later one */
    BudgetResult append(EntryType type, String eventId, ProjectCode code, List<LineAmount> amounts, Mandate mandate) {
        if (mandate.approval() == null) {
            throw new IllegalArgumentException("the budget of " + code + " changes by approval only");
        }
        Map<BudgetLine, Money> byLine = eachLineOnce(amounts);
        rows.lockProject(code);
        String content = Content.hash(type, code, byLine, mandate.requestedBy(), mandate.approval());
        var before = rows.versionOf(eventId);
        if (before.isPresent()) {
            Journal.requireSame(eventId, before.get().contentHash(), content);
            return new BudgetResult.Applied(before.get().number());
        }
        int version = rows.budgetVersion(code) + 1;
        if ((version == 1) != (type == EntryType.BUDGET_SET)) {
            throw new IllegalStateException("%s of %s, whose budget has version %d".formatted(type, code, version - 1));
        }
        Map<BudgetLine, Balance> balances = rows.lockLines(code, byLine.keySet());
        for (var change : byLine.entrySet()) {
            Balance balance = balances.getOrDefault(change.getKey(), Balance.EMPTY);
            Money limit = balance.limit().plus(change.getValue());
            if (limit.isNegative() || !balance.allowsLimit(limit)) {
                return new BudgetResult.Refused(change.getKey(), limit, balance.taken());
            }
        }
        rows.append(code, version, eventId, mandate, clock.now(), content);
        byLine.forEach((line, amount) -> {
            if (!balances.containsKey(line)) {
                rows.createLine(code, line);
            }
            Balance balance = balances.getOrDefault(line, Balance.EMPTY);
            rows.save(code, line, balance.withLimit(balance.limit().plus(amount)));
            rows.markLine(code, line, version);
            journal.append(Draft.of(eventId + ":" + line, type, code, line, amount, mandate), content);
        });
        return new BudgetResult.Applied(version);
    }

    private static Map<BudgetLine, Money> eachLineOnce(List<LineAmount> amounts) {
        Map<BudgetLine, Money> byLine = new TreeMap<>();
        for (LineAmount amount : amounts) {
            if (byLine.put(amount.line(), amount.usd()) != null) {
                throw new IllegalArgumentException("two amounts for " + amount.line());
            }
        }
        if (byLine.isEmpty()) {
            throw new IllegalArgumentException("a budget of no lines");
        }
        return byLine;
    }
}
