package com.lianxing.ledger;

import com.lianxing.project.ProjectCode;

/**
 * A request to set money aside (COMMIT).
 *
 * @param holdId one per pass of the step that asks, derived from the instance, so that a second run finds the first
 */
public record HoldRequest(
        String holdId, ProjectCode code, BudgetLine line, Charge charge, Mandate mandate, String memo) {}
