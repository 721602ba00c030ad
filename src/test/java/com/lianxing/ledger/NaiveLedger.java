package com.lianxing.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's rules a second time, as plainly as can be: it keeps what happened in a list and adds it up anew for
 * every question. Cents as numbers, answers as text.
 */
final class NaiveLedger {

    static final String MISUSE = "misuse";
    static final String UNKNOWN = "unknown";

    private record Fact(
            String kind,
            BudgetLine line,
            @Nullable String holdId,
            @Nullable String actualId,
            long minor,
            long settled) {}

    private record Done(Step step, String answer) {}

    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, Done> entries = new HashMap<>();
    private final Map<String, Done> budgets = new LinkedHashMap<>();

    String apply(Step step) {
        if (step instanceof Step.SetBudget set) {
            return budget(step, set.id(), set.limits(), budgets.isEmpty());
        }
        if (step instanceof Step.ChangeBudget change) {
            return budget(step, change.id(), change.deltas(), !budgets.isEmpty());
        }
        if (step instanceof Step.Hold hold) {
            return once(hold.id(), step, () -> hold(hold));
        }
        if (step instanceof Step.Adjust adjust) {
            return isHold(adjust.holdId()) ? once(adjust.id(), step, () -> adjust(adjust)) : UNKNOWN;
        }
        if (step instanceof Step.Release release) {
            return isHold(release.holdId())
                    ? once(release.id(), step, () -> "released " + release(release.holdId()))
                    : UNKNOWN;
        }
        if (step instanceof Step.ReleaseAll all) {
            return "released " + releaseAll(all.id());
        }
        if (step instanceof Step.Spend spend) {
            return once(spend.id(), step, () -> spend(spend));
        }
        Step.Reverse reverse = (Step.Reverse) step;
        Done actual = entries.get(reverse.actualId());
        if (actual == null || !(actual.step() instanceof Step.Spend)) {
            return UNKNOWN;
        }
        return once(reverse.id(), step, () -> reverse(reverse.actualId()));
    }

    private String once(String id, Step step, java.util.function.Supplier<String> work) {
        Done before = entries.get(id);
        if (before != null) {
            return before.step().equals(step) ? before.answer() : MISUSE;
        }
        String answer = work.get();
        if (!answer.startsWith("refused") && !answer.equals(UNKNOWN) && !answer.equals(MISUSE)) {
            entries.put(id, new Done(step, answer));
        }
        return answer;
    }

    private String budget(Step step, String id, Map<BudgetLine, Long> amounts, boolean inTurn) {
        Done before = budgets.get(id);
        if (before != null) {
            return before.step().equals(step) ? before.answer() : MISUSE;
        }
        if (!inTurn) {
            return MISUSE;
        }
        for (var amount : new TreeMap<>(amounts).entrySet()) {
            long limit = limit(amount.getKey()) + amount.getValue();
            long taken = held(amount.getKey()) + spent(amount.getKey());
            if (limit < 0 || amount.getValue() < 0 && limit < taken) {
                return "refused %s %d %d".formatted(amount.getKey(), limit, taken);
            }
        }
        amounts.forEach((line, minor) -> facts.add(new Fact("limit", line, null, null, minor, 0)));
        String answer = "version " + (budgets.size() + 1);
        budgets.put(id, new Done(step, answer));
        return answer;
    }

    private String hold(Step.Hold hold) {
        if (facts.stream().noneMatch(fact -> fact.line() == hold.line())) {
            return "refused %d 0 NO_BUDGET".formatted(hold.minor());
        }
        if (hold.minor() > available(hold.line())) {
            return refusedFor(hold.line(), hold.minor());
        }
        facts.add(new Fact("hold", hold.line(), hold.id(), null, hold.minor(), 0));
        return "held " + hold.minor();
    }

    private String adjust(Step.Adjust adjust) {
        BudgetLine line = lineOf(adjust.holdId());
        long rise = adjust.minor() - sum("hold", adjust.holdId());
        if (sum("release", adjust.holdId()) > 0) {
            return "refused %d %d HOLD_RELEASED".formatted(adjust.minor(), available(line));
        }
        if (adjust.minor() < settled(adjust.holdId())) {
            return "refused %d %d BELOW_SETTLED".formatted(adjust.minor(), available(line));
        }
        if (rise > 0 && rise > available(line)) {
            return refusedFor(line, rise);
        }
        facts.add(new Fact("hold", line, adjust.holdId(), null, rise, 0));
        return "held " + adjust.minor();
    }

