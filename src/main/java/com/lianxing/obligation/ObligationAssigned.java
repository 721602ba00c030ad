package com.lianxing.obligation;

import java.util.UUID;

/** Published, in the transaction that did it, when somebody else owns an obligation: what is open is his now. */
public record ObligationAssigned(UUID id, String owner) {}
