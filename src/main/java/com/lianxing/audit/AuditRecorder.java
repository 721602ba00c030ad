package com.lianxing.audit;

import com.lianxing.access.People;
import com.lianxing.calendar.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Appends what somebody does now, on that person's own clock, to the trail: the usual case. */
@Service
public class AuditRecorder {

    private static final String NO_PERSONS_ZONE = "UTC";

    private final AuditTrail trail;
    private final People people;
    private final Clock clock;

    AuditRecorder(AuditTrail trail, People people, Clock clock) {
        this.trail = trail;
        this.people = people;
        this.clock = clock;
    }

    /**
     * @param actor id of a person, or {@link AuditEntry#SYSTEM}
     * @throws IllegalStateException if no transaction is active
     */
    public void record(
            String actor,
            String subjectType,
            String subjectId,
            String action,
            Map<String, ? extends @Nullable Object> entered) {
        String zone = actor.equals(AuditEntry.SYSTEM)
                ? NO_PERSONS_ZONE
                : people.find(actor).map(person -> person.zone().getId()).orElse(NO_PERSONS_ZONE);
        trail.append(AuditEntry.plain(subjectType, subjectId, action, actor, clock.now(), zone, entered));
    }
}
