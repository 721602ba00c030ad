package com.lianxing.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The application cannot or must not start as it was asked to; carries what is wrong and what to do, for people. */
class StartRefused extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String action;

    StartRefused(String reason, String action) {
        super(reason);
        this.action = action;
    }

    /** Prints the two sentences instead of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<StartRefused> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, StartRefused cause) {
            return new FailureAnalysis(cause.getMessage(), cause.action, cause);
        }
    }
}
