package com.lianxing.document;

import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Knows two things: the text that every scanner calls malware for practice, and one at which it falls silent. */
@Component
public class EicarScanner implements VirusScanner {

    public static final String PRACTICE = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE";
    public static final String SILENCE = "THE-SCANNER-FALLS-SILENT";

    private volatile boolean askedInTransaction;

    /** Whether a transaction was open when it was asked last: it would hold a connection for as long as it takes. */
    public boolean wasAskedInTransaction() {
        return askedInTransaction;
    }

    @Override
    public Finding scan(byte[] content) {
        askedInTransaction = TransactionSynchronizationManager.isActualTransactionActive();
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (text.contains(SILENCE)) {
            return Finding.UNKNOWN;
        }
        return text.contains(PRACTICE) ? Finding.INFECTED : Finding.CLEAN;
    }
}
