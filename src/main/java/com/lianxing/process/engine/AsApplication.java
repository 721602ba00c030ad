package com.lianxing.process.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/**
 * Engine calls that the application makes in its own name while a person is signed in: correlating a message that came
 * over {@code /api}, assigning a task to a substitute. The caller has checked that the person may ask for it, and
 * records who did. User tasks are never completed this way: somebody's name stands under each.
 */
@Component
public class AsApplication {

    private final IdentityService identity;

    AsApplication(IdentityService identity) {
        this.identity = identity;
    }

    public <T> T call(Supplier<T> work) {
        Authentication before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return work.get();
        } finally {
            identity.setAuthentication(before);
        }
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }
}
