package com.lianxing.dashboard;

import com.lianxing.access.Person;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/**
 * Whom a page is written for.
 *
 * @param language {@code zh} or {@code en}
 * @param zone IANA name of the person's zone
 * @param roles in the reader's language
 * @param readsProjects whether projects, and what belongs to them, are the person's work
 */
record Reader(String id, String name, String language, String zone, String roles, boolean readsProjects) {

    static Reader of(Person person, MessageSource messages) {
        Locale language = person.language();
        String roles = person.roles().stream()
                .sorted()
                .map(role -> messages.getMessage(role.messageKey(), null, language))
                .collect(Collectors.joining(person.readsChinese() ? "、" : ", "));
        return new Reader(
                person.id(),
                person.name(),
                language.getLanguage(),
                person.zone().getId(),
                roles,
                person.readsProjects());
    }
}
