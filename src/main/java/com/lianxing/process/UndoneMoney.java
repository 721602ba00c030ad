package com.lianxing.process;

import com.lianxing.approval.ApprovalRequest;
import com.lianxing.approval.ApprovalRequests;
import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.EntryType;
import com.lianxing.ledger.LedgerEntry;
import com.lianxing.project.ProjectCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a step and those after it did to the money of a project, and the entries that undo it. Nothing is edited. */
@Component
class UndoneMoney {

    private final BudgetLedger ledger;
    private final ApprovalRequests requests;

    UndoneMoney(BudgetLedger ledger, ApprovalRequests requests) {
        this.ledger = ledger;
        this.requests = requests;
    }

    /**
     * @param commits holds that were made
     * @param payments actuals that nobody has reversed yet
     * @param isFinal whether something else was posted that no entry takes back: another budget, money that came back, a
     *     hold changed, or what was left of an earlier one given back
     */
    record Effects(List<LedgerEntry> commits, List<LedgerEntry> payments, boolean isFinal) {}

    Effects since(ProjectCode code, Instant from) {
        List<LedgerEntry> all = ledger.entries(code);
        List<LedgerEntry> later =
                all.stream().filter(entry -> !entry.at().isBefore(from)).toList();
        Set<String> reversed = new HashSet<>();
        for (LedgerEntry entry : all) {
            if (entry.reverses() != null) {
                reversed.add(entry.reverses());
            }
        }
        List<LedgerEntry> commits = of(EntryType.COMMIT, later);
        Set<String> made = new HashSet<>();
        commits.forEach(commit -> made.add(commit.id()));
        boolean isFinal = later.stream().anyMatch(entry -> switch (entry.type()) {
            case BUDGET_SET, BUDGET_CHANGED, CREDIT -> true;
            case COMMIT_ADJUST, COMMIT_RELEASE -> !made.contains(String.valueOf(entry.holdId()));
            case COMMIT, ACTUAL, ACTUAL_REVERSAL -> false;
        });
        return new Effects(
                commits,
                of(EntryType.ACTUAL, later).stream()
                        .filter(actual -> !reversed.contains(actual.id()))
                        .toList(),
                isFinal);
    }

    /**
     * Reverses the payments, then gives back the holds, and withdraws what is still asked for.
     *
     * @param prefix of the new entries' ids
     * @return the ids of the new entries
     */
    List<String> undo(ProjectCode code, Effects effects, Instant from, String prefix, String by, String reason) {
        List<String> entries = new ArrayList<>();
        for (LedgerEntry payment : effects.payments()) {
            String id = prefix + ":reverse:" + payment.id();
            ledger.reverse(id, payment.id(), by, reason);
            entries.add(id);
        }
        Set<String> open = new HashSet<>();
        ledger.openHolds(code).forEach(hold -> open.add(hold.holdId()));
        for (LedgerEntry commit : effects.commits()) {
            if (open.contains(commit.id())) {
                String id = prefix + ":release:" + commit.id();
                ledger.release(id, commit.id(), by);
                entries.add(id);
            }
        }
        requests.of(code).stream()
                .filter(ApprovalRequest::isOpen)
                .filter(request -> !request.requestedAt().isBefore(from))
                .forEach(request -> requests.withdraw(request.id()));
        return entries;
    }

    private static List<LedgerEntry> of(EntryType type, List<LedgerEntry> entries) {
        return entries.stream().filter(entry -> entry.type() == type).toList();
    }
}
