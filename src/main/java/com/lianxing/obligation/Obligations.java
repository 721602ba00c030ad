package com.lianxing.obligation;

import com.lianxing.access.People;
import com.lianxing.audit.AuditRecorder;
import com.lianxing.calendar.Clock;
import com.lianxing.obligation.Terms.Period;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All obligations and what became of each period. One period is opened once, however many look for it. */
@Service
public class Obligations {

    private static final String SELECT = """
            select id, kind, anchor, every_months, notice_days, name, number, project_code, owner, deputy, skus, first_period,
              replaced_by, ended_by from obligation\s""";

    private final JdbcClient jdbc;
    private final People people;
    private final AuditRecorder audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Obligations(JdbcClient jdbc, People people, AuditRecorder audit, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /** What there is of an obligation's newest period. */
    public record Standing(
            Obligation obligation, Period period, @Nullable PeriodState state) {}

    /**
     * Takes it over; the same id again changes nothing.
     *
     * @throws IllegalArgumentException if owner and deputy are not two people who are here
     */
    @Transactional
    public Obligation create(
            UUID id,
            Terms terms,
            String name,
            String number,
            ProjectCode project,
            String owner,
            String deputy,
            Set<String> skus,
            String by) {
        requireTwoPeople(owner, deputy);
        int first = terms.firstFrom(clock.today(terms.kind().zone())).number();
        int made = jdbc.sql("""
                        insert into obligation (id, kind, anchor, every_months, notice_days, name, number, project_code, owner,
                          deputy, skus, first_period, made_by, made_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""")
                .params(
                        id,
                        terms.kind().name(),
                        terms.anchor(),
                        terms.everyMonths(),
                        terms.noticeDays(),
                        name,
                        number,
                        project.value(),
                        owner,
                        deputy,
                        skus.stream().sorted().toArray(String[]::new),
                        first,
                        by,
                        now())
                .update();
        Obligation obligation = require(id);
        if (made == 1) {
            record(
                    obligation,
                    by,
                    "obligation.created",
                    Map.of("owner", owner, "deputy", deputy, "number", number, "firstPeriod", first));
            events.publishEvent(new ObligationCreated(id));
        }
        return obligation;
    }

    /**
     * Other people answer for it from now on.
     *
     * @throws IllegalArgumentException if owner and deputy are not two people who are here
     * @throws IllegalStateException if it has ended or was replaced
     */
    @Transactional
    public void assign(UUID id, String owner, String deputy, String by) {
        requireTwoPeople(owner, deputy);
        requireGoingOn(id);
        jdbc.sql("update obligation set owner = ?, deputy = ? where id = ?")
                .params(owner, deputy, id)
                .update();
        record(require(id), by, "obligation.assigned", Map.of("owner", owner, "deputy", deputy));
        events.publishEvent(new ObligationAssigned(id, owner));
    }

    /**
     * Nobody needs it any more. Goods that its lapse blocked stay blocked.
     *
     * @param reason why, for the record
     * @throws IllegalStateException if it has ended or was replaced
     */
    @Transactional
    public void end(UUID id, String reason, String by) {
        requireGoingOn(id);
        Optional<String> running =
                jdbc.sql("""
                        update obligation_period set state = 'ENDED', settled_by = ?, settled_at = ?
                        where obligation_id = ? and state in ('OPEN', 'BREACHED') returning process_instance""").params(by, now(), id).query(String.class).optional();
        jdbc.sql("update obligation set ended_by = ?, ended_at = ?, end_reason = ? where id = ?")
                .params(by, now(), reason.strip(), id)
                .update();
        record(require(id), by, "obligation.ended", Map.of("reason", reason.strip()));
        running.ifPresent(instance -> events.publishEvent(new ObligationEnded(id, instance)));
    }

    private void requireGoingOn(UUID id) {
        boolean goesOn = jdbc.sql(
                        "select replaced_by is null and ended_by is null from obligation where id = ? for update")
                .param(id)
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("no obligation " + id));
        if (!goesOn) {
            throw new IllegalStateException("obligation " + id + " is over");
        }
    }

    private void requireTwoPeople(String owner, String deputy) {
        if (owner.equals(deputy)
                || people.find(owner).isEmpty()
                || people.find(deputy).isEmpty()) {
            throw new IllegalArgumentException(
                    "an obligation has an owner and another deputy: " + owner + ", " + deputy);
        }
    }

    /**
     * More goods depend on a number that is renewed already.
     *
     * @return false if nobody renews that number yet
     */
    @Transactional
    public boolean cover(ObligationKind kind, String number, Set<String> skus, String by) {
        Optional<Obligation> known = jdbc.sql(
                        SELECT
                                + "where kind = ? and number = ? and replaced_by is null and ended_by is null order by made_at limit 1 for update")
                .params(kind.name(), number)
                .query(Obligations::obligation)
                .optional();
        known.filter(obligation -> !obligation.skus().containsAll(skus)).ifPresent(obligation -> {
            Set<String> all = new TreeSet<>(obligation.skus());
            all.addAll(skus);
            jdbc.sql("update obligation set skus = ? where id = ?")
                    .params(all.toArray(String[]::new), obligation.id())
                    .update();
            record(obligation, by, "obligation.covered", Map.of("skus", all));
        });
        return known.isPresent();
    }

