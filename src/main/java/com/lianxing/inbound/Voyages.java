package com.lianxing.inbound;

import com.lianxing.calendar.Clock;
import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.project.ProjectCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The dates each shipment sails by. A later row replaces an earlier one; nothing is forgotten. */
@Service
public class Voyages {

    /** The message that a shipment has come to Amazon. */
    public static final String DELIVERED = "inbound.delivered";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Voyages(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Why the dates are what they are now. */
    public enum Cause {
        BOOKED,
        /** Missed, by us or by the carrier: the next vessel takes the goods. */
        ROLLED,
        CARRIER_CHANGED,
        DEPARTED
    }

    /**
     * Where and when.
     *
     * @param documentCutoff until when the carrier takes the documents
     * @param lading at the foreign port
     * @param arrival at the port in the United States
     */
    public record Voyage(Deadline documentCutoff, Deadline lading, Deadline arrival) {

        /** The same vessel, now expected at another time. */
        public Voyage arriving(Deadline expected) {
            return new Voyage(documentCutoff, lading, expected);
        }
    }

    /** Keeps the dates, and publishes {@link ArrivalMoved} if the goods now come on another day than was said before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(ProjectCode project, String shipmentId, Cause cause, Voyage voyage, String by) {
        Optional<Voyage> before = of(shipmentId);
        jdbc.sql("""
                        insert into shipment_voyage (project_code, shipment_id, cause, cutoff_local, cutoff_zone,
                          lading_local, lading_zone, arrival_local, arrival_zone, entered_by, entered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        project.value(),
                        shipmentId,
                        cause.name(),
                        voyage.documentCutoff().local(),
                        voyage.documentCutoff().zone().getId(),
                        voyage.lading().local(),
                        voyage.lading().zone().getId(),
                        voyage.arrival().local(),
                        voyage.arrival().zone().getId(),
                        by,
                        clock.now().atOffset(ZoneOffset.UTC))
                .update();
        before.map(Voyage::arrival)
                .filter(arrival -> !onSameDay(arrival, voyage.arrival()))
                .ifPresent(arrival ->
                        events.publishEvent(new ArrivalMoved(project, shipmentId, cause, arrival, voyage.arrival())));
    }

    /** On the clock of the port where the goods now come in. */
    private static boolean onSameDay(Deadline before, Deadline after) {
        return LocalDate.ofInstant(before.instant(), after.zone())
                .equals(after.local().toLocalDate());
    }

    /** The dates that count now; empty before the shipment is booked. */
    public Optional<Voyage> of(String shipmentId) {
        return jdbc.sql("select * from shipment_voyage where shipment_id = ? order by id desc limit 1")
                .param(shipmentId)
                .query((row, number) -> new Voyage(
                        deadline(row, "cutoff", DeadlineKind.CONTRACT),
                        deadline(row, "lading", DeadlineKind.CONTRACT),
                        deadline(row, "arrival", DeadlineKind.CONTRACT)))
                .optional();
    }

    /** Ids of the project's shipments that have neither come to Amazon nor ended otherwise, in their order. */
    public List<String> notArrived(ProjectCode project) {
        return jdbc.sql("""
                        select shipment.id from shipment
                        where project_code = ?
                          and not exists (select 1 from outside_fact fact
                            where fact.message = ? and fact.subject = shipment.id)
                          and not exists (select 1 from shipment_end ended where ended.shipment_id = shipment.id)
                        order by position""")
                .params(project.value(), DELIVERED)
                .query(String.class)
                .list();
    }

    /** Those of them that a carrier is booked for. */
    public List<String> underWay(ProjectCode project) {
        return notArrived(project).stream()
                .filter(shipment -> of(shipment).isPresent())
                .toList();
    }

    private static Deadline deadline(ResultSet row, String column, DeadlineKind kind) throws SQLException {
        return new Deadline(
                row.getObject(column + "_local", LocalDateTime.class),
                ZoneId.of(row.getString(column + "_zone")),
                kind);
    }
}
