package com.lianxing.document;

/** What became of a file that somebody handed in. */
public sealed interface StoreResult {

    /** Also when the same content stood there already as the last version. */
    record Stored(Document document) implements StoreResult {}

    /** Nothing was stored. */
    record Refused(Reason reason) implements StoreResult {}

    enum Reason {
        EMPTY,
        TOO_LARGE,
        /** The content is of no allowed type, or carries macros. */
        TYPE_NOT_ALLOWED,
        /** The name ends as the name of another type does: somebody renamed it, or means to deceive. */
        NAME_OF_OTHER_TYPE,
        /** Empty, too long, or nothing but signs that cannot be shown. */
        NAME_UNUSABLE,
        /** The scanner found malware. */
        INFECTED,
        /** There is a scanner, and it did not answer. */
        NOT_SCANNED,
        /** Another file was stored under the id of this request. */
        ID_TAKEN;

        /** The key of the sentence in the catalogue. */
        public String messageKey() {
            return "document.refused." + name();
        }
    }
}
