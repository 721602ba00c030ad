package com.lianxing.audit;

import com.lianxing.calendar.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The exact views that people saw before they decided, kept by hash; the decision's audit entry carries the hash. */
@Service
public class ShownViews {

    private final JdbcClient jdbc;
    private final Clock clock;

    ShownViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A view as it was rendered. */
    public record View(String contentType, String content) {}

    /**
     * Keeps what the person was shown for the task. The same view shown again leaves no second row.
     *
     * @return the SHA-256 of the content
     */
    @Transactional
    public String keep(String taskId, String person, String contentType, String content) {
        String hash = Sha256.of(content);
        jdbc.sql("insert into shown_view (sha256, content_type, content) values (?, ?, ?) on conflict do nothing")
                .params(hash, contentType, content)
                .update();
        if (!lastShown(taskId, person).equals(Optional.of(hash))) {
            jdbc.sql("insert into shown_to (task_id, person, sha256, at) values (?, ?, ?, ?)")
                    .params(taskId, person, hash, clock.now().atOffset(ZoneOffset.UTC))
                    .update();
        }
        return hash;
    }

    /** Hash of what the person saw last for the task. */
    public Optional<String> lastShown(String taskId, String person) {
        return jdbc.sql("select sha256 from shown_to where task_id = ? and person = ? order by id desc limit 1")
                .params(taskId, person)
                .query(String.class)
                .optional();
    }

    public Optional<View> find(String hash) {
        return jdbc.sql("select content_type, content from shown_view where sha256 = ?")
                .param(hash)
                .query((row, number) -> new View(row.getString("content_type"), row.getString("content")))
                .optional();
    }
}
