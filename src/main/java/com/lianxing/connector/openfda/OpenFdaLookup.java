package com.lianxing.connector.openfda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lianxing.certification.ComplianceLookup;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Asks openFDA. Nothing found is its 404 with the code {@code NOT_FOUND}, and no error. What a person wrote goes into its
 * query language as one quoted phrase.
 */
@Component
@EnableConfigurationProperties(OpenFdaProperties.class)
class OpenFdaLookup implements ComplianceLookup {

    private static final Logger LOG = LoggerFactory.getLogger(OpenFdaLookup.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_RECORDS = 5;

    private record Place(String path, String field) {}

    private static final Map<Register, Place> PLACES = Map.of(
            Register.DEVICE_REGISTRATION,
            new Place("/device/registrationlisting.json", "registration.registration_number"),
            Register.PREMARKET_NOTIFICATION,
            new Place("/device/510k.json", "k_number"),
            Register.DEVICE_CLASSIFICATION,
            new Place("/device/classification.json", "product_code"),
            Register.DEVICE_RECALL,
            new Place("/device/enforcement.json", "recalling_firm"),
            Register.FOOD_RECALL,
            new Place("/food/enforcement.json", "recalling_firm"));

    private final OpenFdaProperties properties;
    private final RestClient http;

    OpenFdaLookup(OpenFdaProperties properties) {
        this.properties = properties;
        // A key must not travel to where an answer points.
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(properties.readTimeout());
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    @Override
    public boolean isConnected() {
        return properties.endpoint() != null;
    }

    @Override
    public Answer find(Register register, String term) {
        URI endpoint = properties.endpoint();
        if (endpoint == null) {
            return new Answer.Unavailable("not connected");
        }
        Place place = PLACES.get(register);
        if (place == null) {
            throw new IllegalArgumentException("no place for " + register);
        }
        URI source = address(endpoint, place, term, null);
        try {
            ResponseEntity<byte[]> answer = http.get()
                    .uri(address(endpoint, place, term, properties.apiKey()))
                    .retrieve()
                    .onStatus(status -> true, (request, response) -> {})
                    .toEntity(byte[].class);
            byte[] body = answer.getBody();
            return read(
                    answer.getStatusCode().value(),
                    source,
                    body == null ? "" : new String(body, StandardCharsets.UTF_8));
        } catch (RestClientException e) {
            LOG.warn("openFDA did not answer: {}", e.getClass().getSimpleName());
            return new Answer.Unavailable("no answer");
        }
    }

    private static Answer read(int status, URI source, String body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (status == HttpStatus.OK.value()
                    && json.at("/meta/results/total").isIntegralNumber()) {
                return new Answer.Found(json.at("/meta/results/total").asLong(), source.toString(), body);
            }
            boolean nothing = status == HttpStatus.NOT_FOUND.value()
                    && json.at("/error/code").asText().equals("NOT_FOUND");
            return nothing ? new Answer.Found(0, source.toString(), body) : new Answer.Unavailable("HTTP " + status);
        } catch (JsonProcessingException e) {
            return new Answer.Unavailable("HTTP " + status + " without JSON");
        }
    }

    /** The value is encoded strictly, so that a plus or an ampersand of it stays what it is. */
    private static URI address(URI endpoint, Place place, String term, @Nullable String key) {
        UriComponentsBuilder address = UriComponentsBuilder.fromUri(endpoint)
                .path(place.path())
                .queryParam("search", "{search}")
                .queryParam("limit", MOST_RECORDS);
        String search = place.field() + ":" + phrase(term);
        return key == null || key.isEmpty()
                ? address.encode().buildAndExpand(search).toUri()
                : address.queryParam("api_key", "{key}")
                        .encode()
                        .buildAndExpand(search, key)
                        .toUri();
    }

    /** One phrase of the query language, in which only these two characters mean something. */
    static String phrase(String term) {
        return '"' + term.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
