package com.lianxing.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An allow-list: what is not named is refused. */
class AllowedExpressionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P3D",
                "${holdFreightDelegate}",
                "#{ dueAt }",
                "${verdict != 'APPROVE'}",
                "${approverCount > 0 && (skuCleared || !released)}",
                "${not (a eq b) and empty c}",
                "${rate <= 0.25 or name == \"x(y)\"}",
                "${ currentUserGroups( ) }",
                "${dateTime().plusDays(7).toDate()}",
                "#{execution.processBusinessKey}"
            })
    void namesComparisonsAndTheShortListAreAllowed(String expression) {
        assertThat(AllowedExpressions.isAllowed(expression)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''['class']}",
                "${execution.id}",
                "${execution.setVariable('a', 1)}",
                "#{execution.processBusinessKey.length()}",
                "${x()}",
                "${x ()}",
                "${a == x()}",
                "${not.a}",
                "a ${x}",
                "${x} b",
                "${x}${y}",
                "${a ? b : c}",
                "${a + b}",
                "${a = b}",
                "${a; b}",
                "${x -> x}",
                "${'a\\u0027' == b}",
                "${}",
                "${ }",
                "${true}${",
                "${dateTime().plusDays(8).toDate()}",
                "${now().getClass()}",
                "${currentUser()"
            })
    void everythingElseIsRefused(String expression) {
        assertThat(AllowedExpressions.isAllowed(expression)).isFalse();
    }
}
