package com.lianxing.process.engine.http;

import com.lianxing.access.CurrentPerson;
import com.lianxing.access.UnknownPerson;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.Readers;
import com.lianxing.process.engine.Refusal;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

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
        return problem(sentences.plain(400, "MALFORMED", reader(asked)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException file, Locale asked) {
        return problem(sentences.plain(413, "TOO_LARGE", reader(asked), MOST_OF_A_FILE_KB));
    }

    private Reader reader(Locale asked) {
        return readers.reader(person.id().orElse(null), asked);
    }

    private static ResponseEntity<ProblemDetail> problem(Sentences.Said said) {
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
