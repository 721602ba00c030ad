package com.lianxing.process.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lianxing.process.engine.DatabaseAway;
import com.lianxing.process.engine.FailureOfRequest;
import com.lianxing.process.engine.LongPasswords;
import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.Readers;
import com.lianxing.process.engine.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.exception.NotAllowedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Around the engine's REST API, in Tasklist's address ({@code /camunda/api}) and in the programs' ({@code
 * /engine-rest}): bounds what comes in, replaces the engine's errors by status, sentence and reference, and writes
 * names and forms in the reader's language.
 */
class EngineResponses extends OncePerRequestFilter {

    private static final long KB = 1024;
    private static final long MOST = 1024 * KB;
    /** Models, forms and tables of one release. */
    private static final long MOST_OF_A_DEPLOYMENT = 20 * 1024 * KB;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Readers readers;
    private final Sentences sentences;
    private final Localizer localizer;

    EngineResponses(Readers readers, Sentences sentences, Localizer localizer) {
        this.readers = readers;
        this.sentences = sentences;
        this.localizer = localizer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        EnginePath path = EnginePath.of(request);
        HeldResponse held = new HeldResponse(response, localizer.knows(path));
        LimitedRequest limited = new LimitedRequest(request, most(path));
        if (limited.isExceeded()) {
            write(response, tooLarge(path, reader(request)), null);
            return;
        }
        RuntimeException thrown = null;
        try {
            chain.doFilter(limited, held);
        } catch (RuntimeException e) {
            thrown = e;
        }
        if (thrown != null || held.isError()) {
            if (!response.isCommitted()) {
                error(path, limited, held, response, thrown);
            }
        } else if (held.isHeld()) {
            byte[] body = localizer.localized(path, held.body(), reader(request));
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    private static long most(EnginePath path) {
        return path.isDeployment() ? MOST_OF_A_DEPLOYMENT : MOST;
    }

    private Sentences.Said tooLarge(EnginePath path, Reader reader) {
        return sentences.plain(413, "TOO_LARGE", reader, most(path) / KB);
    }

    private Reader reader(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return readers.reader(authentication == null ? null : authentication.getName(), request.getLocale());
    }

    private void error(
            EnginePath path,
            LimitedRequest request,
            HeldResponse held,
            HttpServletResponse response,
            @Nullable RuntimeException thrown)
            throws IOException {
        RuntimeException failure =
                thrown != null ? thrown : FailureOfRequest.of(request).orElse(null);
        if (failure != null && DatabaseAway.isCauseOf(failure)) {
            Reader known = readers.remembered(request.getRemoteUser(), request.getLocale());
            write(response, sentences.databaseAway(line(request), failure, known), null);
            return;
        }
        Reader reader = reader(request);
        JsonNode said = json(held.body());
        if (request.isExceeded()) {
            write(response, tooLarge(path, reader), null);
            return;
        }
        if (failure instanceof Refusal refusal) {
            write(response, sentences.of(refusal, reader), said);
            return;
        }
        if (LongPasswords.refused(failure)) {
            write(response, sentences.plain(422, "PASSWORD_WEAK", reader, LongPasswords.SHORTEST), said);
            return;
        }
        int status = thrown != null ? 500 : held.getStatus();
        Sentences.Said answer = switch (status < 500 ? status : statusOf(failure)) {
            case 400 -> sentences.plain(400, isMalformed(said) ? "MALFORMED" : "REQUEST_WRONG", reader);
            case 401 -> sentences.plain(401, "SIGN_IN", reader);
            case 403 -> sentences.plain(403, isStale(held) ? "RELOAD" : "NO_RIGHT", reader);
            case 404 -> sentences.plain(404, "UNKNOWN_THING", reader);
            case 413 -> tooLarge(path, reader);
            case 500 -> sentences.failure(line(request) + " " + said, failure, reader);
            default -> sentences.plain(status, "REQUEST_WRONG", reader);
        };
        write(response, answer, said);
    }

    private static String line(HttpServletRequest request) {
        return request.getMethod() + " " + request.getRequestURI();
    }

    /** What the engine calls an internal error and is the asker's. */
    private static int statusOf(@Nullable RuntimeException failure) {
        if (failure instanceof NotFoundException || failure instanceof NullValueException) {
            return 404;
        }
        if (failure instanceof BadUserRequestException
                || failure instanceof NotValidException
                || failure instanceof NotAllowedException
                || Unstorable.isCauseOf(failure)) {
            return 400;
        }
        return failure instanceof AuthorizationException ? 403 : 500;
    }

    private static boolean isMalformed(JsonNode said) {
        String type = said.path("type").asText();
        return said.isMissingNode()
                || type.startsWith("Json")
                || (type.equals("InvalidRequestException")
                        && said.path("message").asText().isEmpty());
    }

    /** Camunda's own token is missing or old: the session ended in another tab. */
    private static boolean isStale(HeldResponse held) {
        return "Required".equals(held.getHeader("X-XSRF-TOKEN"));
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    private static void write(HttpServletResponse response, Sentences.Said said, @Nullable JsonNode engine)
            throws IOException {
        ObjectNode body = JSON.createObjectNode();
        body.put("type", said.type());
        body.put("message", said.message());
        body.put("reference", said.reference());
        if (!said.fields().isEmpty()) {
            said.fields()
                    .forEach(field -> body.withArray("fields")
                            .addObject()
                            .put("field", field.field())
                            .put("label", field.label())
                            .put("message", field.message()));
        }
        // Where a model could not be read: element and line, which whoever deploys needs.
        if (engine != null && engine.path("details").isObject()) {
            body.set("details", engine.path("details"));
        }
        // Which parameter the engine could not use, for whoever writes the program.
        if (engine != null && said.status() == 400) {
            body.put("detail", engine.path("message").asText().replaceAll("ENGINE-\\S+ ", ""));
        }
        byte[] bytes = JSON.writeValueAsBytes(body);
        response.resetBuffer();
        response.setStatus(said.status());
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
