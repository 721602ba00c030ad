package com.lianxing.process.engine;

import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who is behind the engine command that runs on this thread: a person, or the application itself. */
final class Actor {

    private Actor() {}

    /** The authenticated person; decides who may work on a task, also where the application acts in between. */
    static Optional<String> person() {
        return Optional.ofNullable(Context.getCommandContext().getAuthenticatedUserId());
    }

    /**
     * Whether a person asked for exactly this command. False for what delegates and jobs do, and for application code
     * that nobody is signed in to. A request to the engine's own HTTP interfaces is a person's even if nobody is signed
     * in: the security chain should have stopped it, and what gets past it is refused here.
     */
    static boolean isPerson() {
        CommandContext context = Context.getCommandContext();
        if (!context.isAuthorizationCheckEnabled()) {
            return false;
        }
        return context.getAuthenticatedUserId() != null || isRequestToTheEngine();
    }

    private static boolean isRequestToTheEngine() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return false;
        }
        String path = attributes.getRequest().getRequestURI();
        return path.startsWith("/engine-rest") || path.startsWith("/camunda/");
    }
}
