package com.lianxing.ledger;

/**
 * A request to make a hold larger or smaller (COMMIT_ADJUST).
 *
 * @param charge what the hold is to be in total from now on, with what is already settled of it
 */
public record AdjustRequest(String eventId, String holdId, Charge charge, Mandate mandate, String memo) {}
