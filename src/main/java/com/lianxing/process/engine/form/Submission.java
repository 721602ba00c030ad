package com.lianxing.process.engine.form;

import com.lianxing.process.engine.Reader;
import com.lianxing.process.engine.Var;
import com.lianxing.process.engine.Work;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * What a person submitted with one form, after every field has been checked and converted.
 *
 * @param work the task; null for a start form
 * @param step name of the step in the lifecycle, for example {@code A06}; empty where the model names none
 * @param values by key, in the order of the form: String, Long or Boolean; what was left empty is not in it
 * @param formHash SHA-256 of the deployed form, in hex
 * @param scope the task's variables; null for a start form
 */
public record Submission(
        String formId,
        String formHash,
        String processKey,
        String processDefinitionId,
        @Nullable Work work,
        String step,
        Reader person,
        Map<String, Object> values,
        @Nullable VariableScope scope) {

    public Optional<String> text(String key) {
        return Optional.ofNullable((String) values.get(key));
    }

    public Optional<Long> number(String key) {
        return Optional.ofNullable((Long) values.get(key));
    }

    public Optional<BigDecimal> decimal(String key) {
        return text(key).map(BigDecimal::new);
    }

    /** False for what was not ticked. */
    public boolean flag(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    public Optional<LocalDate> date(String key) {
        return text(key).map(LocalDate::parse);
    }

    public Optional<LocalDateTime> dateTime(String key) {
        return text(key).map(LocalDateTime::parse);
    }

    public Optional<ZoneId> zone(String key) {
        return text(key).map(ZoneId::of);
    }

    /** A stored variable of the running process; empty at the start. */
    public <T> Optional<T> variable(Var<T> variable) {
        return scope == null ? Optional.empty() : variable.find(scope);
    }

    /** Empty at the start, which makes the code. */
    public Optional<String> projectCode() {
        return work == null ? Optional.empty() : Optional.ofNullable(work.projectCode());
    }
}
