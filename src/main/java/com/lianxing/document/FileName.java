package com.lianxing.document;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a file as it may be shown: no folders, no signs that hide or turn text. */
final class FileName {

    private static final int LONGEST = 200;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]");

    private FileName() {}

    /** Empty if nothing is left, or too much. */
    static Optional<String> shown(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String shown = UNSEEN.matcher(Normalizer.normalize(last, Normalizer.Form.NFC))
                .replaceAll("")
                .strip();
        boolean usable = !shown.isEmpty() && shown.length() <= LONGEST && !shown.matches("\\.+");
        return usable ? Optional.of(shown) : Optional.empty();
    }
}
