package com.lianxing.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place where the record is not what it was.
 *
 * @param seq of the entry, where it is about one
 */
public record AuditFinding(
        Kind kind,
        String subjectType,
        String subjectId,
        @Nullable Long seq) {

    public enum Kind {
        /** An entry's fields do not have its hash: a field, the hash or the place in the chain was changed. */
        CHANGED,
        /** An entry does not carry the hash of the one before it: something was put in, taken out or exchanged. */
        BROKEN_LINK,
        /** An entry is missing before this one. */
        MISSING,
        /** The chain does not end where its head says. */
        WRONG_END,
        /** A checkpoint saw more entries than there are now. */
        CUT_OFF,
        /** A checkpoint saw another entry in this place. */
        REWRITTEN,
        /** A line of a checkpoint file cannot be read. */
        UNREADABLE_CHECKPOINT
    }

    /** The key of the sentence in the catalogue; its arguments are {@link #messageArguments}. */
    public String messageKey() {
        return "audit.finding." + kind.name();
    }

    public Object[] messageArguments() {
        return List.of(subjectType, subjectId, seq == null ? "–" : Long.toString(seq))
                .toArray();
    }
}
