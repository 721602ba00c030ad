package com.lianxing.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message to one person, or to somebody outside who has no account.
 *
 * @param id derived from its cause, so that a repeated step says it once
 * @param person id of the reader; of somebody outside the name under which the record speaks of it
 * @param kind e.g. {@code APPROVAL_REMINDER}
 * @param subjectCode the project's code, or another name of what it is about
 * @param dueAt not to be sent before
 * @param latest after which the reader could not act on it in time, so that it does not wait for a morning; null if it may
 * @param outside where somebody outside is written to; null for a person
 */
public record Notification(
        String id,
        String person,
        String kind,
        String subjectCode,
        String textZh,
        String textEn,
        Instant dueAt,
        @Nullable Instant latest,
        @Nullable Outside outside) {

    /** The address of somebody without an account. */
    public record Outside(String address, boolean readsChinese) {}

    public Notification(
            String id, String person, String kind, String subjectCode, String textZh, String textEn, Instant dueAt) {
        this(id, person, kind, subjectCode, textZh, textEn, dueAt, null, null);
    }

    /** The same message, which comes too late after this moment. */
    public Notification notAfter(Instant latest) {
        return new Notification(id, person, kind, subjectCode, textZh, textEn, dueAt, latest, outside);
    }
}
