package com.lianxing.document;

import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Knows two things: the text that every scanner calls malware for practice, and one at which it falls silent. */
@Component
public class EicarScanner implements VirusScanner {

    public static final String PRACTICE = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE";
    public static final String SILENCE = "THE-SCANNER-FALLS-SILENT";

    @Override
    public Finding scan(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (text.contains(SILENCE)) {
            return Finding.UNKNOWN;
        }
        return text.contains(PRACTICE) ? Finding.INFECTED : Finding.CLEAN;
    }
}
