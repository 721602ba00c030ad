package com.lianxing.process.engine;

import com.lianxing.access.Person;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whom a form, a list or a refusal is written for.
 *
 * @param personId null where nobody is signed in
 * @param zone the reader's clock; UTC where nobody is signed in
 */
public record Reader(@Nullable String personId, Locale language, ZoneId zone) {

    public static Reader of(Person person) {
        return new Reader(person.id(), person.language(), person.zone());
    }

    /** Somebody the person table does not know, by what the browser asks for. */
    public static Reader unknown(@Nullable String personId, Locale asked) {
        Locale language = asked.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
        return new Reader(personId, language, ZoneOffset.UTC);
    }
}
