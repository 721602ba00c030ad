package com.lianxing.launch;

import com.lianxing.money.Money;
import java.time.LocalDate;

/**
 * What a SKU is offered for, and what each piece costs by then: all in US dollars.
 *
 * @param lowestPrice of the last thirty days
 * @param landedCost of one piece in the warehouse
 * @param fulfilmentFee in the peak season
 * @param dealFee and {@code advertising}: what falls on one piece
 * @param sellableOn when the stock for it can be sold
 */
public record Offer(
        String sku,
        Money referencePrice,
        Money lowestPrice,
        Money dealPrice,
        Money landedCost,
        Money referralFee,
        Money fulfilmentFee,
        Money dealFee,
        Money advertising,
        Placement placement,
        LocalDate sellableOn,
        Funding funding) {

    /** Whether deposit, freight and duty can be paid. */
    public enum Funding {
        OK,
        /** With a plan that finance has made. */
        FINANCED,
        SHORT
    }

    /** What one piece leaves at the deal price. */
    public Money contribution() {
        return dealPrice.minus(variableCosts()).minus(dealFee);
    }

    /** What one piece leaves at the usual price, sold by advertising alone. */
    public Money contributionWithoutDeal() {
        return referencePrice.minus(variableCosts());
    }

    private Money variableCosts() {
        return landedCost.plus(referralFee).plus(fulfilmentFee).plus(advertising);
    }

    /** What one piece should leave, rounded up to the cent. */
    public Money target(Charter charter) {
        long hundredths = Math.multiplyExact(dealPrice.minor(), charter.contributionPercent());
        return Money.ofMinor(-Math.floorDiv(-hundredths, 100), dealPrice.currency());
    }

    /** Whether the price is so many percent below the reference price, and not above the lowest of thirty days. */
    public boolean isDeal(Money price, int percent) {
        long most = Math.multiplyExact(referencePrice.minor(), 100 - percent);
        return Math.multiplyExact(price.minor(), 100) <= most && price.compareTo(lowestPrice) <= 0;
    }
}
