package com.lianxing.connector.openfda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lianxing.OutsideSpecs;
import com.lianxing.certification.ComplianceLookup.Answer;
import com.lianxing.certification.ComplianceLookup.Register;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter against answers as the FDA publishes them. */
class OpenFdaLookupTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOTHING = "{\"error\": {\"code\": \"NOT_FOUND\", \"message\": \"No matches found!\"}}";

    private HttpServer server;
    private final List<URI> asked = new ArrayList<>();
    private int status = 200;
    private String body = "";

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI());
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @OutsideSpecs
    @ParameterizedTest
    @CsvSource({
        "DEVICE_REGISTRATION, device_registrationlisting, /device/registrationlisting.json, registration.registration_number",
        "PREMARKET_NOTIFICATION, device_510k, /device/510k.json, k_number",
        "DEVICE_CLASSIFICATION, device_classification, /device/classification.json, product_code",
        "DEVICE_RECALL, device_enforcement, /device/enforcement.json, recalling_firm",
        "FOOD_RECALL, food_enforcement, /food/enforcement.json, recalling_firm"
    })
    void theOfficialExampleOfEachRegisterIsReadAndAskedForByItsField(
            Register register, String example, String path, String field) throws IOException {
        JsonNode published = example(example);
        // Two of the pages show a record alone; the frame around it is that of the others.
        body = published.at("/anatomy/meta").isMissingNode()
                ? "{\"meta\":%s,\"results\":[%s]}"
                        .formatted(
                                example("device_510k").at("/meta/meta"),
                                published.elements().next())
                : published.get("anatomy").toString();
        long total = JSON.readTree(body).at("/meta/results/total").asLong();

        Answer answer = lookup("").find(register, "X1");

        assertThat(answer).isInstanceOfSatisfying(Answer.Found.class, found -> {
            assertThat(found.hits()).isEqualTo(total).isPositive();
            assertThat(found.content()).isEqualTo(body);
        });
        assertThat(asked.get(0).getPath()).isEqualTo(path);
        assertThat(query(asked.get(0))).containsEntry("search", field + ":\"X1\"");
    }

    private static JsonNode example(String name) throws IOException {
        return JSON.readTree(Files.readString(OutsideSpecs.Present.file("openfda/examples/" + name + ".json")));
    }

    @Test
    void nothingFoundIsNoError() {
        status = 404;
        body = NOTHING;

        assertThat(lookup("").find(Register.PREMARKET_NOTIFICATION, "K000000"))
                .isInstanceOfSatisfying(
                        Answer.Found.class, found -> assertThat(found.hits()).isZero());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\" AND k_number:\"K1",
                "a+b",
                "a&limit=1000",
                "a OR b",
                "a\\",
                "防晒霜 50%",
                "(a) [b] {c} ~ * ? : /"
            })
    void whatAPersonWroteStaysOnePhrase(String term) {
        status = 404;
        body = NOTHING;

        lookup("").find(Register.DEVICE_RECALL, term);

        String search = query(asked.get(0)).getOrDefault("search", "");
        assertThat(search).startsWith("recalling_firm:\"").endsWith("\"");
        String inside = search.substring("recalling_firm:\"".length(), search.length() - 1);
        assertThat(inside.replace("\\\\", "").replace("\\\"", ""))
                .as("nothing ends the phrase")
                .doesNotContain("\"");
        assertThat(inside.replace("\\\"", "\"").replace("\\\\", "\\")).isEqualTo(term);
        assertThat(query(asked.get(0))).containsOnlyKeys("search", "limit").containsEntry("limit", "5");
    }

    @ParameterizedTest
    @CsvSource({"429, {}", "500, oops", "404, <html>", "200, {}", "302, ''"})
    void whateverElseComesIsNoAnswer(int code, String content) {
        status = code;
        body = content;

        assertThat(lookup("").find(Register.PREMARKET_NOTIFICATION, "K1")).isInstanceOf(Answer.Unavailable.class);
    }

    @Test
    void whereNobodyListensThereIsNoAnswerAndWithoutAnAddressNobodyIsAsked() {
        OpenFdaLookup lookup = lookup("");
        server.stop(0);

        assertThat(lookup.find(Register.PREMARKET_NOTIFICATION, "K1")).isInstanceOf(Answer.Unavailable.class);
        assertThat(new OpenFdaLookup(new OpenFdaProperties(null, "", Duration.ofSeconds(1), Duration.ofSeconds(1)))
                        .isConnected())
                .isFalse();
    }

    @Test
    void theKeyIsSentAndStandsNowhereElse() {
        status = 404;
        body = NOTHING;

        Answer answer = lookup("s3cret+").find(Register.PREMARKET_NOTIFICATION, "K1");

        assertThat(query(asked.get(0))).containsEntry("api_key", "s3cret+");
        assertThat(answer.toString()).doesNotContain("s3cret");
        assertThat(properties("s3cret+").toString()).doesNotContain("s3cret");
    }

    private OpenFdaLookup lookup(String key) {
        return new OpenFdaLookup(properties(key));
    }

    private OpenFdaProperties properties(String key) {
        URI endpoint = URI.create("http://localhost:" + server.getAddress().getPort());
        return new OpenFdaProperties(endpoint, key, Duration.ofSeconds(2), Duration.ofSeconds(2));
    }

    private static Map<String, String> query(URI uri) {
        return Arrays.stream(uri.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
