package com.lianxing.ledger;

import com.lianxing.money.Money;

/**
 * Money set aside and not yet used up.
 *
 * @param rest above zero, in US dollars
 */
public record OpenHold(String holdId, BudgetLine line, Money rest) {}
