package com.lianxing.process.engine;

import com.lianxing.access.People;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Language and zone of whoever is asking; a change of them is seen after a minute at the latest. */
@Component
public class Readers {

    private static final long KEEP_NANOS = Duration.ofMinutes(1).toNanos();

    private record Known(Reader reader, long since) {}

    private final ObjectProvider<People> people;
    private final ConcurrentMap<String, Known> known = new ConcurrentHashMap<>();

    Readers(ObjectProvider<People> people) {
        this.people = people;
    }

    /** @param asked what the browser asks for: decides for nobody, and for somebody without a language of his own */
    public Reader reader(@Nullable String personId, Locale asked) {
        if (personId == null) {
            return Reader.unknown(null, asked);
        }
        Known before = known.get(personId);
        if (before != null && System.nanoTime() - before.since() < KEEP_NANOS) {
            return before.reader();
        }
        return people.getObject()
                .find(personId)
                .map(Reader::of)
                .map(reader -> remember(personId, reader))
                .orElseGet(() -> Reader.unknown(personId, asked));
    }

    /** As {@link #reader}, without asking the database: what was known last, however long ago. */
    public Reader remembered(@Nullable String personId, Locale asked) {
        Known before = personId == null ? null : known.get(personId);
        return before == null ? Reader.unknown(personId, asked) : before.reader();
    }

    private Reader remember(String personId, Reader reader) {
        known.put(personId, new Known(reader, System.nanoTime()));
        return reader;
    }
}
