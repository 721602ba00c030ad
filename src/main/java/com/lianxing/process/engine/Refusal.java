package com.lianxing.process.engine;

import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.AuthorizationException;

/**
 * The answer No to what somebody asked of the engine: nothing was changed, and the rule that said so has a name.
 *
 * <p>Rolls the whole command back, so it is for a request that must not happen; a delegate's expected outcome is a
 * value instead. The sentence a person reads is the catalogue's {@code refusal.<rule>} with the arguments; an argument
 * is a number, a String, a {@link Bilingual}, or a {@code MessageSourceResolvable}.
 *
 * <p>An {@link AuthorizationException}, because that is the one exception which the engine and its REST API pass on
 * untouched and without a stack trace in the log; the response filter corrects the HTTP status by {@link Kind}.
 */
public class Refusal extends AuthorizationException {

    private static final long serialVersionUID = 1L;

    /** Why not, as HTTP sees it. */
    public enum Kind {
        /** This person may not. */
        DUTY(403, 21403),
        NOT_FOUND(404, 21404),
        /** Somebody else was first, or it is over already. */
        LOST(409, 21409),
        /** What was submitted breaks a rule. */
        RULE(422, 21422);

        private final int httpStatus;
        private final int engineCode;

        Kind(int httpStatus, int engineCode) {
            this.httpStatus = httpStatus;
            this.engineCode = engineCode;
        }

        public int httpStatus() {
            return httpStatus;
        }

        /** The error code with which the engine's REST API answers; 20000 to 39999 is the range for our own. */
        public int engineCode() {
            return engineCode;
        }
    }

    /**
     * What is wrong with one field.
     *
     * @param field key of the field in the form
     * @param label what the person sees before the field
     * @param messageKey of the catalogue; the arguments follow as in {@link Refusal}
     */
    public record FieldError(String field, Bilingual label, String messageKey, List<Object> args) {

        public FieldError {
            args = List.copyOf(args);
        }
    }

    private final Kind kind;
    private final String rule;
    private final transient List<Object> args;
    private final transient List<FieldError> fields;

    private Refusal(Kind kind, String rule, List<FieldError> fields, Object... args) {
        super(rule + (args.length == 0 ? "" : " " + List.of(args)) + (fields.isEmpty() ? "" : " " + fields));
        this.kind = kind;
        this.rule = rule;
        this.args = List.of(args);
        this.fields = List.copyOf(fields);
        setCode(kind.engineCode);
    }

    /** This person may not do this: HTTP 403. */
    public static Refusal duty(String rule, Object... args) {
        return new Refusal(Kind.DUTY, rule, List.of(), args);
    }

    /** What was asked breaks a rule, whoever asks: HTTP 422. */
    public static Refusal rule(String rule, Object... args) {
        return new Refusal(Kind.RULE, rule, List.of(), args);
    }

    /** What was submitted is wrong in these fields: HTTP 422. */
    public static Refusal fields(String rule, List<FieldError> fields, Object... args) {
        return new Refusal(Kind.RULE, rule, fields, args);
    }

    /** Somebody else was first, or it is over already: HTTP 409. */
    public static Refusal lost(String rule, Object... args) {
        return new Refusal(Kind.LOST, rule, List.of(), args);
    }

    /** There is no such thing: HTTP 404. */
    public static Refusal notFound(String rule, Object... args) {
        return new Refusal(Kind.NOT_FOUND, rule, List.of(), args);
    }

    public Kind kind() {
        return kind;
    }

    /** Stable name of the rule, UPPER_SNAKE. */
    public String rule() {
        return rule;
    }

    public List<Object> args() {
        return args;
    }

    /** Empty unless single fields are to blame. */
    public List<FieldError> fields() {
        return fields;
    }

    /** The {@code type} of a problem detail: {@code urn:lianxing:problem:<rule>}, stable for programs. */
    public String problemType() {
        return "urn:lianxing:problem:" + rule.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
