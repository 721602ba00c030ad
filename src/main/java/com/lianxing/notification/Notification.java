package com.lianxing.notification;

import java.time.Instant;

/**
 * A message to one person.
 *
 * @param id derived from its cause, so that a repeated step says it once
 * @param person id of the reader
 * @param kind e.g. {@code APPROVAL_REMINDER}
 * @param subjectCode the project's code, or another name of what it is about
 * @param dueAt not to be sent before
 */
public record Notification(
        String id, String person, String kind, String subjectCode, String textZh, String textEn, Instant dueAt) {}
