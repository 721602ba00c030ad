package com.lianxing.connector.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import com.lianxing.calendar.Clock;
import com.lianxing.inbound.AmazonConnection;
import com.lianxing.inbound.AmazonFailure;
import com.lianxing.inbound.AmazonFailure.Kind;
import io.github.bucket4j.Bucket;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriBuilder;

/**
 * One call to Amazon: within its rate, with a token, not while Amazon is down. Reads are repeated at once if nothing or
 * an error of Amazon's own came back; writes never, since nobody knows what became of them.
 */
class SellingPartnerHttp {

    private static final int TRIES_OF_A_READ = 3;
    private static final Duration LONGEST_TURN = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(60);

    private final AmazonProperties properties;
    private final RestClient http;
    private final AccessTokens tokens;
    private final Clock clock;
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "amazon",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(10)
                    .minimumNumberOfCalls(6)
                    .waitDurationInOpenState(PAUSE)
                    .recordResult(answer -> answer instanceof AmazonAnswer given && given.isAmazonsError())
                    .permittedNumberOfCallsInHalfOpenState(1)
                    .build());
    private final Map<SellingPartnerOperation, Bucket> rates = new EnumMap<>(SellingPartnerOperation.class);
    private final AtomicReference<@Nullable Instant> lastSuccess = new AtomicReference<>();
    private final AtomicReference<@Nullable Kind> failure = new AtomicReference<>();

    SellingPartnerHttp(AmazonProperties properties, RestClient http, AccessTokens tokens, Clock clock) {
        this.properties = properties;
        this.http = http;
        this.tokens = tokens;
        this.clock = clock;
        for (SellingPartnerOperation operation : SellingPartnerOperation.values()) {
            rates.put(
                    operation,
                    Bucket.builder()
                            .addLimit(limit -> limit.capacity(operation.burst())
                                    .refillGreedy(SellingPartnerOperation.CALLS_A_SECOND, Duration.ofSeconds(1)))
                            .build());
        }
    }

    /** What is asked: an operation, what stands in its path and behind it, and its body. */
    record Call(
            SellingPartnerOperation operation,
            Map<String, String> path,
            Map<String, String> query,
            @Nullable Object body) {

        static Call of(SellingPartnerOperation operation) {
            return new Call(operation, Map.of(), Map.of(), null);
        }

        Call at(String name, String id) {
            Map<String, String> more = new HashMap<>(path);
            more.put(name, id);
            return new Call(operation, more, query, body);
        }

        Call with(String name, @Nullable String value) {
            if (value == null) {
                return this;
            }
            Map<String, String> more = new HashMap<>(query);
            more.put(name, value);
            return new Call(operation, path, more, body);
        }

        Call with(Object content) {
            return new Call(operation, path, query, content);
        }
    }

    AmazonConnection connection() {
        return new AmazonConnection(
                properties.isConnected() ? AmazonConnection.State.CONNECTED : AmazonConnection.State.NOT_CONNECTED,
                lastSuccess.get(),
                failure.get());
    }

    <T> T send(Call call, Class<T> answer) {
        try {
            T result = AmazonJson.read(sendInTurn(call), answer);
            lastSuccess.set(clock.now());
            failure.set(null);
            return result;
        } catch (AmazonFailure e) {
            failure.set(e.kind());
            throw e;
        }
    }

    private JsonNode sendInTurn(Call call) {
        if (!properties.isConnected()) {
            throw new AmazonFailure(Kind.NOT_CONNECTED, "no seller account is connected");
        }
        int tries = call.operation().isRead() ? TRIES_OF_A_READ : 1;
        while (true) {
            try {
                return sendOnce(call);
            } catch (AmazonFailure e) {
                tries--;
                if (e.kind() != Kind.UNREACHABLE || tries == 0) {
                    throw e;
                }
            }
        }
    }

    private JsonNode sendOnce(Call call) {
        awaitTurn(call.operation());
        Secret token = tokens.current();
        AmazonAnswer answer = exchange(call, token);
        if (answer.isTokenRefused()) {
            tokens.forget(token);
            answer = exchange(call, tokens.current());
        }
        return answer.orFailure();
    }

    private void awaitTurn(SellingPartnerOperation operation) {
        try {
            if (!Objects.requireNonNull(rates.get(operation)).asBlocking().tryConsume(1, LONGEST_TURN)) {
                throw new AmazonFailure(
                        Kind.BUSY, "our own rate of " + operation.amazonName() + " is used up", LONGEST_TURN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AmazonFailure(Kind.BUSY, "we are stopping", LONGEST_TURN);
        }
    }

    private AmazonAnswer exchange(Call call, Secret token) {
        try {
            return breaker.executeSupplier(() -> exchangeNow(call, token));
        } catch (CallNotPermittedException e) {
            throw new AmazonFailure(Kind.BUSY, "Amazon did not answer lately; we pause", PAUSE);
        }
    }

    private AmazonAnswer exchangeNow(Call call, Secret token) {
        try {
            RestClient.RequestBodySpec request = http.method(call.operation().method())
                    .uri(base -> uri(base, call))
                    .header("x-amz-access-token", token.value())
                    .header(HttpHeaders.USER_AGENT, "Lianxing/0.1 (Language=Java/17)")
                    .accept(MediaType.APPLICATION_JSON);
            if (call.body() != null) {
                request.contentType(MediaType.APPLICATION_JSON).body(AmazonJson.write(call.body()));
            }
            return Objects.requireNonNull(request.exchange((sent, response) -> AmazonAnswer.of(response)));
        } catch (ResourceAccessException e) {
            throw new AmazonFailure(
                    Kind.UNREACHABLE, "no answer to " + call.operation().amazonName());
        }
    }

    /** Values only as variables: then a plus or a slash in Amazon's tokens is escaped. */
    private static URI uri(UriBuilder base, Call call) {
        UriBuilder uri = base.path(call.operation().path());
        Map<String, Object> values = new HashMap<>(call.path());
        call.query().forEach((name, value) -> {
            uri.queryParam(name, "{?" + name + "}");
            values.put("?" + name, value);
        });
        return uri.build(values);
    }
}
