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

    void connect(Answer next) {
        answer = next;
    }

    void disconnect() {
        answer = null;
    }

    @Override
    public boolean isConnected() {
        return answer != null;
    }

    @Override
    public Answer find(Register register, String term) {
        Answer next = answer;
        return next == null ? new Answer.Unavailable("not connected") : next;
    }
}
