package com.lianxing.deliverable;

import com.lianxing.audit.AuditRecorder;
import com.lianxing.calendar.Clock;
import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.deliverable.DeliverResult.Kept;
import com.lianxing.deliverable.DeliverResult.SameAs;
import com.lianxing.document.Document;
import com.lianxing.project.ProjectCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What outside parties deliver. A version is never changed; a verdict is bound to the number and the hash of one
 * version, and only the acceptance of that very version releases it. The database refuses anything else as well.
 */
@Service
public class Deliverables {

    private static final String SELECT = """
            select d.id, d.project_code, d.kind, d.subject, d.process_instance, d.brief, d.due_local, d.due_zone, d.max_rounds,
              d.round,
              d.asked_at, p.id party_id, p.name party_name, p.language party_language, p.zone party_zone, p.email party_email
            from deliverable d left join outside_party p on p.id = d.party_id""";

    private static final String VERSION = """
            select v.number, v.sha256, v.document_id, f.name, v.round, v.asked_at, v.due_at, v.delivered_at, v.delivered_by
            from deliverable_version v join document f on f.id = v.document_id""";

    private final JdbcClient jdbc;
    private final AuditRecorder audit;
    private final Clock clock;

    Deliverables(JdbcClient jdbc, AuditRecorder audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Enters what will be wanted, before a process asks for it. The same id again changes nothing. */
    @Transactional
    public void plan(UUID id, ProjectCode project, String kind, @Nullable Deadline due) {
        plan(id, project, kind, "", due);
    }

    private void plan(UUID id, ProjectCode project, String kind, String subject, @Nullable Deadline due) {
        jdbc.sql("""
                        insert into deliverable (id, project_code, kind, subject, due_local, due_zone, max_rounds)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""")
                .params(
                        id,
                        project.value(),
                        kind,
                        subject,
                        due == null ? null : due.local(),
                        due == null ? null : due.zone().getId(),
                        Deliverable.USUAL_ROUNDS)
                .update();
    }

    /**
     * A process asks for the version of this round. The same round again changes nothing.
     *
     * @param subject which of several of its kind; empty where there is one
     * @param due unless another date was agreed for the first round
     * @throws IllegalStateException if it is another process that asked for it before
     */
    @Transactional
    public Deliverable ask(
            UUID id,
            ProjectCode project,
            String kind,
            String subject,
            String processInstance,
            int round,
            Deadline due) {
        plan(id, project, kind, subject, null);
        Deliverable before = lock(id);
        if (before.processInstance() != null && !before.processInstance().equals(processInstance)) {
            throw new IllegalStateException("deliverable %s is asked for by %s, not %s"
                    .formatted(id, before.processInstance(), processInstance));
        }
        if (before.round() >= round) {
            return before;
        }
        Instant now = clock.now();
        Deadline agreed = before.due();
        Deadline until = before.round() == 0 && agreed != null && !agreed.isPast(now) ? agreed : due;
        jdbc.sql("""
                        update deliverable set process_instance = ?, round = ?, asked_at = ?, due_local = ?, due_zone = ?
                        where id = ?""")
                .params(
                        processInstance,
                        round,
                        now.atOffset(ZoneOffset.UTC),
                        until.local(),
                        until.zone().getId(),
                        id)
                .update();
        return require(id);
    }

    /**
     * Says who is to deliver, what, and in how many rounds. Does not move the due date.
     *
     * @param by id of the person who says so
     */
    @Transactional
    public Deliverable brief(UUID id, OutsideParty party, String brief, int maxRounds, String by) {
        Deliverable before = lock(id);
        jdbc.sql("update deliverable set party_id = ?, brief = ?, max_rounds = ? where id = ?")
                .params(party.id(), brief, maxRounds, id)
                .update();
        audit.record(
                by,
                "project",
                before.project().value(),
                "deliverable.briefed",
                Map.of("deliverable", id, "party", party.name(), "brief", brief, "maxRounds", maxRounds));
        return require(id);
    }

    /** Keeps in the trail that the contract with whoever was to deliver it is to end. */
    @Transactional
    public void recordContractEnd(UUID id, String by) {
        Deliverable wanted = lock(id);
        OutsideParty party = wanted.party();
        audit.record(
                by,
                "project",
                wanted.project().value(),
                "deliverable.contractEnded",
                Map.of("deliverable", id, "party", party == null ? "" : party.name(), "rounds", wanted.round()));
    }

    /** Locks it until the transaction ends, so that two files that come at once become two versions, or one. As {@link #require}. */
    @Transactional
    public Deliverable lock(UUID id) {
        jdbc.sql("select from deliverable where id = ? for update").param(id).query(row -> {});
        return require(id);
    }

    /**
     * Keeps a stored file as the next version of what is asked for now.
     *
     * @param by an account's id or {@link OutsideParty#actor()}
     * @throws IllegalStateException if nothing was asked for yet
     */
    @Transactional
    public DeliverResult deliver(UUID id, Document file, String by) {
        Deliverable wanted = lock(id);
        List<DeliveredVersion> before = versions(id);
        for (DeliveredVersion version : before) {
            if (version.sha256().equals(file.sha256())) {
                boolean again = version.number() == before.size()
                        && version.documentId().equals(file.id());
                return again ? new Kept(version) : new SameAs(version.number());
            }
        }
        Deadline due = wanted.due();
        Instant asked = wanted.askedAt();
        if (due == null || asked == null) {
            throw new IllegalStateException("nobody has asked for deliverable " + id);
        }
        DeliveredVersion version = new DeliveredVersion(
                before.size() + 1,
                file.sha256(),
                file.id(),
                file.name(),
                wanted.round(),
                asked,
                due.instant(),
                clock.now(),
                by);
        jdbc.sql("""
                        insert into deliverable_version (deliverable_id, number, sha256, document_id, party_id, round, asked_at,
                          due_at, delivered_at, delivered_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        version.number(),
                        version.sha256(),
                        version.documentId(),
                        wanted.party() == null ? null : wanted.party().id(),
                        version.round(),
                        asked.atOffset(ZoneOffset.UTC),
                        version.dueAt().atOffset(ZoneOffset.UTC),
                        version.deliveredAt().atOffset(ZoneOffset.UTC),
                        by)
                .update();
        return new Kept(version);
    }

    /**
     * Keeps a verdict, and releases the version if it is accepted.
     *
     * @param reviewId of the pass through the step: the same one is kept once
     * @throws IllegalArgumentException if the version that the verdict names is not the last one, or has another hash
     */
    @Transactional
    public void review(String reviewId, UUID id, Review review) {
        Deliverable reviewed = lock(id);
        DeliveredVersion last = lastVersion(id)
                .filter(version ->
                        version.number() == review.version() && version.sha256().equals(review.sha256()))
                .orElseThrow(() -> new IllegalArgumentException("version %s (%s) is not the last one of deliverable %s"
                        .formatted(review.version(), review.sha256(), id)));
        int kept = jdbc.sql("""
                        insert into deliverable_review (id, project_code, kind, round, verdict, score, comment, reviewed_by,
                          reviewed_at, deliverable_id, version, sha256)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""")
                .params(
                        reviewId,
                        reviewed.project().value(),
                        reviewed.kind(),
                        review.round(),
                        review.verdict().name(),
                        review.score(),
                        review.comment(),
                        review.reviewedBy(),
                        review.reviewedAt().atOffset(ZoneOffset.UTC),
                        id,
                        last.number(),
                        last.sha256())
                .update();
        if (kept == 1 && review.verdict() == Verdict.ACCEPT) {
            jdbc.sql("insert into deliverable_release (deliverable_id, review_id, version, sha256) values (?, ?, ?, ?)")
                    .params(id, reviewId, last.number(), last.sha256())
                    .update();
        }
    }

    /** The version that was accepted; no other may be used. */
    public Optional<DeliveredVersion> released(UUID id) {
        return jdbc.sql(VERSION + """
                         join deliverable_release r on r.deliverable_id = v.deliverable_id and r.version = v.number
                          and r.sha256 = v.sha256
                        where v.deliverable_id = ?""").param(id).query(Deliverables::version).optional();
    }

    /** Whether that file was ever handed in as a version of anything. */
    public boolean isVersion(UUID document) {
        return jdbc.sql("select exists (select from deliverable_version where document_id = ?)")
                .param(document)
                .query(Boolean.class)
                .single();
    }

    public Optional<Deliverable> find(UUID id) {
        return jdbc.sql(SELECT + " where d.id = ?")
                .param(id)
                .query(Deliverables::deliverable)
                .optional();
    }

    /** @throws IllegalArgumentException if there is none */
    public Deliverable require(UUID id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no deliverable " + id));
    }

    /** What that process waits for. */
    public Optional<Deliverable> ofProcess(String processInstance) {
        return jdbc.sql(SELECT + " where d.process_instance = ?")
                .param(processInstance)
                .query(Deliverables::deliverable)
                .optional();
    }

    /** Everything that is or was to be delivered to a project, in the order it was asked for. */
    public List<Deliverable> of(ProjectCode project) {
        return jdbc.sql(SELECT + " where d.project_code = ? order by d.seq")
                .param(project.value())
                .query(Deliverables::deliverable)
                .list();
    }

    /** All versions, the first one first. */
    public List<DeliveredVersion> versions(UUID id) {
        return jdbc.sql(VERSION + " where v.deliverable_id = ? order by v.number")
                .param(id)
                .query(Deliverables::version)
                .list();
    }

    public Optional<DeliveredVersion> lastVersion(UUID id) {
        return jdbc.sql(VERSION + " where v.deliverable_id = ? order by v.number desc limit 1")
                .param(id)
                .query(Deliverables::version)
                .optional();
    }

    /** All verdicts, the first one first. */
    public List<Review> reviews(UUID id) {
        return jdbc.sql("""
                        select version, sha256, round, verdict, score, comment, reviewed_by, reviewed_at from deliverable_review
                        where deliverable_id = ? order by seq""")
                .param(id)
                .query((row, number) -> new Review(
                        row.getInt("version"),
                        row.getString("sha256"),
                        row.getInt("round"),
                        Verdict.valueOf(row.getString("verdict")),
                        row.getInt("score"),
                        row.getString("comment"),
                        row.getString("reviewed_by"),
                        instant(row, "reviewed_at")))
                .list();
    }

    private static Deliverable deliverable(ResultSet row, int number) throws SQLException {
        LocalDateTime due = row.getObject("due_local", LocalDateTime.class);
        OffsetDateTime asked = row.getObject("asked_at", OffsetDateTime.class);
        return new Deliverable(
                row.getObject("id", UUID.class),
                new ProjectCode(row.getString("project_code")),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("process_instance"),
                row.getString("party_id") == null ? null : OutsideParties.party(row, "party_"),
                row.getString("brief"),
                due == null ? null : new Deadline(due, ZoneId.of(row.getString("due_zone")), DeadlineKind.CONTRACT),
                row.getInt("max_rounds"),
                row.getInt("round"),
                asked == null ? null : asked.toInstant());
    }

    private static DeliveredVersion version(ResultSet row, int number) throws SQLException {
        return new DeliveredVersion(
                row.getInt("number"),
                row.getString("sha256"),
                row.getObject("document_id", UUID.class),
                row.getString("name"),
                row.getInt("round"),
                instant(row, "asked_at"),
                instant(row, "due_at"),
                instant(row, "delivered_at"),
                row.getString("delivered_by"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
