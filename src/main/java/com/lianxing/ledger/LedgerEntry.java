package com.lianxing.ledger;

import com.lianxing.money.Money;
import com.lianxing.money.Rate;
import com.lianxing.project.ProjectCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry: written once, never changed; a correction is a new one.
 *
 * @param usd by how much the limit, what is held or what is spent rises; negative for a fall
 * @param settled how much of a hold an actual used up; negative if a reversal gave it back
 * @param excess by how much it raised the line's excess
 * @param flagged an actual that no hold covered in full
 * @param original what the paper says; for COMMIT_ADJUST the new total
 * @param reverses the actual that this one takes back
 */
public record LedgerEntry(
        String id,
        ProjectCode code,
        BudgetLine line,
        EntryType type,
        Money usd,
        Money settled,
        Money excess,
        boolean flagged,
        Money original,
        Rate rate,
        @Nullable String holdId,
        @Nullable String reverses,
        @Nullable String invoiceNo,
        Mandate mandate,
        String memo,
        Instant at) {}
