package com.lianxing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody outside, over HTTP: nobody, a program with a password, or a person with a session. */
public final class Visitor {

    private static final Pattern CSRF_FIELD = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String JSON = "application/json";

    private final String origin;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http;
    private final @Nullable String authorization;
    private @Nullable String language;

    private Visitor(int port, @Nullable String authorization) {
        this.origin = "http://127.0.0.1:" + port;
        this.authorization = authorization;
        this.http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    public static Visitor nobody(int port) {
        return new Visitor(port, null);
    }

    public static Visitor program(int port, String id, String password) {
        byte[] pair = (id + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Visitor(port, "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** Signs in on the login page and opens Tasklist, so that Camunda's own token is there too. */
    public static Visitor person(int port, String id, String password) {
        Visitor person = new Visitor(port, null);
        Matcher field = CSRF_FIELD.matcher(person.get("/login").body());
        if (!field.find()) {
            throw new AssertionError("the login page has no form");
        }
        String form = "username=" + encode(id) + "&password=" + encode(password) + "&_csrf=" + encode(field.group(1));
        HttpResponse<String> answer =
                person.send("POST", "/login", "application/x-www-form-urlencoded", "text/html", form);
        if (answer.headers().firstValue("Location").orElse("").contains("error")) {
            throw new AssertionError("could not sign in " + id);
        }
        person.get("/camunda/app/tasklist/default/");
        return person;
    }

    /** With a browser set to this language. */
    public Visitor reading(String browserLanguage) {
        language = browserLanguage;
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null, "*/*", null);
    }

    public HttpResponse<String> post(String path, String json) {
        return send("POST", path, JSON, JSON, json);
    }

    /** As Tasklist asks for a list and its count. */
    public HttpResponse<String> postForHal(String path, String json) {
        return send("POST", path, JSON, "application/hal+json", json);
    }

    public HttpResponse<String> put(String path, String json) {
        return send("PUT", path, JSON, JSON, json);
    }

    /** With any method; the body is JSON. */
    public HttpResponse<String> send(String method, String path, @Nullable String json) {
        return send(method, path, JSON, "*/*", json);
    }

    public HttpResponse<String> send(
            String method, String path, @Nullable String contentType, String accept, @Nullable String body) {
        return send(method, path, contentType, accept, body, Map.of());
    }

    public HttpResponse<String> send(
            String method,
            String path,
            @Nullable String contentType,
            String accept,
            @Nullable String body,
            Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", accept)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null && contentType != null) {
            request.header("Content-Type", contentType);
        }
        headers.forEach(request::header);
        if (language != null) {
            request.header("Accept-Language", language);
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (path.startsWith("/camunda/")) {
            cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Fills a form of one of our own pages, which carries a token of ours, and sends it to the address. */
    public HttpResponse<String> fill(String page, String address, Map<String, String> fields) {
        Matcher token = CSRF_FIELD.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError(page + " has no form");
        }
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()) + "&")
                .collect(Collectors.joining("", "", "_csrf=" + encode(token.group(1))));
        return send("POST", address, "application/x-www-form-urlencoded", "text/html", form);
    }

    /** Sends a file with the form of one of our own pages that has a field for it. */
    public HttpResponse<String> attach(String page, String address, File file) {
        Matcher token = CSRF_FIELD.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError(page + " has no form");
        }
        String boundary = "----lianxing-" + file.hashCode();
        String body = part(boundary, "name=\"_csrf\"", token.group(1))
                + part(boundary, "name=\"file\"; filename=\"%s\"".formatted(file.name()), file.content())
                + "--" + boundary + "--\r\n";
        return send("POST", address, "multipart/form-data; boundary=" + boundary, "text/html", body);
    }

    /** Files as Camunda Modeler sends them. */
    public HttpResponse<String> deploy(String name, List<File> files) {
        String boundary = "----lianxing-" + files.hashCode();
        List<String> parts = new ArrayList<>();
        parts.add(part(boundary, "name=\"deployment-name\"", name));
        parts.add(part(boundary, "name=\"deployment-source\"", "Camunda Modeler"));
        for (File file : files) {
            String disposition = "name=\"%s\"; filename=\"%s\"".formatted(file.name(), file.name());
            parts.add(part(boundary, disposition, file.content()));
        }
        String body = String.join("", parts) + "--" + boundary + "--\r\n";
        return send("POST", "/engine-rest/deployment/create", "multipart/form-data; boundary=" + boundary, JSON, body);
    }

    /** A file of text. */
    public record File(String name, String content) {}

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private static String part(String boundary, String disposition, String content) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
