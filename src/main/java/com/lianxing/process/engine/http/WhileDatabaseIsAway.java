package com.lianxing.process.engine.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.lianxing.process.engine.DatabaseAway;
import com.lianxing.process.engine.Reader;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.HtmlUtils;

/**
 * Around everything, sign-in included: a request that fails because the database is away is answered with 503 and a
 * sentence. The page has no frame and goes by the browser's language, for who is asking is in the database.
 */
class WhileDatabaseIsAway extends OncePerRequestFilter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PAGE = "<!DOCTYPE html><html lang=\"%s\"><meta charset=\"utf-8\">"
            + "<title>联星出海 Lianxing</title><main><h1>联星出海 Lianxing</h1><p>%s</p></main></html>";

    private final Sentences sentences;

    WhileDatabaseIsAway(Sentences sentences) {
        this.sentences = sentences;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted() || !DatabaseAway.isCauseOf(e)) {
                throw e;
            }
            answer(request, response, e);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception cause) throws IOException {
        Reader reader = Reader.unknown(null, request.getLocale());
        Sentences.Said said =
                sentences.databaseAway(request.getMethod() + " " + request.getRequestURI(), cause, reader);
        boolean page = isPage(request);
        response.reset();
        response.setStatus(said.status());
        response.setHeader(HttpHeaders.RETRY_AFTER, "30");
        response.setContentType(page ? "text/html" : "application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        String text = page
                ? PAGE.formatted(reader.language().toLanguageTag(), HtmlUtils.htmlEscape(said.message()))
                : JSON.writeValueAsString(Map.of(
                        "type", said.type(),
                        "status", said.status(),
                        "detail", said.message(),
                        "message", said.message(), // where Tasklist looks
                        "reference", said.reference()));
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }
}
