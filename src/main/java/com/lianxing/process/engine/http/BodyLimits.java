package com.lianxing.process.engine.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds what {@code /api} and our own pages read, before anybody reads it. Files have a limit of their own, and what
 * goes to the engine is bounded by {@link EngineResponses}.
 */
class BodyLimits extends OncePerRequestFilter {

    private static final long MOST = 1024 * 1024;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        String type = request.getContentType();
        return path.startsWith("/camunda/")
                || path.startsWith("/engine-rest")
                || (type != null && type.startsWith("multipart/"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            // The controller finds out as it reads, and answers in the reader's language.
            chain.doFilter(new LimitedRequest(request, MOST), response);
        } else if (request.getContentLengthLong() > MOST) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }
}
