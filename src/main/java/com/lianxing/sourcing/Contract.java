package com.lianxing.sourcing;

import com.lianxing.project.ProjectCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed with a supplier. It counts once a second person has activated it, and never changes from then on.
 *
 * @param project it came about in; whoever sees that project sees its renewals
 * @param everyMonths length of a period, at the end of which it goes on unless one of the two says otherwise
 * @param noticeDays how many days before the end of a period that has to be said
 * @param editedBy who last wrote its clauses
 */
public record Contract(
        UUID id,
        UUID supplier,
        ProjectCode project,
        String number,
        LocalDate starts,
        int everyMonths,
        int noticeDays,
        Clauses clauses,
        String editedBy,
        @Nullable String activatedBy,
        @Nullable Instant activatedAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable String endReason) {

    public enum State {
        DRAFT,
        ACTIVE,
        ENDED;

        /** The key of the name in the catalogue. */
        public String messageKey() {
            return "sourcing.contract." + name();
        }
    }

    public State state() {
        if (endedBy != null) {
            return State.ENDED;
        }
        return activatedBy == null ? State.DRAFT : State.ACTIVE;
    }
}
