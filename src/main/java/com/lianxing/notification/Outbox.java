package com.lianxing.notification;

import com.lianxing.calendar.Clock;
import com.lianxing.notification.Notification.Outside;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Messages to people wait here, committed with what they tell of, until they are sent. */
@Service
public class Outbox {

    private static final String SELECT =
            "select id, coalesce(person, outside) as person, kind, subject_code, text_zh, text_en, due_at, latest_at,"
                    + " outside_address, outside_reads_zh, digest from outbox";

    /** Goes out in one piece, in the name of its oldest message; whoever may be written to at all. */
    private static final String READY = """
             where sent_at is null and withdrawn_at is null and send_at <= ? and (try_after is null or try_after <= ?)
              and (outside is not null
                or exists (select from person where person.id = outbox.person and email is not null))
              and not exists (select from outbox older where older.digest = outbox.digest and older.seq < outbox.seq
                and older.sent_at is null and older.withdrawn_at is null)
            order by send_at, seq limit 1 for update skip locked""";

    private static final int MOST_PLANNED = 500;

    private final JdbcClient jdbc;
    private final MessageSource texts;
    private final Clock clock;

    Outbox(JdbcClient jdbc, MessageSource texts, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Puts the message in, due now, with the catalogue's text of that key in both languages.
     *
     * @param arguments of the text; one that differs between the languages is a {@link Worded}
     */
    @Transactional
    public void put(String id, String person, String kind, String subjectCode, String messageKey, Object... arguments) {
        put(written(id, person, null, kind, subjectCode, messageKey, arguments));
    }

    /**
     * The same to somebody who has no account.
     *
     * @param name under which the record speaks of it
     */
    @Transactional
    public void putOutside(
            String id,
            String name,
            Outside outside,
            String kind,
            String subjectCode,
            String messageKey,
            Object... arguments) {
        put(written(id, name, outside, kind, subjectCode, messageKey, arguments));
    }

    private Notification written(
            String id,
            String reader,
            @Nullable Outside outside,
            String kind,
            String subjectCode,
            String messageKey,
            Object... arguments) {
        return new Notification(
                id,
                reader,
                kind,
                subjectCode,
                text(messageKey, arguments, Locale.CHINESE),
                text(messageKey, arguments, Locale.ENGLISH),
                clock.now(),
                null,
                outside);
    }

    /** An argument of a text that is said in the text's language. */
    @FunctionalInterface
    public interface Worded {

        String in(Locale language);
    }

    private String text(String messageKey, Object[] arguments, Locale language) {
        Object[] said = Arrays.stream(arguments)
                .map(argument -> argument instanceof Worded worded ? worded.in(language) : argument)
                .toArray();
        return texts.getMessage(messageKey, said, language);
    }

    /**
     * Puts the message in; one that came before under its id stays as it was, whenever it was due.
     *
     * @throws IllegalStateException if the one that came before said something else, or to somebody else
     */
    @Transactional
    public void put(Notification message) {
        put(message, null);
    }

    /**
     * The same for a message that asks for something.
     *
     * @param about what it asks for, as {@link #withdraw} will name it once that has ended: a task, a request
     */
    @Transactional
    public void put(Notification message, @Nullable String about) {
        Outside outside = message.outside();
        int written = jdbc.sql("""
                        insert into outbox (id, person, outside, outside_address, outside_reads_zh, kind, subject_code, text_zh,
                          text_en, due_at, latest_at, send_at, created_at, about)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""")
                .params(
                        message.id(),
                        outside == null ? message.person() : null,
                        outside == null ? null : message.person(),
                        outside == null ? null : outside.address(),
                        outside == null ? null : outside.readsChinese(),
                        message.kind(),
                        message.subjectCode(),
                        message.textZh(),
                        message.textEn(),
                        message.dueAt().atOffset(ZoneOffset.UTC),
                        message.latest() == null ? null : message.latest().atOffset(ZoneOffset.UTC),
                        outside == null ? null : message.dueAt().atOffset(ZoneOffset.UTC),
                        clock.now().atOffset(ZoneOffset.UTC),
                        about)
                .update();
        if (written == 0) {
            refuseOtherContent(message);
        }
    }

    /** What it asks for has ended: messages about it that wait are not sent any more. */
    @Transactional
    public void withdraw(String about) {
        jdbc.sql("update outbox set withdrawn_at = ? where about = ? and sent_at is null and withdrawn_at is null")
                .params(clock.now().atOffset(ZoneOffset.UTC), about)
                .update();
    }

    /**
     * The subject has ended: no message of it that waits is sent any more.
     *
     * @param stillOpen what is asked for all the same, as in {@link #put(Notification, String)}
     */
    @Transactional
    public void withdrawAllOf(String subjectCode, Set<String> stillOpen) {
        jdbc.sql("""
                        update outbox set withdrawn_at = ? where subject_code = ? and sent_at is null
                        and withdrawn_at is null and not coalesce(about = any (?), false)""")
                .params(clock.now().atOffset(ZoneOffset.UTC), subjectCode, stillOpen.toArray(String[]::new))
                .update();
    }

    /** The last messages to a person, sent or not, newest first. */
    public List<Notification> to(String person, int limit) {
        return jdbc.sql(SELECT + " where person = ? or outside = ? order by seq desc limit ?")
                .params(person, person, limit)
                .query(Outbox::message)
                .list();
    }

    /** What is due and not sent, oldest first. */
    public List<Notification> due(Instant now, int limit) {
        return jdbc.sql(
                        SELECT
                                + " where sent_at is null and withdrawn_at is null and due_at <= ? order by due_at, seq limit ?")
                .params(now.atOffset(ZoneOffset.UTC), limit)
                .query(Outbox::message)
                .list();
    }

    /**
     * Gives new messages to people their time on the reader's clock, and those that wait for the same morning the same digest.
     * Not where they are put in: that is somebody else's transaction.
     */
    @Transactional
    public void plan() {
        Instant now = clock.now();
        List<Planned> planned = jdbc.sql("""
                        select outbox.id, kind, due_at, latest_at, person, zone from outbox join person on person.id = outbox.person
                        where send_at is null and sent_at is null and withdrawn_at is null and email is not null
                        order by seq limit ? for update of outbox skip locked""")
                .param(MOST_PLANNED)
                .query((row, number) -> planned(row, now))
                .list();
        if (!planned.isEmpty()) {
            jdbc.sql("""
                            update outbox set send_at = planned.at, digest = planned.digest
                            from unnest(?::text[], ?::timestamptz[], ?::text[]) as planned (id, at, digest)
                            where outbox.id = planned.id""")
                    .params(
                            column(planned, Planned::id),
                            column(planned, Planned::at),
                            column(planned, Planned::digest))
                    .update();
        }
    }

    /** @param at ISO 8601 */
    private record Planned(String id, String at, @Nullable String digest) {}

    private static Planned planned(ResultSet row, Instant now) throws SQLException {
        OffsetDateTime latest = row.getObject("latest_at", OffsetDateTime.class);
        Timetable.Slot slot = Timetable.slot(
                row.getString("kind"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                latest == null ? null : latest.toInstant(),
                ZoneId.of(row.getString("zone")),
                now);
        String digest = "digest:" + row.getString("person") + ":" + slot.at();
        return new Planned(row.getString("id"), slot.at().toString(), slot.inDigest() ? digest : null);
    }

    private static @Nullable String[] column(List<Planned> planned, Function<Planned, @Nullable String> value) {
        return planned.stream().map(value).toArray(String[]::new);
    }

    /**
     * Hands what is to go out next to a carrier, and remembers in the same rows that it is sent; nobody else gets it meanwhile.
     * What cannot be delivered is tried again after a minute, then two, four and so on, at most six hours. A carrier that
     * dies after sending is given the same again under the same id, without what was withdrawn meanwhile.
     *
     * @param carrier whether it was delivered
     * @return false if nothing waits to be sent
     */
    @Transactional
    public boolean deliverNext(Predicate<Delivery> carrier) {
        OffsetDateTime now = clock.now().atOffset(ZoneOffset.UTC);
        Optional<Delivery> next = jdbc.sql(SELECT + READY)
                .params(now, now)
                .query((row, number) -> delivery(row.getString("digest"), message(row, number)))
                .optional();
        next.ifPresent(delivery -> {
            String[] ids = delivery.messages().stream().map(Notification::id).toArray(String[]::new);
            String outcome = carrier.test(delivery) ? "update outbox set sent_at = ? where id = any (?)" : """
                    update outbox set failures = failures + 1,
                      try_after = ? + least(power(2, least(failures, 9)) * interval '1 minute', interval '6 hours')
                    where id = any (?)""";
            jdbc.sql(outcome).params(now, ids).update();
        });
        return next.isPresent();
    }

    private Delivery delivery(@Nullable String digest, Notification oldest) {
        if (digest == null) {
            return new Delivery(oldest.id(), List.of(oldest));
        }
        List<Notification> all = jdbc.sql(SELECT
                        + " where digest = ? and sent_at is null and withdrawn_at is null order by seq for update")
                .param(digest)
                .query(Outbox::message)
                .list();
        return new Delivery(digest, all);
    }

    private void refuseOtherContent(Notification message) {
        Notification before = jdbc.sql(SELECT + " where id = ?")
                .param(message.id())
                .query(Outbox::message)
                .single();
        if (!before.person().equals(message.person())
                || !before.kind().equals(message.kind())
                || !before.textZh().equals(message.textZh())
                || !before.textEn().equals(message.textEn())) {
            throw new IllegalStateException("the message %s was put in before with other content: %s, now %s"
                    .formatted(message.id(), before, message));
        }
    }

    private static Notification message(ResultSet row, int number) throws SQLException {
        String address = row.getString("outside_address");
        OffsetDateTime latest = row.getObject("latest_at", OffsetDateTime.class);
        return new Notification(
                row.getString("id"),
                row.getString("person"),
                row.getString("kind"),
                row.getString("subject_code"),
                row.getString("text_zh"),
                row.getString("text_en"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                latest == null ? null : latest.toInstant(),
                address == null ? null : new Outside(address, row.getBoolean("outside_reads_zh")));
    }
}
