package com.lianxing.process.web;

import com.lianxing.process.engine.Refusal;
import com.lianxing.project.ProjectCode;

/** Project codes as they stand in a path. */
final class ProjectCodes {

    private ProjectCodes() {}

    /** @throws Refusal (not found) for what cannot be a code */
    static ProjectCode parse(String code) {
        try {
            return new ProjectCode(code);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("PROJECT_UNKNOWN", code);
        }
    }
}
