package com.lianxing.process.engine;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The group of administrators is empty, and nobody can be made to fill it. */
class NoAdministrator extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String action;

    private NoAdministrator(String reason, String action) {
        super(reason);
        this.action = action;
    }

    static NoAdministrator nobodyNamed() {
        return new NoAdministrator(
                "The group camunda-admin is empty, and no first administrator is named.",
                "Set lianxing.admin.id and lianxing.admin.password (in the environment: LIANXING_ADMIN_ID and "
                        + "LIANXING_ADMIN_PASSWORD) for the first start.");
    }

    static NoAdministrator weakPassword() {
        return new NoAdministrator(
                "The first administrator's password is too easy to guess; nobody was made.",
                "Give lianxing.admin.password (in the environment: LIANXING_ADMIN_PASSWORD) at least "
                        + LongPasswords.SHORTEST + " characters that do not contain the administrator's id.");
    }

    /** Prints what to do instead of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<NoAdministrator> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, NoAdministrator cause) {
            return new FailureAnalysis(cause.getMessage(), cause.action, cause);
        }
    }
}
