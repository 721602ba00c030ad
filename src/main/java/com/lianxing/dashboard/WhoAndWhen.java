package com.lianxing.dashboard;

import com.lianxing.access.People;
import com.lianxing.access.Person;
import com.lianxing.calendar.BothClocks;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Who did a thing and when, in one line, on the reader's clock first. */
@Component
class WhoAndWhen {

    private final People people;
    private final MessageSource messages;

    WhoAndWhen(People people, MessageSource messages) {
        this.people = people;
        this.messages = messages;
    }

    /** Null while nobody did. */
    @Nullable
    String text(@Nullable String by, @Nullable Instant at, Person reader) {
        return by == null || at == null
                ? null
                : messages.getMessage(
                        "ui.suppliers.said",
                        new Object[] {people.name(by), BothClocks.text(at, reader.zone(), reader.language())},
                        reader.language());
    }
}
