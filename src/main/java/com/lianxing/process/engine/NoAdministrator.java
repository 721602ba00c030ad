package com.lianxing.process.engine;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The group of administrators is empty, and nobody is named to fill it. */
class NoAdministrator extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    NoAdministrator() {
        super("The group camunda-admin is empty, and no first administrator is named.");
    }

    /** Prints what to do instead of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<NoAdministrator> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, NoAdministrator cause) {
            return new FailureAnalysis(
                    cause.getMessage(),
                    "Set lianxing.admin.id and lianxing.admin.password (in the environment: LIANXING_ADMIN_ID and "
                            + "LIANXING_ADMIN_PASSWORD) for the first start.",
                    cause);
        }
    }
}
