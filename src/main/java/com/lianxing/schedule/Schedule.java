package com.lianxing.schedule;

import com.lianxing.schedule.Workplace.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Dates of all steps, planned backwards from a fixed end and forwards from today: domain.md 6.4.
 *
 * @param rows in the order of the network
 * @param fixedEnd when all must be done
 * @param buffer kept free before it, for what takes longer than planned
 * @param feeding kept free where other ways join the chain, so that what is late on them does not move it
 * @param finish when all will be done, as things stand
 * @param chain the steps that decide about that, the first one first
 * @param bufferUsed in per cent; above 100 the end is missed; null without a buffer
 * @param certain whether no day that it leans on is provisional
 */
public record Schedule(
        Map<String, Row> rows,
        Instant fixedEnd,
        Duration buffer,
        List<FeedingBuffer> feeding,
        Instant finish,
        List<String> chain,
        @Nullable Long bufferUsed,
        boolean certain) {

    /** Per cent of the buffer: domain.md 6.4. */
    private static final long WATCH_FROM = 33;

    private static final long ALARM_ABOVE = 66;
    private static final BigDecimal HOURS_OF_A_DAY = BigDecimal.valueOf(24);

    /**
     * One step.
     *
     * @param latest when it must start and be done so that the end and its buffer hold
     * @param earliest when it did or can start and be done
     */
    public record Row(String id, Span latest, Span earliest, State state, boolean critical) {

        /** What is left; below zero the end, or its buffer, is missed. */
        public Duration slack() {
            return Duration.between(earliest.finish(), latest.finish());
        }
    }

    /**
     * What is kept free between a step that is not on the chain and the one on it that waits for it.
     *
     * @param size what the way to it may take longer
     * @param left as much of it as there is room for; the rest is used up
     */
    public record FeedingBuffer(String from, String into, Duration size, Duration left) {

        /** In per cent; at 100 whatever is late there moves the chain. */
        public long used() {
            return 100 - 100 * left.toMinutes() / size.toMinutes();
        }
    }

    /**
     * Dates that others set.
     *
     * @param notBefore of a step: it cannot be done before, whatever else is
     * @param notAfter of a step: it must be done by then, whatever the end says
     */
    public record Limits(Map<String, Instant> notBefore, Map<String, Instant> notAfter) {

        public static final Limits NONE = new Limits(Map.of(), Map.of());
    }

    public enum State {
        DONE,
        RUNNING,
        AHEAD
    }

    /**
     * What happened.
     *
     * @param finish null while it is worked on
     */
    public record Actual(Instant start, @Nullable Instant finish) {}

    /** @throws NullPointerException if the network has no such step */
    public Row row(String id) {
        return known(rows, id);
    }

    /** Whether the step comes too late even if the whole buffer before the end is used. */
    public boolean isTooLate(Row row) {
        return row.slack().plus(buffer).isNegative();
    }

    /** Whether the end can be kept, be it by using the buffer. */
    public boolean isFeasible() {
        return !finish.isAfter(fixedEnd);
    }

    /** How the end is doing; the worse, the later. */
    public enum Health {
        GOOD,
        /** A third of the buffer is used. */
        WATCH,
        /** Two thirds are. */
        ALARM,
        MISSED
    }

    public Health health() {
        if (!isFeasible()) {
            return Health.MISSED;
        }
        if (bufferUsed == null || bufferUsed < WATCH_FROM) {
            return Health.GOOD;
        }
        return bufferUsed > ALARM_ABOVE ? Health.ALARM : Health.WATCH;
    }

    /**
     * @param actuals of the steps that began; whatever they waited for is over, too
     * @param now nothing that is ahead begins before the day that this is in
     */
    public static Schedule of(
            Network network, Instant fixedEnd, Map<String, Actual> actuals, Limits limits, Instant now) {
        Map<String, State> states = states(network, actuals);
        Map<String, Span> earliest = new HashMap<>();
        Map<String, String> drivenBy = new HashMap<>();
        for (String id : network.order()) {
            earliest.put(id, forward(network, id, actuals, states, earliest, drivenBy, limits, now));
        }
        Instant finish = known(earliest, network.last()).finish();
        List<String> chain = chain(network.last(), drivenBy);
        Set<String> deciding = Set.copyOf(chain);
        Duration buffer = buffer(network, chain);
        Instant free = fixedEnd.minus(buffer);
        List<FeedingBuffer> feeding = feeding(network, drivenBy, deciding, states, earliest);
        Map<String, Span> latest = backward(network, free, feeding, limits);
        Map<String, Row> rows = new LinkedHashMap<>();
        boolean certain = true;
        for (String id : network.order()) {
            Row row = new Row(id, known(latest, id), known(earliest, id), known(states, id), deciding.contains(id));
            rows.put(id, row);
            certain &= isCertain(network.step(id), row);
        }
        return new Schedule(
                Collections.unmodifiableMap(rows),
                fixedEnd,
                buffer,
                feeding,
                finish,
                chain,
                buffer.isZero() ? null : used(free, finish, buffer),
                certain);
    }

    /** Without dates of others. */
    public static Schedule of(Network network, Instant fixedEnd, Map<String, Actual> actuals, Instant now) {
        return of(network, fixedEnd, actuals, Limits.NONE, now);
    }

    private static long used(Instant free, Instant finish, Duration buffer) {
        return Math.max(0, 100 * Duration.between(free, finish).toMinutes() / buffer.toMinutes());
    }

    /** Where one step waits for another. */
    private record Join(String from, String into) {}

    private static List<FeedingBuffer> feeding(
            Network network,
            Map<String, String> drivenBy,
            Set<String> deciding,
            Map<String, State> states,
            Map<String, Span> earliest) {
        List<FeedingBuffer> feeding = new ArrayList<>();
        for (String into : network.order()) {
            if (!deciding.contains(into)) {
                continue;
            }
            for (String from : network.before(into)) {
                if (deciding.contains(from) || known(states, from) == State.DONE) {
                    continue;
                }
                List<String> way = chain(from, drivenBy).stream()
                        .filter(id -> !deciding.contains(id))
                        .toList();
                Duration room = Duration.between(
                        known(earliest, from).finish(), known(earliest, into).start());
                Duration size = buffer(network, way);
                if (!size.isZero()) {
                    Duration left = shorter(size, room.isNegative() ? Duration.ZERO : room);
                    feeding.add(new FeedingBuffer(from, into, size, left));
                }
            }
        }
        return List.copyOf(feeding);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Map<String, State> states(Network network, Map<String, Actual> actuals) {
        Map<String, State> states = new HashMap<>();
        List<String> fromTheEnd = new ArrayList<>(network.order());
        Collections.reverse(fromTheEnd);
        for (String id : fromTheEnd) {
            Actual actual = actuals.get(id);
            boolean passed = network.after(id).stream().anyMatch(next -> states.get(next) != State.AHEAD);
            if (actual != null && actual.finish() == null) {
                states.put(id, State.RUNNING);
            } else {
                states.put(id, actual != null || passed ? State.DONE : State.AHEAD);
            }
        }
        return states;
    }

    private static Span forward(
            Network network,
            String id,
            Map<String, Actual> actuals,
            Map<String, State> states,
            Map<String, Span> earliest,
            Map<String, String> drivenBy,
            Limits limits,
            Instant now) {
        Network.Step step = network.step(id);
        Instant ready = Instant.MIN;
        for (String before : network.before(id)) {
            Instant done = known(earliest, before).finish();
            if (done.isAfter(ready)) {
                ready = done;
                drivenBy.put(id, before);
            }
        }
        Actual actual = actuals.get(id);
        Effort effort = step.effort();
        switch (known(states, id)) {
            case DONE -> {
                Instant since = actual == null ? (ready.equals(Instant.MIN) ? now : ready) : actual.start();
                Instant done = actual == null ? null : actual.finish();
                return new Span(since, done == null ? since : done);
            }
            case RUNNING -> {
                Instant began = actual == null ? now : actual.start();
                Span planned = step.place().beginningNow(began, effort.likely(), effort.unit());
                return awaited(id, new Span(began, planned.finish().isBefore(now) ? now : planned.finish()), limits);
            }
            default -> {
                Span planned = ready.isAfter(now)
                        ? step.place().beginningAt(ready, effort.likely(), effort.unit())
                        : step.place().beginningNow(now, effort.likely(), effort.unit());
                return awaited(id, planned, limits);
            }
        }
    }

    /** What ends later because of a date that others set. */
    private static Span awaited(String id, Span planned, Limits limits) {
        Instant from = limits.notBefore().get(id);
        return from == null || !planned.finish().isBefore(from) ? planned : new Span(planned.start(), from);
    }

    private static Map<String, Span> backward(
            Network network, Instant end, List<FeedingBuffer> feeding, Limits limits) {
        Map<Join, Duration> kept = new HashMap<>();
        feeding.forEach(one -> kept.put(new Join(one.from(), one.into()), one.left()));
        Map<String, Span> latest = new HashMap<>();
        List<String> fromTheEnd = new ArrayList<>(network.order());
        Collections.reverse(fromTheEnd);
        for (String id : fromTheEnd) {
            Instant by = limits.notAfter().getOrDefault(id, end);
            by = by.isAfter(end) ? end : by;
            for (String next : network.after(id)) {
                Instant start = known(latest, next).start().minus(kept.getOrDefault(new Join(id, next), Duration.ZERO));
                if (start.isBefore(by)) {
                    by = start;
                }
            }
            Network.Step step = network.step(id);
            latest.put(
                    id,
                    step.place()
                            .endingBy(by, step.effort().likely(), step.effort().unit()));
        }
        return latest;
    }

    /** In their order, each step is known before the next one asks for it. */
    private static <V> V known(Map<String, V> values, String id) {
        return Objects.requireNonNull(values.get(id), id);
    }

    private static List<String> chain(String last, Map<String, String> drivenBy) {
        List<String> chain = new ArrayList<>();
        for (@Nullable String id = last; id != null; id = drivenBy.get(id)) {
            chain.add(id);
        }
        Collections.reverse(chain);
        return List.copyOf(chain);
    }

    /**
     * The root of the sum of squares of what each step of the chain may take longer, in whole days: not all are late at
     * once.
     */
    private static Duration buffer(Network network, List<String> chain) {
        BigDecimal squares = BigDecimal.ZERO;
        for (String id : chain) {
            BigDecimal hours =
                    BigDecimal.valueOf(network.step(id).effort().risk().toHours());
            squares = squares.add(hours.pow(2));
        }
        BigDecimal days = squares.sqrt(MathContext.DECIMAL64).divide(HOURS_OF_A_DAY, 0, RoundingMode.CEILING);
        return Duration.ofDays(days.longValueExact());
    }

    private static boolean isCertain(Network.Step step, Row row) {
        Instant from = row.earliest().start().isBefore(row.latest().start())
                ? row.earliest().start()
                : row.latest().start();
        Instant to = row.earliest().finish().isAfter(row.latest().finish())
                ? row.earliest().finish()
                : row.latest().finish();
        return step.effort().unit() != Effort.Unit.WORKING_DAY
                || row.state() == State.DONE
                || step.place().isCertain(from, to);
    }
}
