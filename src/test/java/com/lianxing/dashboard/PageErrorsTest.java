package com.lianxing.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

@ExtendWith(OutputCaptureExtension.class)
class PageErrorsTest {

    private final PageErrors errors = new PageErrors();
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/projects/FBA-US-2026-001");

    @Test
    void aFailureOfOursIsShownUnderAReferenceAndNothingElseOfIt(CapturedOutput log) {
        Map<String, Object> shown = after(500, new IllegalStateException("select secret from somewhere"));

        assertThat(shown.get("reference")).asString().matches("[0-9a-f]{8}");
        assertThat(shown.values()).noneMatch(value -> String.valueOf(value).contains("secret"));
        assertThat(log).contains(String.valueOf(shown.get("reference")), "ERROR", "select secret from somewhere");
    }

    @Test
    void whatIsNotThereOrWasGotWrongNeedsNoReferenceAndIsNoFailureInTheLog(CapturedOutput log) {
        assertThat(after(404, new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .doesNotContainKey("reference");
        assertThat(after(404, new NoResourceFoundException(HttpMethod.GET, "favicon.ico")))
                .doesNotContainKey("reference");
        assertThat(after(422, new IllegalArgumentException("a date that is over")))
                .doesNotContainKey("reference");
        assertThat(log).doesNotContain("ERROR", "WARN");
    }

    private Map<String, Object> after(int status, Exception failure) {
        errors.resolveException(request, new MockHttpServletResponse(), null, failure);
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        return errors.getErrorAttributes(new ServletWebRequest(request), ErrorAttributeOptions.defaults());
    }
}
