package com.lianxing.deliverable;

import com.lianxing.calendar.Clock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Rounds, days of each side, lateness and score of those who deliver from outside. */
@Service
public class PartyReports {

    /** A version belongs to whoever was to deliver it then; what is waited for, to whoever is to deliver it now. */
    private static final String SELECT = """
            with delivered as (
              select v.party_id, v.deliverable_id, v.delivered_at - v.asked_at as outside,
                r.reviewed_at - v.delivered_at as inside,
                greatest(v.delivered_at - v.due_at, interval '0') as late, r.score, r.verdict
              from deliverable_version v
                left join lateral (select reviewed_at, score, verdict from deliverable_review w
                  where w.deliverable_id = v.deliverable_id and w.version = v.number order by w.seq desc limit 1) r on true
            ), waiting as (
              select d.party_id, d.id as deliverable_id, n.now - d.asked_at as outside,
                greatest(n.now - d.due_local at time zone d.due_zone, interval '0') as late
              from deliverable d cross join (select cast(? as timestamptz) as now) n
                join project p on p.code = d.project_code
              where d.round > 0 and p.status not in ('CLOSED_SUCCESS', 'CLOSED_FAILED', 'REJECTED', 'CANCELLED')
                and not exists (select from deliverable_version v where v.deliverable_id = d.id and v.round = d.round)
            ), facts as (
              select party_id, deliverable_id, 1 as version, 0 as waits, outside, inside, late, score, verdict from delivered
              union all
              select party_id, deliverable_id, 0, 1, outside, null, late, null, null from waiting
            )
            select p.id, p.name, p.language, p.zone, p.email,
              count(distinct f.deliverable_id) as deliverables,
              count(distinct f.deliverable_id) filter (where f.verdict = 'ACCEPT') as accepted,
              coalesce(sum(f.version), 0) as rounds,
              round(coalesce(extract(epoch from sum(f.outside)), 0) / 86400, 1) as outside_days,
              round(coalesce(extract(epoch from sum(f.inside)), 0) / 86400, 1) as inside_days,
              count(*) filter (where f.version = 1 and f.late > interval '0') as late_versions,
              count(*) filter (where f.waits = 1 and f.late > interval '0') as waiting_late,
              round(coalesce(extract(epoch from sum(f.late)), 0) / 86400, 1) as late_days,
              round(avg(f.score), 2) as score
            from outside_party p left join facts f on f.party_id = p.id""";

    private static final String GROUPED = " group by p.id order by p.name";

    private final JdbcClient jdbc;
    private final Clock clock;

    PartyReports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The parties whose names come after that one, by name. */
    public List<PartyReport> list(String after, int limit) {
        return jdbc.sql(SELECT + " where p.name > ?" + GROUPED + " limit ?")
                .params(clock.now().atOffset(ZoneOffset.UTC), after, limit)
                .query(PartyReports::report)
                .list();
    }

    public Optional<PartyReport> of(UUID party) {
        return jdbc.sql(SELECT + " where p.id = ?" + GROUPED)
                .params(clock.now().atOffset(ZoneOffset.UTC), party)
                .query(PartyReports::report)
                .optional();
    }

    private static PartyReport report(ResultSet row, int number) throws SQLException {
        return new PartyReport(
                OutsideParties.party(row, ""),
                row.getInt("deliverables"),
                row.getInt("accepted"),
                row.getInt("rounds"),
                row.getBigDecimal("outside_days"),
                row.getBigDecimal("inside_days"),
                row.getInt("late_versions"),
                row.getInt("waiting_late"),
                row.getBigDecimal("late_days"),
                row.getBigDecimal("score"));
    }
}
