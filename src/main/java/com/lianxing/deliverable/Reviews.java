package com.lianxing.deliverable;

import com.lianxing.calendar.Clock;
import com.lianxing.deliverable.Reviews.Review;
import com.lianxing.project.ProjectCode;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The reviews of what outside parties delivered. */
@Service
public class Reviews {

    private final JdbcClient jdbc;
    private final Clock clock;

    Reviews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One round.
     *
     * @param kind what was delivered, for example {@code INSPECTION_REPORT}
     * @param round from 1
     * @param verdict ACCEPT, REVISE or REJECT
     * @param score 1 to 5
     */
    public record Review(
            ProjectCode project,
            String kind,
            int round,
            String verdict,
            int score,
            String comment,
            String reviewedBy) {}

    /** @param id of the pass through the step: the same one is kept once */
    @Transactional
    public void record(String id, Review review) {
        jdbc.sql("""
                        insert into deliverable_review (id, project_code, kind, round, verdict, score, comment, reviewed_by,
                          reviewed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""")
                .params(
                        id,
                        review.project().value(),
                        review.kind(),
                        review.round(),
                        review.verdict(),
                        review.score(),
                        review.comment(),
                        review.reviewedBy(),
                        clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All rounds of what was delivered to a project, in order. */
    public List<Review> of(ProjectCode project, String kind) {
        return jdbc.sql("""
                        select round, verdict, score, comment, reviewed_by from deliverable_review
                        where project_code = ? and kind = ? order by seq""")
                .params(project.value(), kind)
                .query((row, number) -> new Review(
                        project,
                        kind,
                        row.getInt("round"),
                        row.getString("verdict"),
                        row.getInt("score"),
                        row.getString("comment"),
                        row.getString("reviewed_by")))
                .list();
    }
}
