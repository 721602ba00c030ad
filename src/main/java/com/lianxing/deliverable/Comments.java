package com.lianxing.deliverable;

import com.lianxing.calendar.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What both sides say to each other about a deliverable. */
@Service
public class Comments {

    public static final int LONGEST = 2000;

    /** Of one deliverable: whoever has a link shall not fill the database. */
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Deliverables deliverables;
    private final Clock clock;

    Comments(JdbcClient jdbc, Deliverables deliverables, Clock clock) {
        this.jdbc = jdbc;
        this.deliverables = deliverables;
        this.clock = clock;
    }

    /** @param author an account's id or {@link OutsideParty#actor()} */
    public record Comment(String author, String text, Instant at) {}

    /** @return false if it is empty or too long, or too much was said already: nothing is kept */
    @Transactional
    public boolean add(UUID deliverable, String author, String text) {
        String said = text.strip();
        deliverables.lock(deliverable);
        if (said.isEmpty()
                || said.length() > LONGEST
                || said.indexOf('\0') >= 0
                || of(deliverable).size() >= MOST) {
            return false;
        }
        jdbc.sql("insert into deliverable_comment (deliverable_id, author, text, at) values (?, ?, ?, ?)")
                .params(deliverable, author, said, clock.now().atOffset(ZoneOffset.UTC))
                .update();
        return true;
    }

    /** The first one first. */
    public List<Comment> of(UUID deliverable) {
        return jdbc.sql("select author, text, at from deliverable_comment where deliverable_id = ? order by id")
                .param(deliverable)
                .query((row, number) -> new Comment(
                        row.getString("author"),
                        row.getString("text"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
