package com.lianxing.schedule;

import com.lianxing.schedule.Effort.Unit;
import com.lianxing.schedule.Network.Step;
import com.lianxing.schedule.Schedule.Actual;
import com.lianxing.schedule.Schedule.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What may become of a plan: it is walked many times, each time with other lengths, ways, rounds and costs, as likely as
 * the plan says they are. The same seed gives the same walks.
 */
public final class Simulation {

    private final Network network;
    private final Risks risks;
    private final Map<String, Actual> actuals;
    private final Limits limits;
    private final Instant now;

    /**
     * What is not certain about a network beyond the lengths of its steps.
     *
     * @param ways of a step after which only one way is taken, how likely each step that may follow is, in per cent of them all
     * @param circles what may be done once more
     * @param costs of each step that costs something whenever it is done, in minor units of one currency
     */
    public record Risks(Map<String, Map<String, Integer>> ways, List<Circle> circles, Map<String, Guess> costs) {

        public static final Risks NONE = new Risks(Map.of(), List.of(), Map.of());
    }

    /**
     * Steps that may be done once more.
     *
     * @param body what each round passes
     * @param between what is only passed from one round to the next
     * @param again how likely there is another round, each time, in per cent
     * @param most rounds
     */
    public record Circle(Set<String> body, Set<String> between, int again, int most) {}

    /**
     * What a step had to do with the end.
     *
     * @param onChain in which per cent of the walks it was on the chain that decides
     * @param correlation of its length with the length of the walk, in per cent from -100 to 100; 0 where its length is
     *     always the same
     */
    public record Driver(String step, int onChain, int correlation) {}

    /**
     * What the walks came to.
     *
     * @param finishes of each walk, the earliest first
     * @param costs of each walk beyond what is certain, in minor units, the lowest first
     * @param drivers of steps that were ever on the chain, those that move the end most first
     */
    public record Outcome(List<Instant> finishes, long[] costs, List<Driver> drivers) {

        /** When it is done in so many per cent of the walks. */
        public Instant finishBy(int percent) {
            return finishes.get(rank(percent));
        }

        /** What it does not cost more than in so many per cent of the walks. */
        public long costBy(int percent) {
            return costs[rank(percent)];
        }

        /** In how many of the walks it is done by then. */
        public long doneBy(Instant target) {
            return finishes.stream().filter(finish -> !finish.isAfter(target)).count();
        }

        private int rank(int percent) {
            return Math.max(0, (percent * finishes.size() + 99) / 100 - 1);
        }
    }

    /**
     * @param network with all ways that are still open
     * @param actuals of the steps that began, as in {@link Schedule#of}
     */
    public Simulation(Network network, Risks risks, Map<String, Actual> actuals, Limits limits, Instant now) {
        this.network = network;
        this.risks = risks;
        this.actuals = actuals;
        this.limits = limits;
        this.now = now;
    }

    public Outcome walk(int walks, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Walk> done = new ArrayList<>(walks);
        for (int i = 0; i < walks; i++) {
            done.add(new Walk(random.split()));
        }
        long[] costs = done.stream().mapToLong(walk -> walk.cost).toArray();
        Arrays.sort(costs);
        return new Outcome(done.stream().map(walk -> walk.finish).sorted().toList(), costs, drivers(done));
    }

    private List<Driver> drivers(List<Walk> done) {
        double[] ends = done.stream()
                .mapToDouble(walk -> Duration.between(now, walk.finish).toMinutes())
                .toArray();
        List<Driver> drivers = new ArrayList<>();
        for (String id : network.order()) {
            long onChain = done.stream().filter(walk -> walk.isOnChain(id)).count();
            if (onChain > 0 && network.step(id).effort().likely() > 0) {
                double[] lengths = done.stream()
                        .mapToDouble(walk -> walk.lengths.getOrDefault(id, 0.0))
                        .toArray();
                drivers.add(new Driver(id, (int) (100 * onChain / done.size()), correlation(lengths, ends)));
            }
        }
        drivers.sort(Comparator.comparingInt(Driver::correlation).reversed().thenComparing(Driver::step));
        return List.copyOf(drivers);
    }

    private static int correlation(double[] one, double[] other) {
        double meanOne = Arrays.stream(one).average().orElse(0);
        double meanOther = Arrays.stream(other).average().orElse(0);
        double both = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        for (int i = 0; i < one.length; i++) {
            both += (one[i] - meanOne) * (other[i] - meanOther);
            squaresOne += (one[i] - meanOne) * (one[i] - meanOne);
            squaresOther += (other[i] - meanOther) * (other[i] - meanOther);
        }
        return squaresOne == 0 || squaresOther == 0
                ? 0
                : (int) Math.round(100 * both / Math.sqrt(squaresOne * squaresOther));
    }

