package com.lianxing.obligation;

import java.util.UUID;

/** Published, in the transaction that did it, when an obligation was taken over: its window may be open already. */
public record ObligationCreated(UUID id) {}
