package com.lianxing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What {@link OneContext} lets pass. */
class OneContextTest {

    @SecondContext("starts without a database")
    private static class Reasoned {}

    @SecondContext(" ")
    private static class Blank {}

    private static class Silent {}

    @LianxingTest
    private static class Parent {}

    @LianxingTest
    private static class Repeating extends Parent {}

    private static class Inheriting extends Parent {}

    @Test
    void whoeverRepeatsAnInheritedAnnotationIsRefused() {
        assertThat(OneContext.refusal(null, Repeating.class, true))
                .hasValueSatisfying(text -> assertThat(text).contains("Repeating", "inherits"));
        assertThat(OneContext.refusal(null, Inheriting.class, true)).isEmpty();
    }

    @Test
    void theFirstContextAndItsUsersPass() {
        assertThat(OneContext.refusal(null, Silent.class, false)).isEmpty();
        assertThat(OneContext.refusal(ApplicationTest.class, Silent.class, true))
                .isEmpty();
    }

    @Test
    void aSecondContextNeedsAReason() {
        assertThat(OneContext.refusal(ApplicationTest.class, Silent.class, false))
                .hasValueSatisfying(text -> assertThat(text).contains("Silent", "ApplicationTest", "@SecondContext"));
        assertThat(OneContext.refusal(ApplicationTest.class, Reasoned.class, false))
                .isEmpty();
        assertThat(OneContext.refusal(null, Blank.class, false)).isPresent();
    }
}
