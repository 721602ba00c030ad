package com.lianxing.document;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a file.
 *
 * @param subjectType what it belongs to, e.g. {@code project}, {@code shipment}
 * @param kind what it proves, e.g. {@code PROFORMA_INVOICE}
 * @param name as the person called it; for showing only, never a path
 * @param version from 1; the same subject, kind and name stored again is the next one
 * @param sha256 of the content, in lower-case hexadecimal
 * @param size in bytes
 * @param contentType what the content is, whatever the name says
 * @param taskId the task at which it was attached
 */
public record Document(
        UUID id,
        String subjectType,
        String subjectId,
        String kind,
        String name,
        int version,
        String sha256,
        long size,
        String contentType,
        String uploadedBy,
        Instant uploadedAt,
        @Nullable String taskId) {}
