package com.lianxing.process.engine.http;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.UnknownPerson;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.Readers;
import com.lianxing.process.engine.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * {@code application/problem+json} of {@code /api}: a type that stays, a sentence in the reader's language. Pages that
 * answer for themselves come first.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Problems {

    private static final long MOST_OF_A_FILE_KB = 20 * 1024;

    private final CurrentPerson person;
    private final Readers readers;
    private final Sentences sentences;

    Problems(CurrentPerson person, Readers readers, Sentences sentences) {
        this.person = person;
        this.readers = readers;
        this.sentences = sentences;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, Locale asked) {
        return problem(sentences.of(refusal, reader(asked)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(UnknownPerson unknown, Locale asked) {
        return problem(sentences.plain(403, "UNKNOWN_PERSON", reader(asked), unknown.id()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException malformed, Locale asked) {
        return malformed.getMostSpecificCause() instanceof LimitedRequest.TooLong body
                ? problem(sentences.plain(413, "TOO_LARGE", reader(asked), body.most() / 1024))
                : problem(sentences.plain(400, "MALFORMED", reader(asked)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException file, Locale asked) {
        return problem(sentences.plain(413, "TOO_LARGE", reader(asked), MOST_OF_A_FILE_KB));
    }

    /** Names what is missing or of the wrong kind, so that whoever writes the program finds it. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(MethodArgumentNotValidException body, Locale asked) {
        return wrong(
                body.getFieldErrors().stream()
                        .map(error -> error.getField())
                        .distinct()
                        .sorted(),
                asked);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(HandlerMethodValidationException arguments, Locale asked) {
        return wrong(arguments.getParameterValidationResults().stream().flatMap(Problems::names), asked);
    }

    private static Stream<String> names(ParameterValidationResult result) {
        if (result instanceof ParameterErrors body) {
            return body.getFieldErrors().stream().map(error -> error.getField()).distinct();
        }
        RequestHeader header = result.getMethodParameter().getParameterAnnotation(RequestHeader.class);
        return Stream.of(
                header == null ? String.valueOf(result.getMethodParameter().getParameterName()) : header.value());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notOffered(HttpRequestMethodNotSupportedException method, Locale asked) {
        return problem(sentences.plain(405, "REQUEST_WRONG", reader(asked)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notOffered(HttpMediaTypeNotSupportedException type, Locale asked) {
        return problem(sentences.plain(415, "REQUEST_WRONG", reader(asked)));
    }

    /** Programs get a problem, people the page that says so. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> nothingThere(
            NoResourceFoundException address, HttpServletRequest request, HttpServletResponse response, Locale asked)
            throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            return problem(sentences.plain(404, "UNKNOWN_THING", reader(asked)));
        }
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return null;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingRequestHeaderException header, Locale asked) {
        return wrong(Stream.of(header.getHeaderName()), asked);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException parameter, Locale asked) {
        return wrong(Stream.of(parameter.getParameterName()), asked);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestPartException part, Locale asked) {
        return wrong(Stream.of(part.getRequestPartName()), asked);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> otherType(MethodArgumentTypeMismatchException argument, Locale asked) {
        return wrong(Stream.of(argument.getName()), asked);
    }

    private ResponseEntity<ProblemDetail> wrong(Stream<String> names, Locale asked) {
        return problem(sentences.plain(400, "PARAMETER_WRONG", reader(asked), names.collect(Collectors.joining(", "))));
    }

    private Reader reader(Locale asked) {
        return readers.reader(person.id().orElse(null), asked);
    }

    static ResponseEntity<ProblemDetail> problem(Sentences.Said said) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(said.status()), said.message());
        problem.setType(URI.create(said.type()));
        problem.setProperty("reference", said.reference());
        List<Sentences.FieldSaid> fields = said.fields();
        if (!fields.isEmpty()) {
            problem.setProperty("fields", fields);
        }
        return ResponseEntity.status(said.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
