package com.lianxing.ledger;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call of the ledger in a random history. Ids are drawn from a few, so that they repeat and clash. */
sealed interface Step {

    record SetBudget(String id, Map<BudgetLine, Long> limits) implements Step {}

    record ChangeBudget(String id, Map<BudgetLine, Long> deltas) implements Step {}

    record Hold(String id, BudgetLine line, long minor) implements Step {}

    record Adjust(String id, String holdId, long minor) implements Step {}

    record Release(String id, String holdId) implements Step {}

    record ReleaseAll(String id) implements Step {}

    record Spend(String id, BudgetLine line, @Nullable String holdId, long minor) implements Step {}

    record Reverse(String id, String actualId) implements Step {}
}
