package com.lianxing.document;

/** What {@link Documents#examine} found. */
public sealed interface Examined {

    /**
     * May be stored.
     *
     * @param name as it will be shown
     * @param contentType of what it really is
     * @param bytes not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared: it goes from the examination to the table.
    record Fit(String name, String contentType, byte[] bytes) implements Examined {}

    /** Is not stored. */
    record Unfit(StoreResult.Reason reason) implements Examined {}
}
