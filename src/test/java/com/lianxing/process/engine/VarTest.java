package com.lianxing.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.pvm.runtime.ExecutionImpl;
import org.junit.jupiter.api.Test;

/** On the engine's own variable scope, without a database. */
class VarTest {

    private static final Var<String> CODE = Var.string("projectCode");
    private static final Var<Long> COUNT = Var.number("skuCount");
    private static final Var<Boolean> PASSED = Var.flag("inspectionPassed");
    private static final Var<Date> DUE = Var.date("isfDueAt");

    private final ExecutionImpl scope = new ExecutionImpl();

    @Test
    void whatWasSetIsRead() {
        CODE.set(scope, "FBA-US-2026-001");
        COUNT.set(scope, 12L);
        PASSED.setLocal(scope, false);
        DUE.set(scope, new Date(5));

        assertThat(CODE.in(scope)).isEqualTo("FBA-US-2026-001");
        assertThat(COUNT.in(scope)).isEqualTo(12L);
        assertThat(PASSED.in(scope)).isFalse();
        assertThat(DUE.find(scope)).contains(new Date(5));
    }

    @Test
    void aMissingValueIsSaidWithItsName() {
        assertThat(CODE.find(scope)).isEmpty();
        assertThatThrownBy(() -> CODE.in(scope)).hasMessageContaining("'projectCode' is missing");
    }

    @Test
    void aValueOfAnotherTypeIsSaidWithBothTypes() {
        scope.setVariable("projectCode", true);
        assertThatThrownBy(() -> CODE.find(scope)).hasMessageContaining("should be String but is Boolean");
    }

    @Test
    void theEnginesCountersAreWholeNumbers() {
        scope.setVariable("loopCounter", 3);
        assertThat(Var.number("loopCounter").in(scope)).isEqualTo(3L);
    }

    @Test
    void aTransientValueIsReadLikeAnyOtherButNeverBecomesAStoredOne() {
        CODE.setTransient(scope, "FBA-US-2026-001");

        assertThat(CODE.in(scope)).isEqualTo("FBA-US-2026-001");
        assertThat(scope.getVariableTyped("projectCode", false).isTransient()).isTrue();
        assertThatThrownBy(() -> CODE.set(scope, "other")).isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void removedIsMissing() {
        CODE.set(scope, "FBA-US-2026-001");
        CODE.remove(scope);
        assertThat(CODE.find(scope)).isEmpty();
        assertThat(CODE.is("x")).containsEntry("projectCode", "x");
    }
}
