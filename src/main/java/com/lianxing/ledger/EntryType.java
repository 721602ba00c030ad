package com.lianxing.ledger;

/**
 * What an entry does: to the limit (BUDGET_…), to what is held (COMMIT…), to what is spent (ACTUAL…). A CREDIT is money
 * that came back from outside: it lowers the cost, and makes no room in the budget.
 */
public enum EntryType {
    BUDGET_SET,
    BUDGET_CHANGED,
    COMMIT,
    COMMIT_ADJUST,
    COMMIT_RELEASE,
    ACTUAL,
    ACTUAL_REVERSAL,
    CREDIT
}
