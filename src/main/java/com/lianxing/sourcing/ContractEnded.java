package com.lianxing.sourcing;

/** An active contract counts no more; told within the transaction that ended it. */
public record ContractEnded(Contract contract) {}
