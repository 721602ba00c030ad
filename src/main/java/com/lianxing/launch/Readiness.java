package com.lianxing.launch;

import java.math.BigDecimal;

/**
 * How ready a SKU is.
 *
 * @param inboundUnits that arrive before the event ends
 * @param fixDays until listing, pictures and claims are all right; 0 if they are
 * @param rating of its reviews, 0 to 5
 */
public record Readiness(String sku, long sellableUnits, long inboundUnits, int fixDays, BigDecimal rating) {

    /** Percent of what is expected to be sold that is there or on its way; 0 where nothing is expected. */
    public long coverPercent(long forecastUnits) {
        return forecastUnits <= 0 ? 0 : Math.multiplyExact(sellableUnits + inboundUnits, 100L) / forecastUnits;
    }
}
