package com.lianxing.reference;

/** What became of a value that somebody entered. */
public sealed interface EntryResult {

    record Entered(ReferenceValue value) implements EntryResult {}

    /** Another value already holds some of these days, and the new one does not say that it takes them over. */
    record Overlaps(ReferenceValue existing) implements EntryResult {

        public static final String RULE = "REFERENCE_VALUE_OVERLAPS";
    }
}
