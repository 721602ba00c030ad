package com.lianxing.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.ModelAndView;

/** Gives each failure of a page a reference that stands on the page and in the log. */
@Component
class PageErrors extends DefaultErrorAttributes {

    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);
    private static final String REFERENCE = PageErrors.class.getName() + ".reference";

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!(failure instanceof ErrorResponse)) {
            String reference = UUID.randomUUID().toString().substring(0, 8);
            request.setAttribute(REFERENCE, reference);
            LOG.error(
                    "{} {} {} failed: {}", reference, request.getMethod(), request.getRequestURI(), failure.toString());
        }
        return super.resolveException(request, response, handler, failure);
    }

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> attributes = super.getErrorAttributes(request, options);
        Object reference = request.getAttribute(REFERENCE, RequestAttributes.SCOPE_REQUEST);
        if (reference != null) {
            attributes.put("reference", reference);
        }
        return attributes;
    }
}
