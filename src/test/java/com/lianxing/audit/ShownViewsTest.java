package com.lianxing.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LianxingTest
class ShownViewsTest {

    @Autowired
    private ShownViews views;

    @Autowired
    private JdbcClient jdbc;

    private final String task = "task-" + UUID.randomUUID();

    @Test
    void theLastViewAPersonSawOfATaskIsKnownByItsHash() {
        String first = views.keep(task, "ann", "text/html", "<p>可用 1000.00 USD</p>");
        String second = views.keep(task, "ann", "text/html", "<p>可用 900.00 USD</p>");
        assertThat(first).isEqualTo(Sha256.of("<p>可用 1000.00 USD</p>"));
        assertThat(views.lastShown(task, "ann")).contains(second);
        assertThat(views.lastShown(task, "ben")).isEmpty();
        assertThat(views.find(first)).contains(new ShownViews.View("text/html", "<p>可用 1000.00 USD</p>"));
    }

    @Test
    void aViewThatComesBackIsTheLastAgainAndARefreshIsNoSecondRow() {
        String first = views.keep(task, "ann", "text/html", "one");
        views.keep(task, "ann", "text/html", "one");
        views.keep(task, "ann", "text/html", "two");
        views.keep(task, "ann", "text/html", "one");
        assertThat(views.lastShown(task, "ann")).contains(first);
        assertThat(jdbc.sql("select count(*) from shown_to where task_id = ?")
                        .param(task)
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }
}
