package com.lianxing.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a subject.
 *
 * @param subjectType lower-case words with hyphens, e.g. {@code project}; a project's whole story is one chain
 * @param subjectId the project's code, the supplier's id
 * @param action {@code <module>.<pastTense>}, e.g. {@code project.registered}
 * @param actor id of the person who acted; {@link #SYSTEM} where no person did
 * @param onBehalfOf the person or outside party for whom the actor acted
 * @param at kept in whole microseconds
 * @param zone IANA name of the zone on whose clock the actor saw that instant
 * @param entered what was entered or decided; see {@link CanonicalJson} for what may stand in it
 * @param shownHash of the view the actor decided on, see {@link ShownViews}
 * @param rule the rule that decided or refused, by name
 * @param modelVersion of the process or decision in force, e.g. {@code fba-inbound:7}
 */
public record AuditEntry(
        String subjectType,
        String subjectId,
        String action,
        String actor,
        @Nullable String onBehalfOf,
        Instant at,
        String zone,
        Map<String, ? extends @Nullable Object> entered,
        @Nullable String shownHash,
        @Nullable String rule,
        @Nullable String modelVersion) {

    /** The actor of timers and other jobs. */
    public static final String SYSTEM = "system";

    public AuditEntry {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** What somebody did just so: for nobody else, no rule asked, no view kept. */
    public static AuditEntry plain(
            String subjectType,
            String subjectId,
            String action,
            String actor,
            Instant at,
            String zone,
            Map<String, ? extends @Nullable Object> entered) {
        return new AuditEntry(subjectType, subjectId, action, actor, null, at, zone, entered, null, null, null);
    }
}
