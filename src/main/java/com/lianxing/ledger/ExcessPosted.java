package com.lianxing.ledger;

import com.lianxing.money.Money;
import com.lianxing.project.ProjectCode;

/**
 * More was spent than anybody had asked for. Published in the transaction that posted it; whoever opens the OVERRUN
 * approval does so there, once per actual.
 *
 * @param unheld what no hold covered
 * @param excess the part of it beyond the limit: until a larger budget or a reversal takes it away, nothing new is
 *     held on the line
 * @param by who posted the actual
 */
public record ExcessPosted(String actualId, ProjectCode code, BudgetLine line, Money unheld, Money excess, String by) {}