    public Optional<Obligation> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(Obligations::obligation)
                .optional();
    }

    /** @throws IllegalArgumentException if there is none */
    public Obligation require(UUID id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no obligation " + id));
    }

    public List<Obligation> of(ProjectCode project) {
        return jdbc.sql(SELECT + "where project_code = ? order by made_at, id")
                .param(project.value())
                .query(Obligations::obligation)
                .list();
    }

    /** Those that go on, each with the period that is open or comes next, by its date. */
    public List<Standing> standings() {
        return jdbc
                .sql(SELECT + "where replaced_by is null and ended_by is null")
                .query(Obligations::obligation)
                .list()
                .stream()
                .map(this::standing)
                .sorted(Comparator.comparing(standing -> standing.period().due().instant()))
                .toList();
    }

    private Standing standing(Obligation obligation) {
        Optional<Opened> last = last(obligation.id());
        if (last.isPresent() && last.get().state() != PeriodState.RENEWED) {
            return new Standing(
                    obligation,
                    obligation.terms().period(last.get().number()),
                    last.get().state());
        }
        int next = last.map(period -> period.number() + 1).orElse(obligation.firstPeriod());
        return new Standing(obligation, obligation.terms().period(next), null);
    }

    /** Those whose next period may be renewed from that day on, and that nobody has opened yet. */
    public List<Standing> opening() {
        return standings().stream()
                .filter(standing -> standing.state() == null)
                .filter(standing -> !standing.period()
                        .opens()
                        .isAfter(
                                clock.today(standing.obligation().terms().kind().zone())))
                .toList();
    }

    /** @return false if somebody else has opened it */
    @Transactional
    public boolean open(UUID id, int period) {
        return jdbc.sql("""
                        insert into obligation_period (obligation_id, number, state, opened_at) values (?, ?, 'OPEN', ?)
                        on conflict do nothing""").params(id, period, now()).update() == 1;
    }

    /** Which process renews the period. */
    @Transactional
    public void attach(UUID id, int period, String processInstance) {
        jdbc.sql("update obligation_period set process_instance = ? where obligation_id = ? and number = ?")
                .params(processInstance, id, period)
                .update();
    }

    /** Somebody has renewed the period; somebody else checks it. */
    @Transactional
    public void done(UUID id, int period, String number, String by) {
        jdbc.sql("update obligation_period set done_by = ?, done_number = ? where obligation_id = ? and number = ?")
                .params(by, number, id, period)
                .update();
    }

    /** Who has renewed what the process is about. */
    public Optional<String> doneBy(String processInstance) {
        return jdbc.sql("select done_by from obligation_period where process_instance = ? and done_by is not null")
                .param(processInstance)
                .query(String.class)
                .optional();
    }

    /**
     * What became of the period that is open.
     *
     * @param note what the trail says of it
     */
    @Transactional
    public void settle(UUID id, int period, PeriodState state, String note, String by) {
        int settled = jdbc.sql("""
                        update obligation_period set state = ?, settled_by = ?, settled_at = ?
                        where obligation_id = ? and number = ? and state <> ? and state in ('OPEN', 'BREACHED')""")
                .params(state.name(), by, now(), id, period, state.name())
                .update();
        if (settled == 1) {
            record(require(id), by, "obligation." + state.name().toLowerCase(Locale.ROOT), Map.of("note", note));
        }
    }

    /**
     * Another one takes its place after it was breached: the registration began anew.
     *
     * @param id of the new one, chosen by the caller
     */
    @Transactional
    public Obligation replace(Obligation breached, UUID id, LocalDate registeredOn, String number, String by) {
        Terms before = breached.terms();
        Obligation successor = create(
                id,
                new Terms(before.kind(), registeredOn, before.everyMonths(), before.noticeDays()),
                breached.name(),
                number,
                breached.project(),
                breached.owner(),
                breached.deputy(),
                breached.skus(),
                by);
        jdbc.sql("update obligation set replaced_by = ? where id = ? and replaced_by is null")
                .params(id, breached.id())
                .update();
        return successor;
    }

    public Optional<PeriodState> state(UUID id, int period) {
        return jdbc.sql("select state from obligation_period where obligation_id = ? and number = ?")
                .params(id, period)
                .query((row, number) -> PeriodState.valueOf(row.getString("state")))
                .optional();
    }

    private record Opened(int number, PeriodState state) {}

    private Optional<Opened> last(UUID id) {
        return jdbc.sql(
                        "select number, state from obligation_period where obligation_id = ? order by number desc limit 1")
                .param(id)
                .query((row, number) -> new Opened(row.getInt("number"), PeriodState.valueOf(row.getString("state"))))
                .optional();
    }

    private void record(Obligation obligation, String by, String action, Map<String, ?> more) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("obligation", obligation.id());
        content.put("kind", obligation.terms().kind());
        content.put("name", obligation.name());
        content.putAll(more);
        audit.record(by, Projects.SUBJECT, obligation.project().value(), action, content);
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }

    private static Obligation obligation(ResultSet row, int number) throws SQLException {
        return new Obligation(
                row.getObject("id", UUID.class),
                new Terms(
                        ObligationKind.valueOf(row.getString("kind")),
                        row.getObject("anchor", LocalDate.class),
                        row.getInt("every_months"),
                        row.getInt("notice_days")),
                row.getString("name"),
                row.getString("number"),
                new ProjectCode(row.getString("project_code")),
                row.getString("owner"),
                row.getString("deputy"),
                Set.of((String[]) row.getArray("skus").getArray()),
                row.getInt("first_period"),
                row.getObject("replaced_by", UUID.class),
                row.getString("ended_by"));
    }
}
