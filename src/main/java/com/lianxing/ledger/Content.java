package com.lianxing.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells a request that runs twice from another request under the same id. */
final class Content {

    private Content() {}

    /**
     * SHA-256 over all that was asked for, each part with its length before it, so that no two lists of parts read
     * alike. Who happens to post it is no part of it: a step may be run again by somebody else.
     */
    static String hash(EntryType type, @Nullable Object... parts) {
        String text = Arrays.stream(parts)
                .map(part -> part == null ? "-" : part.toString().length() + ":" + part)
                .collect(Collectors.joining("|", type.name() + "|", ""));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String of(HoldRequest request) {
        Mandate mandate = request.mandate();
        return hash(
                EntryType.COMMIT,
                request.code(),
                request.line(),
                request.charge(),
                mandate.requestedBy(),
                mandate.approval(),
                request.memo());
    }

    static String of(AdjustRequest request) {
        Mandate mandate = request.mandate();
        return hash(
                EntryType.COMMIT_ADJUST,
                request.holdId(),
                request.charge(),
                mandate.requestedBy(),
                mandate.approval(),
                request.memo());
    }

    static String of(CreditRequest request) {
        return hash(
                EntryType.CREDIT,
                request.code(),
                request.line(),
                request.charge(),
                request.paperNo(),
                request.mandate().requestedBy(),
                request.memo());
    }

    static String of(ActualRequest request) {
        Mandate mandate = request.mandate();
        return hash(
                EntryType.ACTUAL,
                request.code(),
                request.line(),
                request.holdId(),
                request.charge(),
                request.invoiceNo(),
                mandate.requestedBy(),
                mandate.approval(),
                request.memo());
    }
}
