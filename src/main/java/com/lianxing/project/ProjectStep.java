package com.lianxing.project;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person submitted in a step.
 *
 * @param step as the form is named, without the process: {@code place-order}
 * @param values by form key; whole numbers are Long, other numbers and dates text
 * @param formHash SHA-256 of the form as it was deployed then
 */
public record ProjectStep(
        ProjectCode project,
        @Nullable String shipmentId,
        String step,
        String taskId,
        String person,
        Instant at,
        Map<String, Object> values,
        String formHash) {}
