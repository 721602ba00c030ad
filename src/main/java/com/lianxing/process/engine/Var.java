package com.lianxing.process.engine;

import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.util.DecisionEvaluationUtil;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * A process variable: its name and type, said once. Only types that the engine stores as they are.
 *
 * <p>What a form submits is a variable too while the submission's transaction lasts; it is read the same way, and gone
 * afterwards unless a {@code StoredVars} of the process names it.
 */
public final class Var<T> {

    private final String name;
    private final Class<T> type;

    private Var(String name, Class<T> type) {
        this.name = name;
        this.type = type;
    }

    public static Var<String> string(String name) {
        return new Var<>(name, String.class);
    }

    /** A whole number. Reads the engine's own counters too, which are Integers. */
    public static Var<Long> number(String name) {
        return new Var<>(name, Long.class);
    }

    public static Var<Boolean> flag(String name) {
        return new Var<>(name, Boolean.class);
    }

    /** An instant, for timers. */
    public static Var<Date> date(String name) {
        return new Var<>(name, Date.class);
    }

    public String name() {
        return name;
    }

    /**
     * The value in this scope or the nearest around it; empty if there is none or it is null.
     *
     * @throws IllegalStateException if the value is of another type
     */
    public Optional<T> find(VariableScope scope) {
        return typed(scope.getVariable(name));
    }

    /** The value that an execution sees; read from outside a running step. */
    public Optional<T> find(RuntimeService runtime, String executionId) {
        return typed(runtime.getVariable(executionId, name));
    }

    /** The value among these, for an external task. */
    public Optional<T> find(Map<String, Object> variables) {
        return typed(variables.get(name));
    }

    private Optional<T> typed(@Nullable Object value) {
        if (value instanceof Integer whole && type == Long.class) {
            value = whole.longValue();
        }
        if (value != null && !type.isInstance(value)) {
            throw new IllegalStateException("process variable '%s' should be %s but is %s"
                    .formatted(name, type.getSimpleName(), value.getClass().getSimpleName()));
        }
        return Optional.ofNullable(type.cast(value));
    }

    /** @throws IllegalStateException if there is no value */
    public T in(VariableScope scope) {
        return find(scope)
                .orElseThrow(() -> new IllegalStateException("process variable '%s' is missing".formatted(name)));
    }

    /** Stores the value where the variable exists already, else in the outermost scope. */
    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }

    /** Stores the value in exactly this scope: for what differs between instances of a multi-instance. */
    public void setLocal(VariableScope scope, @Nullable T value) {
        scope.setVariableLocal(name, value);
    }

    /** Sets the value in exactly this scope for the rest of this transaction only; it is never stored. */
    public void setLocalTransient(VariableScope scope, @Nullable T value) {
        scope.setVariableLocal(name, asTransient(value));
    }

    /** The same as {@link #setLocal(VariableScope, Object)} from outside a running step. */
    public void setLocal(RuntimeService runtime, String executionId, T value) {
        runtime.setVariableLocal(executionId, name, value);
    }

    /** Sets the value for the rest of this transaction only; it is never stored. */
    public void setTransient(VariableScope scope, T value) {
        scope.setVariable(name, asTransient(value));
    }

    public void remove(VariableScope scope) {
        scope.removeVariable(name);
    }

    /** What a decision table has answered in the very step that ends: by column, each answer once. */
    static Map<String, Set<String>> collected(VariableScope step) {
        DmnDecisionResult rows = (DmnDecisionResult) Objects.requireNonNull(
                step.getVariableLocal(DecisionEvaluationUtil.DECISION_RESULT_VARIABLE), "no decision was made");
        Map<String, Set<String>> answers = new TreeMap<>();
        rows.getResultList()
                .forEach(row -> row.forEach((column, answer) ->
                        answers.computeIfAbsent(column, any -> new TreeSet<>()).add(String.valueOf(answer))));
        return answers;
    }

    /** For starting, correlating and completing. */
    public Map<String, Object> is(T value) {
        return Map.of(name, value);
    }

    /** The same for a value that is not stored. */
    public Map<String, Object> isTransiently(T value) {
        return Map.of(name, asTransient(value));
    }

    private TypedValue asTransient(@Nullable T value) {
        return Variables.untypedValue(value, true);
    }

    @Override
    public String toString() {
        return name + ": " + type.getSimpleName();
    }
}
