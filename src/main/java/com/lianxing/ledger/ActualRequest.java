package com.lianxing.ledger;

import com.lianxing.project.ProjectCode;
import org.jspecify.annotations.Nullable;

/**
 * Money that is gone (ACTUAL): posted whether or not it fits.
 *
 * @param holdId the hold it settles, of the same project and line; null if nobody asked before
 */
public record ActualRequest(
        String actualId,
        ProjectCode code,
        BudgetLine line,
        @Nullable String holdId,
        Charge charge,
        String invoiceNo,
        Mandate mandate,
        String memo) {}