    private long release(String holdId) {
        long rest = rest(holdId);
        facts.add(new Fact("release", lineOf(holdId), holdId, null, rest, 0));
        return rest;
    }

    private long releaseAll(String prefix) {
        long total = 0;
        for (String holdId : holds()) {
            String id = prefix + ":" + holdId;
            if (rest(holdId) > 0 && !entries.containsKey(id)) {
                long rest = release(holdId);
                entries.put(id, new Done(new Step.Release(id, holdId), "released " + rest));
                total += rest;
            }
        }
        return total;
    }

    private String spend(Step.Spend spend) {
        String holdId = spend.holdId();
        if (holdId != null && (!isHold(holdId) || lineOf(holdId) != spend.line())) {
            return UNKNOWN;
        }
        long settled = holdId == null ? 0 : Math.min(spend.minor(), rest(holdId));
        long excessBefore = excess(spend.line());
        facts.add(new Fact("actual", spend.line(), holdId, spend.id(), spend.minor(), settled));
        return "posted %d %d %d".formatted(spend.minor(), spend.minor() - settled, excess(spend.line()) - excessBefore);
    }

    private String reverse(String actualId) {
        List<Fact> about =
                facts.stream().filter(fact -> actualId.equals(fact.actualId())).toList();
        if (about.size() > 1) {
            return MISUSE;
        }
        Fact actual = about.get(0);
        facts.add(new Fact("actual", actual.line(), actual.holdId(), actualId, -actual.minor(), -actual.settled()));
        return "reversed " + actual.minor();
    }

    /** Line by line what the ledger's positions should be; lines that nothing happened on are left out. */
    Map<BudgetLine, String> positions() {
        Map<BudgetLine, String> positions = new TreeMap<>();
        facts.forEach(fact -> positions.put(
                fact.line(),
                "%d %d %d %d"
                        .formatted(limit(fact.line()), held(fact.line()), spent(fact.line()), excess(fact.line()))));
        return positions;
    }

    private String refusedFor(BudgetLine line, long asked) {
        return "refused %d %d %s"
                .formatted(asked, available(line), excess(line) > 0 ? "EXCESS_OPEN" : "BEYOND_AVAILABLE");
    }

    private long limit(BudgetLine line) {
        return facts.stream()
                .filter(fact -> fact.kind().equals("limit") && fact.line() == line)
                .mapToLong(Fact::minor)
                .sum();
    }

    private long spent(BudgetLine line) {
        return facts.stream()
                .filter(fact -> fact.kind().equals("actual") && fact.line() == line)
                .mapToLong(Fact::minor)
                .sum();
    }

    private long held(BudgetLine line) {
        return holds().stream()
                .filter(hold -> lineOf(hold) == line)
                .mapToLong(this::rest)
                .sum();
    }

    private long available(BudgetLine line) {
        return limit(line) - held(line) - spent(line);
    }

    private long excess(BudgetLine line) {
        return Math.max(0, -available(line));
    }

    private long rest(String holdId) {
        return sum("hold", holdId) - settled(holdId) - sum("release", holdId);
    }

    private long settled(String holdId) {
        return facts.stream()
                .filter(fact -> holdId.equals(fact.holdId()))
                .mapToLong(Fact::settled)
                .sum();
    }

    private long sum(String kind, String holdId) {
        return facts.stream()
                .filter(fact -> fact.kind().equals(kind) && holdId.equals(fact.holdId()))
                .mapToLong(Fact::minor)
                .sum();
    }

    private boolean isHold(String id) {
        return holds().contains(id);
    }

    private TreeSet<String> holds() {
        TreeSet<String> ids = new TreeSet<>();
        facts.stream()
                .filter(fact -> fact.kind().equals("hold"))
                .forEach(fact -> ids.add(String.valueOf(fact.holdId())));
        return ids;
    }

    private BudgetLine lineOf(String holdId) {
        return facts.stream()
                .filter(fact -> fact.kind().equals("hold") && holdId.equals(fact.holdId()))
                .findFirst()
                .orElseThrow()
                .line();
    }
}
