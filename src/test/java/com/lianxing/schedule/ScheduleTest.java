package com.lianxing.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.calendar.WorkingCalendar;
import com.lianxing.calendar.WorkingCalendars;
import com.lianxing.schedule.Effort.Unit;
import com.lianxing.schedule.Network.Link;
import com.lianxing.schedule.Network.Step;
import com.lianxing.schedule.Schedule.Actual;
import com.lianxing.schedule.Schedule.FeedingBuffer;
import com.lianxing.schedule.Schedule.Limits;
import com.lianxing.schedule.Schedule.Row;
import com.lianxing.schedule.Schedule.State;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Dates against the worked season of domain.md 6.4, and against a solver that walks each way through 500 networks. */
@LianxingTest
class ScheduleTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    @Autowired
    private WorkingCalendars calendars;

    private Workplace china;
    private Workplace us;

    @BeforeEach
    void places() {
        china = new Workplace("CHINA", SHANGHAI, calendars.china());
        us = new Workplace("US", PACIFIC, WorkingCalendar.usFederal());
    }

    /** domain.md 6.4: arrive by October 19; counted without holidays it would be a day, in calendar days three weeks too late. */
    @Test
    void theWorkedSeasonStartsItsApprovalOnJulySixth() {
        Network season = chain(
                step("approval", 3, Unit.WORKING_DAY, china),
                step("quotes", 5, Unit.WORKING_DAY, china),
                step("order", 3, Unit.WORKING_DAY, china),
                step("production", 25, Unit.WORKING_DAY, china),
                step("inspection", 5, Unit.WORKING_DAY, china),
                step("origin", 4, Unit.WORKING_DAY, china),
                step("cutOff", 3, Unit.CALENDAR_DAY, china),
                step("ocean", 20, Unit.CALENDAR_DAY, us),
                step("release", 5, Unit.CALENDAR_DAY, us),
                step("delivery", 7, Unit.WORKING_DAY, us),
                step("buffer", 5, Unit.CALENDAR_DAY, us));

        Schedule schedule =
                Schedule.of(season, at("2026-10-20T00:00", PACIFIC), Map.of(), at("2026-06-01T10:00", SHANGHAI));

        assertThat(latestStart(schedule, "approval")).isEqualTo(at("2026-07-06T09:00", SHANGHAI));
        assertThat(latestStart(schedule, "delivery")).isEqualTo(at("2026-10-05T09:00", PACIFIC));
        assertThat(latestStart(schedule, "cutOff"))
                .as("the ISF is due 24 hours before lading")
                .isEqualTo(at("2026-09-07T00:00", SHANGHAI));
        assertThat(schedule.isFeasible()).isTrue();
        assertThat(schedule.certain()).isTrue();
    }

    @Test
    void aTaskEndsInShanghaiBeforeTheSameDayBeginsInLosAngeles() {
        Network two = chain(step("here", 1, Unit.WORKING_DAY, china), step("there", 1, Unit.WORKING_DAY, us));

        Schedule schedule =
                Schedule.of(two, at("2026-10-08T18:00", PACIFIC), Map.of(), at("2026-10-08T08:00", SHANGHAI));

        assertThat(schedule.row("here").latest().finish()).isEqualTo(at("2026-10-08T18:00", SHANGHAI));
        assertThat(schedule.row("there").earliest().start()).isEqualTo(at("2026-10-08T09:00", PACIFIC));
        assertThat(schedule.finish()).isEqualTo(at("2026-10-08T18:00", PACIFIC));
    }

    @Test
    void theLongestWayIsTheChainAndTheOtherHasSlack() {
        Network network = new Network(
                List.of(
                        step("start", 1, Unit.WORKING_DAY, us),
                        step("long", 10, Unit.WORKING_DAY, us),
                        step("short", 3, Unit.WORKING_DAY, us),
                        step("end", 1, Unit.WORKING_DAY, us)),
                List.of(
                        new Link("start", "long"),
                        new Link("start", "short"),
                        new Link("long", "end"),
                        new Link("short", "end")));

        Schedule schedule =
                Schedule.of(network, at("2026-12-31T18:00", PACIFIC), Map.of(), at("2026-12-01T08:00", PACIFIC));

        assertThat(schedule.chain()).containsExactly("start", "long", "end");
        assertThat(schedule.row("short").critical()).isFalse();
        assertThat(schedule.row("short").slack())
                .isGreaterThan(schedule.row("long").slack());
    }

    /** Three days of risk and four make five, not seven: one buffer before the end, none in the steps. */
    @Test
    void oneBufferCoversWhatTheChainMayTakeLonger() {
        Network network = chain(
                new Step("a", new Effort(2, 4, 7, Unit.CALENDAR_DAY), us),
                new Step("b", new Effort(2, 4, 8, Unit.CALENDAR_DAY), us));
        Instant end = at("2026-12-21T00:00", PACIFIC);

        Schedule inTime = Schedule.of(network, end, Map.of(), at("2026-12-08T00:00", PACIFIC));
        assertThat(inTime.buffer()).isEqualTo(Duration.ofDays(5));
        assertThat(inTime.bufferUsed()).isZero();
        assertThat(latestStart(inTime, "a")).isEqualTo(at("2026-12-08T00:00", PACIFIC));

        Schedule late = Schedule.of(network, end, Map.of(), at("2026-12-10T00:00", PACIFIC));
        assertThat(late.bufferUsed()).as("two days of five").isEqualTo(40);
        assertThat(late.isFeasible()).isTrue();
        assertThat(late.row("b").slack()).isEqualTo(Duration.ofDays(-2));

        Schedule missed = Schedule.of(network, end, Map.of(), at("2026-12-14T00:00", PACIFIC));
        assertThat(missed.isFeasible()).isFalse();
        assertThat(missed.bufferUsed()).isEqualTo(120);
    }

    /** Three days of risk and four on the way that joins make a buffer of five, if there is room for it. */
    @ParameterizedTest
    @CsvSource({"20, 5, 0", "12, 4, 20", "8, 0, 100"})
    void aWayThatJoinsTheChainKeepsABufferOfItsOwnAsFarAsThereIsRoom(int chain, int days, long used) {
        Network network = new Network(
                List.of(
                        step("chain", chain, Unit.CALENDAR_DAY, us),
                        new Step("a", new Effort(2, 4, 7, Unit.CALENDAR_DAY), us),
                        new Step("b", new Effort(2, 4, 8, Unit.CALENDAR_DAY), us),
                        step("join", 1, Unit.CALENDAR_DAY, us)),
                List.of(new Link("chain", "join"), new Link("a", "b"), new Link("b", "join")));
        Instant end = at("2026-12-31T00:00", PACIFIC);

        Schedule schedule = Schedule.of(network, end, Map.of(), at("2026-12-01T00:00", PACIFIC));

        assertThat(schedule.row("b").latest().finish())
                .isEqualTo(at("2026-12-30T00:00", PACIFIC).minus(Duration.ofDays(days)));
        assertThat(schedule.feeding())
                .containsExactly(new FeedingBuffer("b", "join", Duration.ofDays(5), Duration.ofDays(days)));
        assertThat(schedule.feeding().get(0).used()).isEqualTo(used);
    }

    @Test
    void aFeedingBufferIsUsedUpBeforeTheChainIsMoved() {
        Network network = new Network(
                List.of(
                        step("chain", 20, Unit.CALENDAR_DAY, us),
                        new Step("late", new Effort(2, 8, 18, Unit.CALENDAR_DAY), us),
                        step("join", 1, Unit.CALENDAR_DAY, us)),
                List.of(new Link("chain", "join"), new Link("late", "join")));
        Instant began = at("2026-12-01T00:00", PACIFIC);

        Schedule schedule = Schedule.of(
                network,
                at("2026-12-22T00:00", PACIFIC),
                Map.of("chain", new Actual(began, null), "late", new Actual(began, null)),
                at("2026-12-16T00:00", PACIFIC));

        assertThat(schedule.feeding())
                .as("should be done by the 9th, and is not yet on the 16th")
                .containsExactly(new FeedingBuffer("late", "join", Duration.ofDays(10), Duration.ofDays(5)));
        assertThat(schedule.bufferUsed()).as("the chain itself has no risk").isNull();
        assertThat(schedule.isFeasible()).isTrue();
    }

    @Test
    void datesOfOthersHoldBothWays() {
        Network network = chain(
                step("file", 2, Unit.CALENDAR_DAY, us),
                step("wait", 0, Unit.HOUR, us),
                step("ship", 3, Unit.CALENDAR_DAY, us));
        Instant closes = at("2026-12-05T00:00", PACIFIC);
        Instant opens = at("2026-12-10T00:00", PACIFIC);

        Schedule schedule = Schedule.of(
                network,
                at("2026-12-31T00:00", PACIFIC),
                Map.of(),
                new Limits(Map.of("wait", opens), Map.of("file", closes)),
                at("2026-12-01T00:00", PACIFIC));

        assertThat(schedule.row("file").latest().finish()).isEqualTo(closes);
        assertThat(schedule.row("ship").earliest().start()).isEqualTo(opens);
        assertThat(schedule.finish()).isEqualTo(at("2026-12-13T00:00", PACIFIC));
        assertThat(schedule.chain()).contains("wait", "ship");
    }

    @Test
    void whatIsDoneCountsAsItWasAndWhatIsLateMovesTheRest() {
        Network network = chain(
                step("done", 5, Unit.CALENDAR_DAY, us),
                step("gate", 0, Unit.HOUR, us),
                step("running", 2, Unit.CALENDAR_DAY, us),
                step("ahead", 3, Unit.CALENDAR_DAY, us));
        Instant began = at("2026-12-01T00:00", PACIFIC);
        Instant done = at("2026-12-02T15:00", PACIFIC);
        Instant now = at("2026-12-09T12:00", PACIFIC);

        Schedule schedule = Schedule.of(
                network,
                at("2026-12-20T00:00", PACIFIC),
                Map.of("done", new Actual(began, done), "running", new Actual(done, null)),
                now);

        assertThat(schedule.row("done").earliest().finish()).isEqualTo(done);
        assertThat(schedule.rows().values())
                .extracting(Row::state)
                .containsExactly(State.DONE, State.DONE, State.RUNNING, State.AHEAD);
        assertThat(schedule.row("running").earliest().finish())
                .as("should be over, and is not")
                .isEqualTo(now);
        assertThat(schedule.finish()).as("still possible today").isEqualTo(at("2026-12-12T00:00", PACIFIC));
    }

    /** Each of them a day: in the morning the first one is done today, in the evening nothing is. */
    @ParameterizedTest
    @CsvSource({"2026-12-08T10:00, 2026-12-09T18:00", "2026-12-08T18:17, 2026-12-10T18:00"})
    void whatIsLeftOfTodayCountsAsADayUntilItIsOver(String now, String finish) {
        Network two = chain(step("a", 1, Unit.WORKING_DAY, us), step("b", 1, Unit.WORKING_DAY, us));

        Schedule schedule = Schedule.of(two, at("2026-12-31T00:00", PACIFIC), Map.of(), at(now, PACIFIC));

        assertThat(schedule.finish()).isEqualTo(at(finish, PACIFIC));
        assertThat(schedule.row("a").earliest().finish())
                .isEqualTo(schedule.row("b").earliest().finish().minus(Duration.ofDays(1)));
    }

    /** Nobody has announced 2029 yet, and 2027 is expected only. */
    @ParameterizedTest
    @CsvSource({"2026-06-01, true", "2029-06-01, false"})
    void aScheduleThatLeansOnDaysNobodyAnnouncedSaysSo(LocalDate day, boolean certain) {
        Network network = chain(step("work", 2, Unit.WORKING_DAY, china));

        Schedule schedule = Schedule.of(
                network,
                day.plusDays(9).atStartOfDay(SHANGHAI).toInstant(),
                Map.of(),
                day.atStartOfDay(SHANGHAI).toInstant());

        assertThat(schedule.certain()).isEqualTo(certain);
    }

    @Test
    void circlesAndLooseEndsAreRefused() {
        Step a = step("a", 1, Unit.HOUR, us);
        Step b = step("b", 1, Unit.HOUR, us);
        assertThatThrownBy(() -> new Network(List.of(a, b), List.of(new Link("a", "b"), new Link("b", "a"))))
                .hasMessageContaining("circle");
        assertThatThrownBy(() -> new Network(List.of(a, b), List.of())).hasMessageContaining("one last step");
        assertThatThrownBy(() -> new Network(List.of(a), List.of(new Link("a", "c"))))
                .hasMessageContaining("leads nowhere");
        assertThatThrownBy(() -> new Network(List.of(a, a), List.of())).hasMessageContaining("twice");
    }

    @Test
    void fiveHundredNetworksAgreeWithASolverThatWalksEachWay() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            Network network = generated(random);
            Instant now = at("2026-03-02T08:00", SHANGHAI).plus(Duration.ofHours(random.nextInt(3_000)));
            Instant end = now.plus(Duration.ofDays(20 + random.nextInt(200)));

            Limits limits = generated(random, network, now, end);

            Schedule schedule = Schedule.of(network, end, Map.of(), limits, now);

            Solver solver = new Solver(network, limits, schedule.feeding());
            Instant free = end.minus(schedule.buffer());
            Instant finish =
                    solver.finishes(network.last(), now).max(Instant::compareTo).orElseThrow();
            assertThat(schedule.finish()).as("finish of %d", seed).isEqualTo(finish);
            for (String id : network.order()) {
                assertThat(latestStart(schedule, id))
                        .as("%s of %d", id, seed)
                        .isEqualTo(
                                solver.starts(id, free).min(Instant::compareTo).orElseThrow());
            }
        }
    }

    /** Twenty ways of ten steps each, which wait for one another now and then; the first runs are those of a cold machine. */
    @Test
    void twoHundredStepsAreScheduledInFiftyMilliseconds() {
        Random random = new Random(200);
        List<Step> steps = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            steps.add(new Step("s" + i, new Effort(1, 3, 6, Unit.values()[i % 3]), i % 2 == 0 ? china : us));
            if (i >= 20) {
                links.add(new Link("s" + (i - 20), "s" + i));
                links.add(new Link("s" + (i - 20 + random.nextInt(20)), "s" + i));
            }
        }
        steps.add(step("end", 0, Unit.HOUR, us));
        IntStream.range(180, 200).forEach(i -> links.add(new Link("s" + i, "end")));
        Network network = new Network(steps, links);
        Instant now = at("2026-03-02T08:00", SHANGHAI);
        Instant end = now.plus(Duration.ofDays(200));
        IntStream.range(0, 50).forEach(run -> Schedule.of(network, end, Map.of(), now));

        long began = System.nanoTime();
        IntStream.range(0, 20).forEach(run -> Schedule.of(network, end, Map.of(), now));

        assertThat(Duration.ofNanos(System.nanoTime() - began).dividedBy(20)).isLessThan(Duration.ofMillis(50));
    }

    /** Walks each way through a network on its own. */
    private record Solver(Network network, Limits limits, List<FeedingBuffer> feeding) {

        /** When the step must start for each way from it to the end. */
        Stream<Instant> starts(String id, Instant end) {
            Step step = network.step(id);
            Stream<Instant> finishes = network.after(id).isEmpty()
                    ? Stream.of(end)
                    : network.after(id).stream()
                            .flatMap(next -> starts(next, end).map(start -> start.minus(kept(id, next))));
            return finishes.map(by -> back(step, earlier(by, limits.notAfter().getOrDefault(id, by))));
        }

        private Duration kept(String from, String into) {
            return feeding.stream()
                    .filter(one -> one.from().equals(from) && one.into().equals(into))
                    .map(FeedingBuffer::left)
                    .findFirst()
                    .orElse(Duration.ZERO);
        }

        /** When the step is done for each way from a beginning to it. */
        Stream<Instant> finishes(String id, Instant now) {
            Step step = network.step(id);
            Stream<Instant> done = network.before(id).isEmpty()
                    ? Stream.of(aheadNow(step, now))
                    : network.before(id).stream()
                            .flatMap(before -> finishes(before, now))
                            .map(ready -> ready.isAfter(now) ? ahead(step, ready) : aheadNow(step, now));
            return done.map(finish -> later(finish, limits.notBefore().getOrDefault(id, finish)));
        }

        private static Instant earlier(Instant one, Instant other) {
            return one.isBefore(other) ? one : other;
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }

    private static Limits generated(Random random, Network network, Instant now, Instant end) {
        Map<String, Instant> notBefore = new HashMap<>();
        Map<String, Instant> notAfter = new HashMap<>();
        for (String id : network.order()) {
            int hours = random.nextInt((int) Duration.between(now, end).toHours());
            switch (random.nextInt(8)) {
                case 0 -> notBefore.put(id, now.plus(Duration.ofHours(hours)));
                case 1 -> notAfter.put(id, now.plus(Duration.ofHours(hours)));
                default -> {}
            }
        }
        return new Limits(notBefore, notAfter);
    }

    /** Today counts as a whole day until its end. */
    private static Instant aheadNow(Step step, Instant now) {
        if (step.effort().likely() == 0 || step.effort().unit() == Unit.HOUR) {
            return ahead(step, now);
        }
        LocalDate day = now.atZone(step.place().zone()).toLocalDate();
        return ahead(step, ends(step, day).isAfter(now) ? begins(step, day) : now);
    }

    /** A second implementation: days are looked at one by one until enough fit. */
    private static Instant back(Step step, Instant by) {
        int length = step.effort().likely();
        if (length == 0 || step.effort().unit() == Unit.HOUR) {
            return by.minus(Duration.ofHours(length));
        }
        List<LocalDate> days = days(step, by, day -> day.minusDays(1))
                .filter(day -> !ends(step, day).isAfter(by))
                .limit(length)
                .toList();
        return begins(step, days.get(length - 1));
    }

    private static Instant ahead(Step step, Instant from) {
        int length = step.effort().likely();
        if (length == 0 || step.effort().unit() == Unit.HOUR) {
            return from.plus(Duration.ofHours(length));
        }
        List<LocalDate> days = days(step, from, day -> day.plusDays(1))
                .filter(day -> !begins(step, day).isBefore(from))
                .limit(length)
                .toList();
        return ends(step, days.get(length - 1));
    }

    private static Stream<LocalDate> days(Step step, Instant from, UnaryOperator<LocalDate> next) {
        boolean each = step.effort().unit() == Unit.CALENDAR_DAY;
        LocalDate first = from.atZone(step.place().zone()).toLocalDate();
        return Stream.iterate(first, next)
                .filter(day -> each || isWorked(step.place().calendar(), day));
    }

    private static boolean isWorked(WorkingCalendar calendar, LocalDate day) {
        return calendar.covers(day)
                ? calendar.isWorkingDay(day)
                : day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static Instant begins(Step step, LocalDate day) {
        int hour = step.effort().unit() == Unit.CALENDAR_DAY ? 0 : 9;
        return day.atTime(hour, 0).atZone(step.place().zone()).toInstant();
    }

    private static Instant ends(Step step, LocalDate day) {
        return step.effort().unit() == Unit.CALENDAR_DAY
                ? day.plusDays(1).atStartOfDay(step.place().zone()).toInstant()
                : day.atTime(18, 0).atZone(step.place().zone()).toInstant();
    }

    private Network generated(Random random) {
        int size = 2 + random.nextInt(9);
        List<Step> steps = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Unit unit = Unit.values()[random.nextInt(3)];
            int likely = random.nextInt(unit == Unit.HOUR ? 60 : 12);
            steps.add(new Step(
                    "s" + i,
                    new Effort(likely / 2, likely, likely + random.nextInt(5), unit),
                    random.nextBoolean() ? china : us));
            if (i < size - 1) {
                links.add(new Link("s" + i, "s" + (i + 1 + random.nextInt(size - 1 - i))));
            }
            for (int more = random.nextInt(3); more > 0 && i < size - 1; more--) {
                links.add(new Link("s" + i, "s" + (i + 1 + random.nextInt(size - 1 - i))));
            }
        }
        return new Network(steps, links);
    }

    private static Network chain(Step... steps) {
        return new Network(
                List.of(steps),
                IntStream.range(1, steps.length)
                        .mapToObj(i -> new Link(steps[i - 1].id(), steps[i].id()))
                        .toList());
    }

    private static Step step(String id, int likely, Unit unit, Workplace place) {
        return new Step(id, Effort.of(likely, unit), place);
    }

    private static Instant latestStart(Schedule schedule, String id) {
        return schedule.row(id).latest().start();
    }

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }
}
