package com.lianxing.approval;

/** What became of somebody's word on a request. */
public sealed interface DecisionResult {

    /** @param last whether nobody else is asked: all have approved, or this one did not */
    record Recorded(Decision decision, boolean last) implements DecisionResult {}

    /** Nothing was changed. */
    record Refused(DutyConflict conflict) implements DecisionResult {}
}
