package com.lianxing.deliverable;

import com.lianxing.calendar.Deadline;
import com.lianxing.project.ProjectCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an outside party is to deliver.
 *
 * @param kind what it is, for example {@code INSPECTION_REPORT}
 * @param subject which of several of its kind, for example a SKU and a test; empty where there is one
 * @param processInstance that waits for it; null until one does
 * @param party null until somebody names one
 * @param brief what is wanted, in the words of whoever asks; may be empty
 * @param due of the version that is asked for now; null before the first round unless it was agreed
 * @param maxRounds after so many somebody else decides whether there is another
 * @param round from 1; 0 before the first
 * @param askedAt when this round began
 */
public record Deliverable(
        UUID id,
        ProjectCode project,
        String kind,
        String subject,
        @Nullable String processInstance,
        @Nullable OutsideParty party,
        String brief,
        @Nullable Deadline due,
        int maxRounds,
        int round,
        @Nullable Instant askedAt) {

    /** With its kind in the reader's language: which one it is. */
    public String named(String kindText) {
        return subject.isEmpty() ? kindText : kindText + " · " + subject;
    }

    /** Unless something else is agreed. */
    public static final int USUAL_ROUNDS = 2;

    public static final int MOST_ROUNDS = 20;
    public static final int LONGEST_BRIEF = 4000;
}
