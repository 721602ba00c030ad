package com.lianxing.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.lianxing.calendar.WorkingCalendar;
import com.lianxing.schedule.Effort.Unit;
import com.lianxing.schedule.Network.Link;
import com.lianxing.schedule.Network.Step;
import com.lianxing.schedule.Schedule.Actual;
import com.lianxing.schedule.Schedule.Limits;
import com.lianxing.schedule.Simulation.Circle;
import com.lianxing.schedule.Simulation.Driver;
import com.lianxing.schedule.Simulation.Outcome;
import com.lianxing.schedule.Simulation.Risks;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walks against what probability says in closed form, within three standard errors of so many walks. */
class SimulationTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Workplace US =
            new Workplace("US", ZoneId.of("America/Los_Angeles"), WorkingCalendar.usFederal());
    private static final int WALKS = 20_000;

    /** Whatever the three guesses are, a fifth of the triangle lies above the third, by the area of its tail. */
    @ParameterizedTest
    @CsvSource({"0, 100, 400", "50, 100, 150", "0, 0, 1000", "100, 400, 410", "1, 1, 2"})
    void aFifthOfTheTriangleLiesAboveItsThirdGuess(long optimistic, long likely, long p80) {
        Guess guess = new Guess(optimistic, likely, p80);
        double most = guess.most();

        double above = (most - p80) * (most - p80) / ((most - optimistic) * (most - likely));

        assertThat(above).isCloseTo(0.2, within(1e-9));
        assertThat(guess.mean()).isCloseTo((optimistic + likely + most) / 3, within(1e-9));
    }

    @Test
    void quantilesOfOneStepAreThoseOfItsTriangle() {
        Effort effort = new Effort(100, 200, 400, Unit.HOUR);
        Guess guess = effort.guess();
        Outcome outcome =
                simulation(chain(new Step("only", effort, US)), Risks.NONE).walk(WALKS, 1);

        for (int percent : new int[] {10, 50, 80, 90}) {
            double share = percent / 100.0;
            double expected = quantile(guess, share);
            double density = 2
                    * (guess.most() - expected)
                    / ((guess.most() - guess.optimistic()) * (guess.most() - guess.likely()));
            if (expected < guess.likely()) {
                density = 2
                        * (expected - guess.optimistic())
                        / ((guess.most() - guess.optimistic()) * (guess.likely() - guess.optimistic()));
            }
            double error = Math.sqrt(share * (1 - share) / WALKS) / density;
            assertThat(hours(outcome.finishBy(percent))).as("P%s", share).isCloseTo(expected, within(3 * error));
        }
        assertThat(quantile(guess, 0.8)).isCloseTo(400, within(1e-6));
    }

    @Test
    void stepsInTurnAddUpAndStepsBesideEachOtherWaitForTheLongest() {
        Effort effort = new Effort(0, 100, 300, Unit.HOUR);
        Guess guess = effort.guess();
        Outcome inTurn = simulation(
                        chain(new Step("a", effort, US), new Step("b", effort, US), new Step("c", effort, US)),
                        Risks.NONE)
                .walk(WALKS, 2);
        Outcome beside = simulation(
                        new Network(
                                List.of(
                                        new Step("a", effort, US),
                                        new Step("b", effort, US),
                                        new Step("end", Effort.NONE, US)),
                                List.of(new Link("a", "end"), new Link("b", "end"))),
                        Risks.NONE)
                .walk(WALKS, 3);

        double error = Math.sqrt(3 * variance(guess) / WALKS);
        assertThat(inTurn.finishes().stream()
                        .mapToDouble(SimulationTest::hours)
                        .average()
                        .orElseThrow())
                .isCloseTo(3 * guess.mean(), within(3 * error));
        double bothBy = quantile(guess, Math.sqrt(0.5));
        assertThat((double) beside.doneBy(NOW.plus(Duration.ofMinutes(Math.round(bothBy * 60)))) / WALKS)
                .as("two of them are done by then with a chance of a half")
                .isCloseTo(0.5, within(3 * Math.sqrt(0.25 / WALKS)));
        assertThat(beside.drivers())
                .extracting(Driver::onChain)
                .allSatisfy(percent -> assertThat(percent).isBetween(48, 52));
    }

    @Test
    void aWayIsTakenAsOftenAsItIsLikelyAndCostsOnlyThen() {
        Network network = new Network(
                List.of(step("which", 0), step("exam", 72), step("free", 0), step("end", 0)),
                List.of(
                        new Link("which", "exam"),
                        new Link("which", "free"),
                        new Link("exam", "end"),
                        new Link("free", "end")));
        Risks risks = new Risks(
                Map.of("which", Map.of("exam", 30, "free", 70)), List.of(), Map.of("exam", new Guess(500, 500, 500)));

        Outcome outcome = simulation(network, risks).walk(WALKS, 4);

        double error = Math.sqrt(0.3 * 0.7 / WALKS);
        assertThat(1 - (double) outcome.doneBy(NOW) / WALKS).isCloseTo(0.3, within(3 * error));
        assertThat((double) Arrays.stream(outcome.costs()).sum() / WALKS).isCloseTo(150, within(3 * error * 500));
        assertThat(outcome.costBy(50)).isZero();
        assertThat(outcome.costBy(90)).isEqualTo(500);
    }

    /** Once, with a quarter twice, with a sixteenth three times; the repair one time less. */
    @Test
    void aCircleIsPassedAsOftenAsItsChanceSays() {
        Network network = new Network(
                List.of(step("inspect", 10), step("repair", 100), step("end", 0)),
                List.of(new Link("inspect", "repair"), new Link("inspect", "end"), new Link("repair", "end")));
        Risks risks = new Risks(Map.of(), List.of(new Circle(Set.of("inspect"), Set.of("repair"), 25, 3)), Map.of());

        Outcome outcome = simulation(network, risks).walk(WALKS, 5);

        double more = 0.25 + 0.0625;
        double variance = 110 * 110 * (0.75 * 0 + 0.1875 * 1 + 0.0625 * 4 - more * more);
        assertThat(outcome.finishes().stream()
                        .mapToDouble(SimulationTest::hours)
                        .average()
                        .orElseThrow())
                .isCloseTo(10 + 110 * more, within(3 * Math.sqrt(variance / WALKS)));
        assertThat(hours(outcome.finishBy(100))).isEqualTo(3 * 10 + 2 * 100);
    }

    @Test
    void whatIsCertainIsWalkedAsTheScheduleSays() {
        Network network = chain(
                new Step("done", new Effort(1, 3, 9, Unit.WORKING_DAY), US),
                new Step("running", Effort.of(4, Unit.WORKING_DAY), US),
                new Step("wait", Effort.NONE, US),
                new Step("ahead", Effort.of(6, Unit.CALENDAR_DAY), US));
        Map<String, Actual> actuals = Map.of(
                "done", new Actual(NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(2))),
                "running", new Actual(NOW.minus(Duration.ofDays(2)), null));
        Limits limits = new Limits(Map.of("wait", NOW.plus(Duration.ofDays(12))), Map.of());

        Outcome outcome = new Simulation(network, Risks.NONE, actuals, limits, NOW).walk(50, 6);

        Instant finish = Schedule.of(network, NOW.plus(Duration.ofDays(90)), actuals, limits, NOW)
                .finish();
        assertThat(outcome.finishes()).containsOnly(finish);
    }

    @Test
    void theSameSeedWalksTheSameWaysAndAnotherOneOthers() {
        Simulation simulation = simulation(forty(), Risks.NONE);

        assertThat(simulation.walk(300, 7).finishes())
                .isEqualTo(simulation.walk(300, 7).finishes())
                .isNotEqualTo(simulation.walk(300, 8).finishes());
    }

    @Test
    void theStepThatMayTakeMuchLongerDrivesTheEnd() {
        Outcome outcome = simulation(
                        chain(
                                new Step("sure", Effort.of(300, Unit.HOUR), US),
                                new Step("wild", new Effort(10, 50, 300, Unit.HOUR), US),
                                new Step("tame", new Effort(40, 50, 60, Unit.HOUR), US)),
                        Risks.NONE)
                .walk(WALKS, 9);

        assertThat(outcome.drivers()).extracting(Driver::step).containsExactly("wild", "tame", "sure");
        assertThat(outcome.drivers().get(0).correlation()).isGreaterThan(95);
    }

    @Test
    void aThousandWalksOfFortyStepsTakeLessThanTwoSeconds() {
        Simulation simulation = simulation(forty(), Risks.NONE);
        simulation.walk(200, 1);

        long began = System.nanoTime();
        simulation.walk(1_000, 1);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    }

    private static Network forty() {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            steps.add(new Step("s" + i, new Effort(1, 4, 9, Unit.values()[i % 3]), US));
        }
        return chain(steps.toArray(Step[]::new));
    }

    private static Simulation simulation(Network network, Risks risks) {
        return new Simulation(network, risks, Map.of(), Limits.NONE, NOW);
    }

    private static Network chain(Step... steps) {
        List<Link> links = new ArrayList<>();
        for (int i = 1; i < steps.length; i++) {
            links.add(new Link(steps[i - 1].id(), steps[i].id()));
        }
        return new Network(List.of(steps), links);
    }

    private static Step step(String id, int hours) {
        return new Step(id, Effort.of(hours, Unit.HOUR), US);
    }

    private static double hours(Instant finish) {
        return Duration.between(NOW, finish).toMinutes() / 60.0;
    }

    private static double quantile(Guess guess, double share) {
        double width = guess.most() - guess.optimistic();
        double rise = guess.likely() - guess.optimistic();
        return share < rise / width
                ? guess.optimistic() + Math.sqrt(share * width * rise)
                : guess.most() - Math.sqrt((1 - share) * width * (guess.most() - guess.likely()));
    }

    private static double variance(Guess guess) {
        double a = guess.optimistic();
        double m = guess.likely();
        double b = guess.most();
        return (a * a + m * m + b * b - a * m - a * b - m * b) / 18;
    }
}
