package com.lianxing.sourcing;

import java.time.Instant;

/**
 * What somebody found when looking at one point of a supplier.
 *
 * @param passed whether nothing speaks against the supplier
 * @param finding what was seen, and where
 */
public record SupplierCheck(DueDiligence item, boolean passed, String finding, String checkedBy, Instant checkedAt) {}
