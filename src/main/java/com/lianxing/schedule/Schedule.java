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
 * @param finish when all will be done, as things stand
 * @param chain the steps that decide about that, the first one first
 * @param bufferUsed in per cent; above 100 the end is missed; null without a buffer
 * @param certain whether no day that it leans on is provisional
 */
public record Schedule(
        Map<String, Row> rows,
        Instant fixedEnd,
        Duration buffer,
        Instant finish,
        List<String> chain,
        @Nullable Long bufferUsed,
        boolean certain) {

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

    /** Whether the end can be kept, be it by using the buffer. */
    public boolean isFeasible() {
        return !finish.isAfter(fixedEnd);
    }

    /**
     * @param actuals of the steps that began; whatever they waited for is over, too
     * @param now nothing that is ahead begins before the day that this is in
     */
    public static Schedule of(Network network, Instant fixedEnd, Map<String, Actual> actuals, Instant now) {
        Map<String, State> states = states(network, actuals);
        Map<String, Span> earliest = new HashMap<>();
        Map<String, String> drivenBy = new HashMap<>();
        for (String id : network.order()) {
            earliest.put(id, forward(network, id, actuals, states, earliest, drivenBy, now));
        }
        Instant finish = known(earliest, network.last()).finish();
        List<String> chain = chain(network.last(), drivenBy);
        Set<String> deciding = Set.copyOf(chain);
        Duration buffer = buffer(network, chain);
        Map<String, Span> latest = backward(network, fixedEnd.minus(buffer));
        Map<String, Row> rows = new LinkedHashMap<>();
        boolean certain = true;
        for (String id : network.order()) {
            Row row = new Row(id, known(latest, id), known(earliest, id), known(states, id), deciding.contains(id));
            rows.put(id, row);
            certain &= isCertain(network.step(id), row);
        }
        Duration beyond = Duration.between(fixedEnd.minus(buffer), finish);
        Long used = buffer.isZero() ? null : Math.max(0, 100 * beyond.toMinutes() / buffer.toMinutes());
        return new Schedule(Collections.unmodifiableMap(rows), fixedEnd, buffer, finish, chain, used, certain);
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
                return new Span(began, planned.finish().isBefore(now) ? now : planned.finish());
            }
            default -> {
                return ready.isAfter(now)
                        ? step.place().beginningAt(ready, effort.likely(), effort.unit())
                        : step.place().beginningNow(now, effort.likely(), effort.unit());
            }
        }
    }

    private static Map<String, Span> backward(Network network, Instant end) {
        Map<String, Span> latest = new HashMap<>();
        List<String> fromTheEnd = new ArrayList<>(network.order());
        Collections.reverse(fromTheEnd);
        for (String id : fromTheEnd) {
            Instant by = end;
            for (String next : network.after(id)) {
                Instant start = known(latest, next).start();
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
