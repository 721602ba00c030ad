package com.lianxing.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lianxing.LianxingTest;
import com.lianxing.Visitor;
import com.lianxing.access.Role;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint of the engine's REST API by Camunda's own list, and every page of ours: closed until opened. */
@LianxingTest
class ClosedRestTest {

    /** What is open; the same as the chain's own list, written again on purpose. */
    private static final List<String> OPEN =
            List.of("/login", "/assets/", "/favicon.ico", "/error", "/actuator/health", "/portal/", "/hooks/");

    @LocalServerPort
    private int port;

    @Autowired
    private EnginePeople people;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping pages;

    private record Endpoint(String method, String path) {}

    @Test
    void everyEndpointOfTheEngineIsClosedToNobody() throws IOException {
        List<Endpoint> endpoints = endpoints();
        assertThat(endpoints).hasSize(399);
        Visitor nobody = Visitor.nobody(port);
        List<String> open = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            int status = nobody.send(endpoint.method(), endpoint.path(), body(endpoint))
                    .statusCode();
            if (status != 401) {
                open.add(endpoint + " answers " + status);
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void everyEndpointOfTheEngineIsClosedToASession() throws IOException {
        String id = people.have("sessioner", Role.OPERATIONS);
        try {
            Visitor person = Visitor.person(port, id, EnginePeople.PASSWORD);
            assertThat(person.get("/camunda/api/engine/engine/").statusCode()).isEqualTo(200);
            List<String> open = new ArrayList<>();
            for (Endpoint endpoint : endpoints()) {
                int status = person.send(endpoint.method(), endpoint.path(), body(endpoint))
                        .statusCode();
                if (status != 401) {
                    open.add(endpoint + " answers " + status);
                }
            }
            assertThat(open).isEmpty();
        } finally {
            people.remove(id);
        }
    }

    @Test
    void aProgramBringsThePasswordOfAUser() {
        String id = people.have("programmed", Role.OPERATIONS);
        try {
            String path = "/engine-rest/process-definition/count";
            assertThat(Visitor.program(port, id, EnginePeople.PASSWORD)
                            .get(path)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(Visitor.program(port, id, "wrong horse battery")
                            .get(path)
                            .statusCode())
                    .isEqualTo(401);
            assertThat(Visitor.program(port, id, "").get(path).statusCode()).isEqualTo(401);
            assertThat(Visitor.program(port, "no-such-user", EnginePeople.PASSWORD)
                            .get(path)
                            .statusCode())
                    .isEqualTo(401);
            Visitor program = Visitor.program(port, id, EnginePeople.PASSWORD);
            assertThat(program.get(path).headers().allValues("Set-Cookie")).isEmpty();
        } finally {
            people.remove(id);
        }
    }

    @Test
    void everyPageOfOursAsksWhoIsThere() {
        Visitor nobody = Visitor.nobody(port);
        List<String> open = new ArrayList<>();
        int asked = 0;
        for (RequestMappingInfo page : pages.getHandlerMethods().keySet()) {
            for (String pattern : page.getPatternValues()) {
                String path = pattern.replaceAll("\\{[^}]*}", "x").replace("**", "x");
                if (OPEN.stream().anyMatch(path::startsWith)) {
                    continue;
                }
                for (String method : methods(page)) {
                    asked++;
                    var answer = nobody.send(method, path, "GET".equals(method) ? null : "{}");
                    boolean closed = answer.statusCode() == 401
                            || answer.statusCode() == 403
                            || (answer.statusCode() == 302
                                    && answer.headers()
                                            .firstValue("Location")
                                            .orElse("")
                                            .endsWith("/login"));
                    if (!closed) {
                        open.add(method + " " + path + " answers " + answer.statusCode());
                    }
                }
            }
        }
        assertThat(open).isEmpty();
        assertThat(asked).isPositive();
        for (String path : List.of("/", "/camunda/", "/camunda/app/tasklist/", "/camunda/app/cockpit/default/")) {
            assertThat(nobody.get(path).headers().firstValue("Location").orElse(""))
                    .as(path)
                    .endsWith("/login");
        }
        for (String path : List.of("/camunda/api/engine/engine/default/task", "/api/projects", "/v3/api-docs")) {
            assertThat(nobody.get(path).statusCode()).as(path).isIn(302, 401);
        }
        assertThat(nobody.get("/actuator/env").statusCode()).isNotEqualTo(200);
        assertThat(nobody.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    private static List<String> methods(RequestMappingInfo page) {
        if (page.getMethodsCondition().getMethods().isEmpty()) {
            return List.of("GET");
        }
        return page.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
    }

    private static List<Endpoint> endpoints() throws IOException {
        List<Endpoint> endpoints = new ArrayList<>();
        try (InputStream json = new ClassPathResource("openapi.json").getInputStream()) {
            JsonNode paths = new ObjectMapper().readTree(json).path("paths");
            paths.fields()
                    .forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                        String address = "/engine-rest" + path.getKey().replaceAll("\\{[^}]*}", "x");
                        endpoints.add(new Endpoint(method.toUpperCase(Locale.ROOT), address));
                    }));
        }
        return endpoints;
    }

    private static @Nullable String body(Endpoint endpoint) {
        return endpoint.method().equals("GET") ? null : "{}";
    }
}
