package com.lianxing.launch;

import com.lianxing.calendar.Clock;
import com.lianxing.project.ProjectCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of the deals of a launch. */
@Service
public class Deals {

    private final JdbcClient jdbc;
    private final Launches launches;
    private final Clock clock;

    Deals(JdbcClient jdbc, Launches launches, Clock clock) {
        this.jdbc = jdbc;
        this.launches = launches;
        this.clock = clock;
    }

    public record Event(DealState state, String note, String recordedBy, Instant at) {}

    /** How a SKU is offered during the event: an input of {@code gate-readiness.dmn}. */
    public enum Standing {
        ACCEPTED,
        REPLACED,
        NONE
    }

    /** @param id of the pass through the step: the same one is kept once */
    @Transactional
    public void note(String id, ProjectCode project, String deal, DealState state, String note, String by) {
        jdbc.sql("""
                        insert into launch_deal_event (id, project_code, deal_id, state, note, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""")
                .params(
                        id,
                        project.value(),
                        deal,
                        state.name(),
                        note,
                        by,
                        clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** In the order they were recorded. */
    public List<Event> events(String deal) {
        return jdbc.sql(
                        "select state, note, recorded_by, recorded_at from launch_deal_event where deal_id = ? order by seq")
                .param(deal)
                .query((row, number) -> new Event(
                        DealState.valueOf(row.getString("state")),
                        row.getString("note"),
                        row.getString("recorded_by"),
                        row.getTimestamp("recorded_at").toInstant()))
                .list();
    }

    /** Empty before it was handed in. */
    public Optional<DealState> state(String deal) {
        List<Event> events = events(deal);
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(events.get(events.size() - 1).state());
    }

    /** The best of a SKU's deals. */
    public Standing standing(ProjectCode project, String sku) {
        List<DealState> states = launches.deals(project).stream()
                .filter(deal -> deal.sku().equals(sku))
                .flatMap(deal -> state(deal.id()).stream())
                .toList();
        if (states.contains(DealState.ACCEPTED)) {
            return Standing.ACCEPTED;
        }
        return states.contains(DealState.REPLACED) ? Standing.REPLACED : Standing.NONE;
    }
}
