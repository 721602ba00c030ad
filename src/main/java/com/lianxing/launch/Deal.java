package com.lianxing.launch;

import com.lianxing.money.Money;

/**
 * A deal as it is planned.
 *
 * @param id of the project and its number there, as messages name it
 * @param fee what the channel charges for taking part, due once it ran
 */
public record Deal(String id, DealType type, String sku, Money price, long quantity, Money fee) {}
