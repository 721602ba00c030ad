package com.lianxing.process.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who is behind the running command: the authenticated user, never a process variable. */
@Component
public class ActingPerson {

    /** Whoever no person is behind: timers and other jobs. */
    public static final String SYSTEM = "system";

    private final ObjectProvider<IdentityService> identity;

    ActingPerson(ObjectProvider<IdentityService> identity) {
        this.identity = identity;
    }

    /** The person's id, or {@link #SYSTEM} in a job. */
    public String id() {
        Authentication authentication = identity.getObject().getCurrentAuthentication();
        return authentication == null || authentication.getUserId() == null ? SYSTEM : authentication.getUserId();
    }
}
