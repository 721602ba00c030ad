package com.lianxing.catalog;

/** Published in the transaction that changes the state. */
public record SkuStateChanged(String sku, ComplianceState before, ComplianceState now) {}
