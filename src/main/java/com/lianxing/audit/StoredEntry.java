package com.lianxing.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An entry in its place in the chain.
 *
 * <p>{@link #computedHash} is SHA-256 over, in this order: previousHash, subjectType, subjectId, seq, at, zone, actor,
 * onBehalfOf, action, content, shownHash, rule, modelVersion. Each field is written as its length in bytes (four bytes,
 * big-endian) and its UTF-8 text; a field that is absent as the length -1. So no two entries give the same bytes. The
 * number is decimal, the instant ISO-8601 in UTC as {@link Instant#toString}.
 *
 * @param content canonical JSON of what was entered
 * @param previousHash hash of the entry before; 64 zeros for the first
 * @param hash as stored
 */
public record StoredEntry(
        String subjectType,
        String subjectId,
        long seq,
        Instant at,
        String zone,
        String actor,
        @Nullable String onBehalfOf,
        String action,
        String content,
        @Nullable String shownHash,
        @Nullable String rule,
        @Nullable String modelVersion,
        String previousHash,
        String hash) {

    static final String NO_HASH = "0".repeat(64);

    static StoredEntry next(AuditEntry entry, long seq, String previousHash) {
        StoredEntry unhashed = new StoredEntry(
                entry.subjectType(),
                entry.subjectId(),
                seq,
                entry.at(),
                entry.zone(),
                entry.actor(),
                entry.onBehalfOf(),
                entry.action(),
                CanonicalJson.of(entry.entered()),
                entry.shownHash(),
                entry.rule(),
                entry.modelVersion(),
                previousHash,
                NO_HASH);
        return unhashed.hashed();
    }

    private StoredEntry hashed() {
        return new StoredEntry(
                subjectType,
                subjectId,
                seq,
                at,
                zone,
                actor,
                onBehalfOf,
                action,
                content,
                shownHash,
                rule,
                modelVersion,
                previousHash,
                computedHash());
    }

    /** The hash that this entry's fields have, whatever {@link #hash} says. */
    public String computedHash() {
        MessageDigest digest = Sha256.digest();
        add(digest, previousHash);
        add(digest, subjectType);
        add(digest, subjectId);
        add(digest, Long.toString(seq));
        add(digest, at.toString());
        add(digest, zone);
        add(digest, actor);
        add(digest, onBehalfOf);
        add(digest, action);
        add(digest, content);
        add(digest, shownHash);
        add(digest, rule);
        add(digest, modelVersion);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, @Nullable String field) {
        if (field == null) {
            digest.update(ByteBuffer.allocate(4).putInt(-1).array());
            return;
        }
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
