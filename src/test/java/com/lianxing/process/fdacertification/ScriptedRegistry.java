package com.lianxing.process.fdacertification;

import com.lianxing.certification.ComplianceLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The FDA's public data as a test writes them; not connected until a test does so. */
@Primary
@Component
class ScriptedRegistry implements ComplianceLookup {

    private @Nullable Answer answer;
    private boolean broken;
    private int asked;

    void connect(Answer next) {
        answer = next;
        asked = 0;
    }

    /** Every question from now on ends in an exception. */
    void breakDown() {
        broken = true;
        asked = 0;
    }

    /** How often somebody asked since. */
    int asked() {
        return asked;
    }

    void disconnect() {
        answer = null;
        broken = false;
    }

    @Override
    public boolean isConnected() {
        return broken || answer != null;
    }

    @Override
    public Answer find(Register register, String term) {
        asked++;
        if (broken) {
            throw new IllegalStateException("the registry is broken");
        }
        Answer next = answer;
        return next == null ? new Answer.Unavailable("not connected") : next;
    }
}
