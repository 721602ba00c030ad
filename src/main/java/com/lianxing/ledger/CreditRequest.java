package com.lianxing.ledger;

import com.lianxing.project.ProjectCode;

/**
 * Money that came back from outside (CREDIT): a paid claim, a refund.
 *
 * @param line whose cost it lowers
 * @param charge how much, above zero
 * @param paperNo of the claim or the credit note
 */
public record CreditRequest(
        String creditId,
        ProjectCode code,
        BudgetLine line,
        Charge charge,
        String paperNo,
        Mandate mandate,
        String memo) {}
