package com.lianxing.reference;

/** What became of a confirmation. */
public sealed interface Confirmation {

    /** Also when it had been confirmed before. */
    record Confirmed(ReferenceValue value) implements Confirmation {}

    /** Whoever entered a value cannot be the one to confirm it. */
    record SamePerson(ReferenceValue value) implements Confirmation {

        public static final String RULE = "SECOND_PERSON";
    }
}
