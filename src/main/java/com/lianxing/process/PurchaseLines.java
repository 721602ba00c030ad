package com.lianxing.process;

import com.lianxing.ledger.BudgetLine;
import com.lianxing.sourcing.Purchase;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** On which line of the budget a purchase is held. */
public final class PurchaseLines {

    private PurchaseLines() {}

    public static BudgetLine line(Purchase purchase) {
        return switch (purchase) {
            case GOODS -> BudgetLine.PRODUCT;
            case FREIGHT -> BudgetLine.FREIGHT;
            case AGENCY -> BudgetLine.AGENCY;
            case US_AGENT -> BudgetLine.US_AGENT;
            case LAB_TESTS -> BudgetLine.LAB_TESTS;
        };
    }

    /** @param line null where several lines are asked for */
    public static Optional<Purchase> of(@Nullable BudgetLine line) {
        return Arrays.stream(Purchase.values())
                .filter(purchase -> line(purchase) == line)
                .findFirst();
    }
}
