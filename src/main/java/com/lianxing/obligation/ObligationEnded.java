package com.lianxing.obligation;

import java.util.UUID;

/**
 * Published, in the transaction that did it, when an obligation ended while it was being renewed.
 *
 * @param processInstance which renews it, and is not needed any more
 */
public record ObligationEnded(UUID id, String processInstance) {}
