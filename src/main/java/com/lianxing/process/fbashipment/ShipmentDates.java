package com.lianxing.process.fbashipment;

import com.lianxing.calendar.Deadline;
import com.lianxing.calendar.DeadlineKind;
import com.lianxing.inbound.ShipmentTerms;
import com.lianxing.inbound.ShipmentTerms.Term;
import com.lianxing.inbound.Voyages;
import com.lianxing.inbound.Voyages.Voyage;
import com.lianxing.process.engine.ActingPerson;
import com.lianxing.process.engine.Deadlines;
import com.lianxing.process.engine.Var;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Deadlines of a shipment, each from the fact it derives from. When the fact moves, they move with their timers. */
@Component
class ShipmentDates {

    static final ZoneId CUSTOMS = ZoneId.of("America/New_York");

    private final Voyages voyages;
    private final ShipmentTerms terms;
    private final Deadlines deadlines;
    private final ActingPerson actor;

    ShipmentDates(Voyages voyages, ShipmentTerms terms, Deadlines deadlines, ActingPerson actor) {
        this.voyages = voyages;
        this.terms = terms;
        this.deadlines = deadlines;
        this.actor = actor;
    }

    /** Keeps the voyage and moves all that follows from it: documents, security filing, departure, arrival. */
    void sail(DelegateExecution execution, Voyages.Cause cause, Voyage voyage) {
        voyages.enter(FbaShipment.project(execution), FbaShipment.shipment(execution), cause, voyage, actor.id());
        String reason = cause.name();
        Deadline lading = voyage.lading();
        Deadline arrival = voyage.arrival();
        move(execution, FbaShipment.DOCUMENTS_DUE_AT, voyage.documentCutoff(), reason);
        before(execution, FbaShipment.ISF_REMIND_72_AT, lading, Term.ISF_HOURS_OF_FIRST_REMINDER, reason);
        before(execution, FbaShipment.ISF_REMIND_48_AT, lading, Term.ISF_HOURS_OF_SECOND_REMINDER, reason);
        before(execution, FbaShipment.ISF_DUE_AT, lading, Term.ISF_HOURS_BEFORE_LADING, reason);
        before(execution, FbaShipment.ISF_COMPLETION_REMIND_AT, arrival, Term.ISF_HOURS_OF_SECOND_REMINDER, reason);
        before(execution, FbaShipment.ISF_COMPLETION_DUE_AT, arrival, Term.ISF_HOURS_BEFORE_ARRIVAL, reason);
        move(
                execution,
                FbaShipment.DEPARTURE_CHASE_AT,
                shifted(lading, days(Term.DEPARTURE_DAYS_OF_PATIENCE), DeadlineKind.INTERNAL),
                reason);
        arrive(execution, arrival, reason);
    }

    private void arrive(DelegateExecution execution, Deadline arrival, String reason) {
        LocalDate day = arrival.local().toLocalDate();
        move(
                execution,
                FbaShipment.ENTRY_REMIND_AT,
                shifted(arrival, Duration.ofDays(-1), DeadlineKind.INTERNAL),
                reason);
        move(
                execution,
                FbaShipment.ENTRY_DUE_AT,
                Deadline.endOf(day.plusDays(terms.of(Term.ENTRY_DAYS_AFTER_LANDING)), CUSTOMS, DeadlineKind.LEGAL),
                reason);
        move(
                execution,
                FbaShipment.STORAGE_BEGINS_AT,
                Deadline.endOf(day.plusDays(terms.of(Term.FREE_DAYS_AT_PORT)), arrival.zone(), DeadlineKind.CONTRACT),
                reason);
    }

    private void before(DelegateExecution execution, Var<Date> date, Deadline event, Term hours, String reason) {
        move(execution, date, shifted(event, terms.hours(hours).negated(), DeadlineKind.LEGAL), reason);
    }

    /** Sets or moves one deadline of the shipment. */
    void move(DelegateExecution execution, Var<Date> date, Deadline to, String reason) {
        deadlines.move(execution.getProcessInstanceId(), date, to, reason);
    }

    Duration days(Term term) {
        return Duration.ofDays(terms.of(term));
    }

    static Deadline shifted(Deadline from, Duration by, DeadlineKind kind) {
        return at(from.instant().plus(by), from.zone(), kind);
    }

    static Deadline at(Instant instant, ZoneId zone, DeadlineKind kind) {
        return new Deadline(LocalDateTime.ofInstant(instant, zone), zone, kind);
    }
}
