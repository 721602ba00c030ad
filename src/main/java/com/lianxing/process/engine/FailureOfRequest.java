package com.lianxing.process.engine;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Why the last engine command of a request failed: the REST API drops most of it, the response filter wants it whole. */
public final class FailureOfRequest {

    private static final String ATTRIBUTE = FailureOfRequest.class.getName();

    private FailureOfRequest() {}

    /** Does nothing outside a request. */
    static void keep(RuntimeException failure) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(ATTRIBUTE, failure, RequestAttributes.SCOPE_REQUEST);
        }
    }

    public static Optional<RuntimeException> of(HttpServletRequest request) {
        return Optional.ofNullable((RuntimeException) request.getAttribute(ATTRIBUTE));
    }
}
