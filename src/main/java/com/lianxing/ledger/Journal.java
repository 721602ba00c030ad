package com.lianxing.ledger;

import com.lianxing.calendar.Clock;
import org.springframework.stereotype.Component;

/** The entries of the ledger: each is written once under its id, and never again with other content. */
@Component
class Journal {

    private final LedgerRows rows;
    private final Clock clock;

    Journal(LedgerRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Whether the entry was written before.
     *
     * @param content of what is asked for now, see {@link Content}
     * @throws IllegalStateException if other content was written under the id
     */
    boolean isRepeated(String entryId, String content) {
        var before = rows.contentHash(entryId);
        before.ifPresent(hash -> requireSame(entryId, hash, content));
        return before.isPresent();
    }

    static void requireSame(String id, String before, String content) {
        if (!before.equals(content)) {
            throw new IllegalStateException(id + " was posted before, with other content");
        }
    }

    LedgerEntry append(Draft draft, String content) {
        LedgerEntry entry = draft.at(clock.now());
        rows.append(entry, content);
        return entry;
    }

    LedgerEntry require(String id) {
        return rows.entry(id).orElseThrow(() -> new IllegalArgumentException("no ledger entry " + id));
    }
}
