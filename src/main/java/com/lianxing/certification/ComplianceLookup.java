package com.lianxing.certification;

/**
 * The FDA's public data, as a program can ask for them. What it says is evidence and never a decision: the data lag behind, and
 * some registrations are not in them at all. A person confirms.
 */
public interface ComplianceLookup {

    /** What can be asked for, and by what. */
    enum Register {
        /** Registration and listing of device establishments, by registration number. */
        DEVICE_REGISTRATION,
        /** Premarket notifications, by K number. */
        PREMARKET_NOTIFICATION,
        /** Classification of devices, by product code. */
        DEVICE_CLASSIFICATION,
        /** Recalls of devices, by the firm's name. */
        DEVICE_RECALL,
        /** Recalls of food, by the firm's name. */
        FOOD_RECALL
    }

    /** Whether anybody can be asked; the same until the application is started anew. */
    boolean isConnected();

    /** @param term as a person wrote it; none of its characters means anything but itself */
    Answer find(Register register, String term);

    /** What came back. */
    sealed interface Answer {

        /**
         * @param hits how many records there are; none is an answer like any other
         * @param source the address that was asked, without any key
         * @param content as it came, JSON
         */
        record Found(long hits, String source, String content) implements Answer {}

        /** Nobody answered, or nothing that could be read. */
        record Unavailable(String why) implements Answer {}
    }
}
