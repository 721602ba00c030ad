package com.lianxing.process.engine.form;

import com.lianxing.process.engine.Var;
import com.lianxing.process.engine.Work;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * A form somebody is looking at.
 *
 * @param work null for a start form
 * @param scope the task's variables; null for a start form
 */
public record FormView(
        String formId,
        String processKey,
        @Nullable Work work,
        @Nullable VariableScope scope) {

    /** A stored variable of the running process; empty at the start. */
    public <T> Optional<T> variable(Var<T> variable) {
        return scope == null ? Optional.empty() : variable.find(scope);
    }

    /** Empty at the start. */
    public Optional<String> projectCode() {
        return work == null ? Optional.empty() : Optional.ofNullable(work.projectCode());
    }
}
