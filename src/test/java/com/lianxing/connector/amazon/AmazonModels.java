package com.lianxing.connector.amazon;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.UrlPathPattern;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.lianxing.OutsideSpecs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Amazon's own models of the inbound API: Amazon's sandbox answers as stubs, and the judge of every request we send.
 */
final class AmazonModels {

    private static final List<String> FILES =
            List.of("fulfillmentInbound_2024-03-20.json", "fulfillmentInboundV0.json");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> models = new ArrayList<>();
    private final List<OpenApiInteractionValidator> judges = new ArrayList<>();

    private AmazonModels() {}

    /** One operation of the API and where it stands in the model. */
    record Described(String path, String method, JsonNode operation) {

        List<JsonNode> parameters() {
            List<JsonNode> all = new ArrayList<>();
            operation.path("parameters").forEach(all::add);
            return all;
        }
    }

    static AmazonModels read() {
        AmazonModels read = new AmazonModels();
        for (String file : FILES) {
            try {
                String text = Files.readString(OutsideSpecs.Present.file("amazon-sp-api/models/" + file));
                read.models.add(JSON.readTree(text));
                read.judges.add(OpenApiInteractionValidator.createForInlineApiSpecification(text)
                        .withLevelResolver(LevelResolver.create()
                                .withLevel("validation.request.security.missing", ValidationReport.Level.IGNORE)
                                .withLevel("validation.schema.additionalProperties", ValidationReport.Level.ERROR)
                                .build())
                        .build());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return read;
    }

    Optional<Described> operation(String name) {
        return operations().stream()
                .filter(described ->
                        name.equals(described.operation().path("operationId").asText()))
                .findFirst();
    }

    List<String> enumOf(String definition) {
        List<String> values = new ArrayList<>();
        models.forEach(model ->
                model.path("definitions").path(definition).path("enum").forEach(value -> values.add(value.asText())));
        return values;
    }

    /** The answer of Amazon's first sandbox pair of that operation. */
    JsonNode sandboxAnswer(String operation) {
        return operation(operation)
                .orElseThrow()
                .operation()
                .path("responses")
                .valueStream()
                .flatMap(response ->
                        response.path("x-amzn-api-sandbox").path("static").valueStream())
                .findFirst()
                .orElseThrow()
                .path("response");
    }

    /**
     * Every sandbox pair. A success answers whatever is asked at its path; a refusal, and a pair that is told apart by its
     * query, answers only exactly what Amazon's example asks.
     */
    List<MappingBuilder> stubs() {
        List<MappingBuilder> stubs = new ArrayList<>();
        for (Described described : operations()) {
            described.operation().path("responses").properties().forEach(response -> {
                int status = Integer.parseInt(response.getKey());
                response.getValue().path("x-amzn-api-sandbox").path("static").forEach(pair -> {
                    stubs.add(stub(described, status, pair, true).atPriority(1));
                    if (status < 300) {
                        stubs.add(stub(described, status, pair, false).atPriority(5));
                    }
                });
            });
        }
        return stubs;
    }

    /** What Amazon's model says against a request; empty if nothing. */
    List<String> faultsOf(LoggedRequest request) {
        SimpleRequest.Builder sent = new SimpleRequest.Builder(
                        request.getMethod().getName(), request.getUrl().replaceAll("\\?.*", ""))
                .withBody(request.getBody().length == 0 ? null : request.getBodyAsString());
        request.getQueryParams().forEach((name, values) -> sent.withQueryParam(name, values.values()));
        request.getHeaders().all().forEach(header -> sent.withHeader(header.key(), header.values()));
        List<String> faults = new ArrayList<>();
        for (OpenApiInteractionValidator judge : judges) {
            ValidationReport report = judge.validateRequest(sent.build());
            List<String> errors = report.getMessages().stream()
                    .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                    .map(message -> request.getMethod() + " " + request.getUrl() + ": " + message.getMessage())
                    .toList();
            boolean another = report.getMessages().stream()
                    .anyMatch(message -> message.getKey().equals("validation.request.path.missing"));
            if (!another) {
                return errors;
            }
            faults.addAll(errors);
        }
        return faults;
    }

    private List<Described> operations() {
        List<Described> all = new ArrayList<>();
        for (JsonNode model : models) {
            model.path("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().stream()
                            .filter(entry -> entry.getValue().has("operationId"))
                            .forEach(entry -> all.add(new Described(path.getKey(), entry.getKey(), entry.getValue()))));
        }
        return all;
    }

    private static MappingBuilder stub(Described described, int status, JsonNode pair, boolean exact) {
        JsonNode values = pair.path("request").path("parameters");
        String path = described.path();
        for (JsonNode parameter : where(described, "path"::equals)) {
            String name = parameter.path("name").asText();
            path = path.replace(
                    "{" + name + "}", values.path(name).path("value").asText("{" + name + "}"));
        }
        UrlPathPattern url = path.contains("{") ? WireMock.urlPathTemplate(path) : WireMock.urlPathEqualTo(path);
        MappingBuilder stub = WireMock.request(described.method().toUpperCase(java.util.Locale.ROOT), url);
        if (exact) {
            for (JsonNode parameter : where(described, "query"::equals)) {
                String name = parameter.path("name").asText();
                JsonNode value = values.path(name).path("value");
                if (!value.isMissingNode()) {
                    stub.withQueryParam(name, WireMock.equalTo(value.asText()));
                }
            }
            JsonNode body = values.path("body").path("value");
            if (!body.isMissingNode()) {
                stub.withRequestBody(WireMock.equalToJson(body.toString()));
            }
        }
        return stub.willReturn(WireMock.aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withHeader("x-amzn-RateLimit-Limit", "2.0")
                .withBody(pair.path("response").toString()));
    }

    private static List<JsonNode> where(Described described, Predicate<String> in) {
        return described.parameters().stream()
                .filter(parameter -> in.test(parameter.path("in").asText()))
                .toList();
    }
}
