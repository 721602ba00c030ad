package com.lianxing.document;

/** Looks for malware in what somebody hands in. Without one of these nothing is scanned. */
public interface VirusScanner {

    enum Finding {
        CLEAN,
        INFECTED,
        /** The scanner did not answer: nobody knows. */
        UNKNOWN
    }

    /** Never throws for what the content is. Asked inside the transaction that stores the file, so it answers soon. */
    Finding scan(byte[] content);
}
