package com.lianxing.dashboard;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What people write into the fields of a page, before anything is made of it. */
final class Entered {

    private Entered() {}

    /** Whether it says something, in no more characters than this, that the database can keep. */
    static boolean fits(String text, int longest) {
        return !text.isBlank() && text.strip().length() <= longest && text.indexOf('\0') < 0;
    }

    /** Empty for what is no date, or one that nobody here can mean. */
    static Optional<LocalDate> date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            return date.getYear() >= 2000 && date.getYear() < 2200 ? Optional.of(date) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
