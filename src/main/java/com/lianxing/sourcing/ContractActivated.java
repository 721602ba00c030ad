package com.lianxing.sourcing;

/** A contract counts from now on, as its second person said; told within that transaction. */
public record ContractActivated(Contract contract, String supplierName) {}
