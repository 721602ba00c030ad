package com.lianxing.dashboard;

import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** Gives each failure of a page a reference that stands on the page and in the log. */
@Component
class PageErrors extends DefaultErrorAttributes {

    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

    /** Of failures that are ours: what a person got wrong is on the page, and no fault of the application's. */
    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> attributes = super.getErrorAttributes(request, options);
        Throwable failure = getError(request);
        if (failure != null && attributes.get("status") instanceof Integer status && status >= 500) {
            String reference = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("{} {} failed: {}", reference, attributes.get("path"), failure.toString());
            attributes.put("reference", reference);
        }
        return attributes;
    }
}
