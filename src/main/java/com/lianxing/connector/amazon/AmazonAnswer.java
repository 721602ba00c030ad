package com.lianxing.connector.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import com.lianxing.inbound.AmazonFailure;
import com.lianxing.inbound.AmazonFailure.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;

/**
 * What came back.
 *
 * @param told how long Amazon wants us to wait, else our guess
 * @param requestId by which Amazon's support finds the call
 */
record AmazonAnswer(
        int status, JsonNode body, Duration told, @Nullable String requestId) {

    private static final Duration WAIT_UNTOLD = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int LONGEST_TEXT = 3_500;

    static AmazonAnswer of(ClientHttpResponse response) throws IOException {
        HttpHeaders headers = response.getHeaders();
        return new AmazonAnswer(
                response.getStatusCode().value(),
                AmazonJson.readTree(response.getBody()),
                wait(headers),
                headers.getFirst("x-amzn-RequestId"));
    }

    boolean isTokenRefused() {
        return status == 401 || status == 403;
    }

    boolean isAmazonsError() {
        return status >= 500;
    }

    /** The body of a success. */
    JsonNode orFailure() {
        if (status >= 200 && status < 300 && !body.isMissingNode()) {
            return body;
        }
        Kind kind = kind();
        throw kind == Kind.BUSY ? new AmazonFailure(kind, text(), told) : new AmazonFailure(kind, text());
    }

    private Kind kind() {
        if (isTokenRefused()) {
            return Kind.UNAUTHORIZED;
        }
        if (status == 429) {
            return Kind.BUSY;
        }
        if (isAmazonsError()) {
            return Kind.UNREACHABLE;
        }
        return status >= 400 ? Kind.REFUSED : Kind.NOT_UNDERSTOOD;
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        for (JsonNode error : body.path("errors")) {
            String details = error.path("details").asText("");
            lines.add("%s: %s%s"
                    .formatted(
                            error.path("code").asText(),
                            error.path("message").asText(),
                            details.isBlank() ? "" : " (" + details + ")"));
        }
        if (lines.isEmpty()) {
            lines.add("HTTP " + status);
        }
        if (requestId != null) {
            lines.add("x-amzn-RequestId " + requestId);
        }
        String text = String.join("\n", lines);
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    private static Duration wait(HttpHeaders headers) {
        String seconds = headers.getFirst(HttpHeaders.RETRY_AFTER);
        String perSecond = headers.getFirst("x-amzn-RateLimit-Limit");
        try {
            if (seconds != null) {
                return shortened(Duration.ofSeconds(Long.parseLong(seconds.strip())));
            }
            if (perSecond != null) {
                BigDecimal rate = new BigDecimal(perSecond.strip());
                return rate.signum() <= 0
                        ? WAIT_UNTOLD
                        : shortened(Duration.ofSeconds(
                                BigDecimal.ONE.divide(rate, 0, RoundingMode.UP).longValue()));
            }
        } catch (NumberFormatException e) {
            return WAIT_UNTOLD; // A date, or nothing we know: then our own guess.
        }
        return WAIT_UNTOLD;
    }

    private static Duration shortened(Duration wait) {
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
