package com.lianxing.launch;

import com.lianxing.money.Money;

/** An advertising campaign, with the most it may cost a day and in all. */
public record Campaign(String name, String sku, Money dailyCap, Money totalCap) {}
