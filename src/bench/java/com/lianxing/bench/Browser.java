package com.lianxing.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Speaks with one application over loopback, and keeps its cookies. */
class Browser {

    static final String ENGINE = "/camunda/api/engine/engine/default";

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final String origin;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    Browser(int port) {
        origin = "http://127.0.0.1:" + port;
    }

    String get(String path) throws IOException, InterruptedException {
        return body(send(request(path).GET()));
    }

    String postJson(String path, String json) throws IOException, InterruptedException {
        return post(path, "application/json", json);
    }

    void put(String path) throws IOException, InterruptedException {
        body(send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString("{}"))));
    }

    String postForm(String path, String... namesAndValues) throws IOException, InterruptedException {
        StringBuilder form = new StringBuilder();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            form.append(at == 0 ? "" : "&").append(namesAndValues[at]).append('=');
            form.append(URLEncoder.encode(namesAndValues[at + 1], StandardCharsets.UTF_8));
        }
        return post(path, FORM, form.toString());
    }

    String post(String path, String type, String content) throws IOException, InterruptedException {
        return body(send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(content))));
    }

    /** One page of a filter and its count, asked for as Tasklist does; the answer may be an error. */
    HttpResponse<String> page(String filter) throws IOException, InterruptedException {
        return send(request(ENGINE + "/filter/" + filter + "/list?firstResult=0&maxResults=15")
                .setHeader("Accept", "application/hal+json, application/json; q=0.5")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"processVariables":[],"taskVariables":[],"caseInstanceVariables":[],
                         "firstResult":0,"maxResults":15,
                         "sorting":[{"sortOrder":"desc","sortBy":"created"}],"active":true}""")));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path))
                .header("Accept", "application/json, text/html; q=0.5")
                .timeout(PATIENCE);
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String body(HttpResponse<String> answer) {
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(
                    answer.request().uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }
}
