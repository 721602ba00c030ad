package com.lianxing.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

class PageErrorsTest {

    private final PageErrors errors = new PageErrors();
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/projects/FBA-US-2026-001");

    @Test
    void aFailureOfOursIsShownUnderAReferenceAndNothingElseOfIt() {
        Map<String, Object> shown = after(new IllegalStateException("select secret from somewhere"));

        assertThat(shown.get("reference")).asString().matches("[0-9a-f]{8}");
        assertThat(shown.values()).noneMatch(value -> String.valueOf(value).contains("secret"));
    }

    @Test
    void whatIsNotThereNeedsNoReference() {
        assertThat(after(new ResponseStatusException(HttpStatus.NOT_FOUND))).doesNotContainKey("reference");
        assertThat(after(new NoResourceFoundException(HttpMethod.GET, "favicon.ico")))
                .doesNotContainKey("reference");
    }

    private Map<String, Object> after(Exception failure) {
        errors.resolveException(request, new MockHttpServletResponse(), null, failure);
        return errors.getErrorAttributes(new ServletWebRequest(request), ErrorAttributeOptions.defaults());
    }
}
