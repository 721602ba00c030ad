package com.lianxing.connector.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import com.lianxing.calendar.Clock;
import com.lianxing.inbound.AmazonFailure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * Login with Amazon: trades the seller's refresh token, which does not change, for a token that is good for about an
 * hour. Kept in memory only.
 */
class AccessTokens {

    private static final Duration SHORTEST_LIFE = Duration.ofMinutes(1);

    private final AmazonProperties properties;
    private final RestClient http;
    private final Clock clock;
    private @Nullable Token current;

    AccessTokens(AmazonProperties properties, RestClient http, Clock clock) {
        this.properties = properties;
        this.http = http;
        this.clock = clock;
    }

    private record Token(Secret secret, Instant renewAt) {}

    /** One thread at a time: the others wait for its token instead of asking for their own. */
    synchronized Secret current() {
        Token token = current;
        if (token == null || !clock.now().isBefore(token.renewAt())) {
            token = renew();
            current = token;
        }
        return token.secret();
    }

    /** Amazon did not take this one; the next call brings another. */
    synchronized void forget(Secret refused) {
        if (current != null && current.secret().equals(refused)) {
            current = null;
        }
    }

    private Token renew() {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "refresh_token");
        form.add(
                "refresh_token",
                Objects.requireNonNull(properties.refreshToken()).value());
        form.add("client_id", properties.clientId());
        form.add(
                "client_secret",
                Objects.requireNonNull(properties.clientSecret()).value());
        try {
            return Objects.requireNonNull(http.post()
                    .uri(properties.tokenEndpoint())
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .exchange((request, response) -> read(response)));
        } catch (ResourceAccessException e) {
            throw new AmazonFailure(AmazonFailure.Kind.UNREACHABLE, "Login with Amazon does not answer");
        }
    }

    private Token read(ClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        JsonNode body = AmazonJson.readTree(response.getBody());
        String secret = body.path("access_token").asText();
        if (status == 200 && !secret.isEmpty()) {
            Duration life = Duration.ofSeconds(body.path("expires_in").asLong(3600));
            // Early, so that no call starts with a token that dies under way.
            Duration useful = life.multipliedBy(4).dividedBy(5);
            return new Token(
                    new Secret(secret), clock.now().plus(useful.compareTo(SHORTEST_LIFE) < 0 ? SHORTEST_LIFE : useful));
        }
        String error = body.path("error").asText("HTTP " + status);
        if (status >= 500 || status == 429) {
            throw new AmazonFailure(AmazonFailure.Kind.UNREACHABLE, "Login with Amazon: " + error);
        }
        throw new AmazonFailure(AmazonFailure.Kind.UNAUTHORIZED, "Login with Amazon: " + error);
    }
}
