package com.lianxing.process.engine.http;

import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.Refusal;
import com.lianxing.process.engine.RefusalText;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** What an error says to its reader, and the one line about it in the log, under the same reference. */
@Component
class Sentences {

    private static final Logger LOG = LoggerFactory.getLogger(Sentences.class);

    private final MessageSource messages;
    private final RefusalText refusals;

    Sentences(MessageSource messages, RefusalText refusals) {
        this.messages = messages;
        this.refusals = refusals;
    }

    /**
     * @param type stable for programs, {@code urn:lianxing:problem:…}
     * @param reference to be reported; stands in the log too
     */
    record Said(int status, String type, String message, String reference, List<FieldSaid> fields) {}

    record FieldSaid(String field, String label, String message) {}

    Said of(Refusal refusal, Reader reader) {
        String reference = reference();
        LOG.info("{} refused to {}: {}", reference, reader.personId(), refusal.getMessage());
        List<FieldSaid> fields = refusal.fields().stream()
                .map(error -> new FieldSaid(
                        error.field(), error.label().in(reader.language()), refusals.field(error, reader.language())))
                .toList();
        return new Said(
                refusal.kind().httpStatus(),
                refusal.problemType(),
                refusals.sentence(refusal, reader.language()),
                reference,
                fields);
    }

    /** An error that is the asker's: the key names the sentence. */
    Said plain(int status, String key, Reader reader, Object... args) {
        return new Said(
                status,
                "urn:lianxing:problem:" + key.toLowerCase(Locale.ROOT).replace('_', '-'),
                messages.getMessage("refusal." + key, args, reader.language()),
                reference(),
                List.of());
    }

    /** Nobody is to blame, and nobody knows what of the request was saved; one line in the log, for there will be many. */
    Said databaseAway(String request, Throwable cause, Reader reader) {
        String reference = reference();
        String root = NestedExceptionUtils.getMostSpecificCause(cause).getMessage();
        LOG.error("{} the database was away from {}: {}", reference, request, root);
        String sentence = messages.getMessage("refusal.DATABASE_AWAY", null, reader.language());
        return new Said(
                503,
                "urn:lianxing:problem:database-away",
                messages.getMessage("refusal.reference", new Object[] {sentence, reference}, reader.language()),
                reference,
                List.of());
    }

    /** An error that is ours: says nothing of the cause, and logs it. */
    Said failure(String request, @Nullable Throwable cause, Reader reader) {
        String reference = reference();
        LOG.error("{} failed for {}: {}", reference, reader.personId(), request, cause);
        String sentence = messages.getMessage("refusal.FAILED", null, reader.language());
        return new Said(
                500,
                "urn:lianxing:problem:failed",
                messages.getMessage("refusal.reference", new Object[] {sentence, reference}, reader.language()),
                reference,
                List.of());
    }

    private String reference() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }
}