    /** One way that it may go. */
    private final class Walk {

        private final RandomGenerator random;
        private final Map<String, Integer> rounds = new HashMap<>();
        private final Set<String> onceMore = new HashSet<>();
        private final Map<String, Instant> finishes = new HashMap<>();
        private final Map<String, String> drivenBy = new HashMap<>();
        private final Map<String, Double> lengths = new HashMap<>();
        private final Set<String> chain = new HashSet<>();
        private final Instant finish;
        private long cost;

        Walk(RandomGenerator random) {
            this.random = random;
            risks.circles().forEach(this::drawRounds);
            Map<String, String> taken = new HashMap<>();
            risks.ways().forEach((id, ways) -> taken.put(id, drawWay(ways)));
            for (String id : network.order()) {
                pass(id, taken);
            }
            finish = finishes.getOrDefault(network.last(), now);
            for (String id = network.last(); id != null; id = drivenBy.get(id)) {
                chain.add(id);
            }
        }

        boolean isOnChain(String id) {
            return chain.contains(id);
        }

        private void drawRounds(Circle circle) {
            int drawn = 1;
            while (drawn < circle.most() && random.nextInt(100) < circle.again()) {
                drawn++;
            }
            int all = drawn;
            circle.body().forEach(id -> rounds.merge(id, all, (one, other) -> one * other));
            circle.between().forEach(id -> rounds.merge(id, all - 1, (one, other) -> one * other));
            if (all > 1) {
                onceMore.addAll(circle.between());
            }
        }

        private String drawWay(Map<String, Integer> ways) {
            int left = random.nextInt(
                    ways.values().stream().mapToInt(Integer::intValue).sum());
            for (Map.Entry<String, Integer> way : ways.entrySet()) {
                left -= way.getValue();
                if (left < 0) {
                    return way.getKey();
                }
            }
            throw new IllegalStateException("no way is likely at all: " + ways);
        }

        /** Does the step, if the walk comes to it. */
        private void pass(String id, Map<String, String> taken) {
            Instant ready = network.before(id).isEmpty() ? Instant.MIN : null;
            for (String before : network.before(id)) {
                Instant done = finishes.get(before);
                if (done != null && leadsTo(id, before, taken) && (ready == null || done.isAfter(ready))) {
                    ready = done;
                    drivenBy.put(id, before);
                }
            }
            int times = rounds.getOrDefault(id, 1);
            if (ready != null && times > 0) {
                finishes.put(id, finish(network.step(id), ready, times));
            }
        }

        /** Whatever way is taken in the end, a further round was led to before. */
        private boolean leadsTo(String id, String before, Map<String, String> taken) {
            Map<String, Integer> ways = risks.ways().get(before);
            return ways == null || !ways.containsKey(id) || id.equals(taken.get(before)) || onceMore.contains(id);
        }

        private Instant finish(Step step, Instant ready, int times) {
            Actual actual = actuals.get(step.id());
            if (actual != null && actual.finish() != null) {
                return actual.finish();
            }
            Guess guess = step.effort().guess();
            double length = 0;
            for (int round = 0; round < times; round++) {
                length += guess.draw(random);
                Guess price = risks.costs().get(step.id());
                cost += price == null ? 0 : Math.round(price.draw(random));
            }
            lengths.put(step.id(), length);
            Instant done = actual == null ? ahead(step, ready, length) : running(step, actual.start(), length);
            Instant from = limits.notBefore().get(step.id());
            return from == null || done.isAfter(from) ? done : from;
        }

        private Instant running(Step step, Instant began, double length) {
            Instant planned = step.effort().unit() == Unit.HOUR
                    ? began.plus(hours(length))
                    : step.place()
                            .beginningNow(began, days(length), step.effort().unit())
                            .finish();
            return planned.isBefore(now) ? now : planned;
        }

        private Instant ahead(Step step, Instant ready, double length) {
            Instant from = ready.isAfter(now) ? ready : now;
            if (step.effort().unit() == Unit.HOUR) {
                return from.plus(hours(length));
            }
            return ready.isAfter(now)
                    ? step.place()
                            .beginningAt(from, days(length), step.effort().unit())
                            .finish()
                    : step.place()
                            .beginningNow(from, days(length), step.effort().unit())
                            .finish();
        }

        private Duration hours(double length) {
            return Duration.ofMinutes(Math.round(length * 60));
        }

        /** Whole days, as work is planned. */
        private int days(double length) {
            return (int) Math.round(length);
        }
    }
}
