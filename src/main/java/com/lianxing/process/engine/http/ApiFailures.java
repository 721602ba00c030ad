package com.lianxing.process.engine.http;

import com.lianxing.access.CurrentPerson;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.Readers;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What of {@code /api} fails for a reason that nobody foresaw: a sentence and a reference, and the cause in the log. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class ApiFailures {

    private static final URI BLANK = URI.create("about:blank");

    private final CurrentPerson person;
    private final Readers readers;
    private final Sentences sentences;

    ApiFailures(CurrentPerson person, Readers readers, Sentences sentences) {
        this.person = person;
        this.readers = readers;
        this.sentences = sentences;
    }

    /** Null where the caller has gone away. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> failed(Exception failure, HttpServletRequest request) {
        if (failure instanceof IOException) {
            return null;
        }
        Reader reader = readers.reader(person.id().orElse(null), request.getLocale());
        if (failure instanceof ErrorResponse answer) {
            ProblemDetail own = answer.getBody();
            return BLANK.equals(own.getType())
                    ? Problems.problem(sentences.plain(answer.getStatusCode().value(), "REQUEST_WRONG", reader))
                    : ResponseEntity.status(answer.getStatusCode()).body(own);
        }
        return Problems.problem(
                Unstorable.isCauseOf(failure)
                        ? sentences.plain(400, "MALFORMED", reader)
                        : sentences.failure(request.getMethod() + " " + request.getRequestURI(), failure, reader));
    }
}
