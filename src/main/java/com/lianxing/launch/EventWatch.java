package com.lianxing.launch;

import com.lianxing.calendar.Clock;
import com.lianxing.money.Money;
import com.lianxing.project.ProjectCode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The figures of a running event. Of each the last one counts, by the moment it is of; a later report of the same moment
 * takes the place of an earlier one, also where it is smaller. What is not known is never taken for zero.
 */
@Service
public class EventWatch {

    /** Older than anything that could be known. */
    private static final long NEVER_MINUTES = 1_000_000;

    private final JdbcClient jdbc;
    private final List<EventFeed> feeds;
    private final Launches launches;
    private final LaunchTerms terms;
    private final Clock clock;

    EventWatch(JdbcClient jdbc, List<EventFeed> feeds, Launches launches, LaunchTerms terms, Clock clock) {
        this.jdbc = jdbc;
        this.feeds = feeds;
        this.launches = launches;
        this.terms = terms;
        this.clock = clock;
    }

    private record Known(long value, Instant takenAt, boolean byHand) {}

    /** Asks every feed, and keeps what it knows of the SKUs that are launched. */
    @Transactional
    public void readFeeds(ProjectCode project, String by) {
        Set<String> skus = skus(project);
        for (EventFeed feed : feeds) {
            feed.read(project, skus)
                    .ifPresent(reading -> reading.values().forEach((sku, value) -> {
                        if (skus.contains(sku)) {
                            keep(project, feed.kind(), sku, value, reading.takenAt(), false, by);
                        }
                    }));
        }
    }

    /** Keeps what a person saw of a SKU. */
    @Transactional
    public void enter(ProjectCode project, Figure.Kind kind, String sku, long value, Instant takenAt, String by) {
        keep(project, kind, sku, value, takenAt, true, by);
    }

    /** Keeps every cell that somebody filled in the sheet of figures; an empty one is not known. */
    @Transactional
    public void enterSheet(ProjectCode project, Instant takenAt, String by) {
        launches.enteredFigures(project)
                .forEach((sku, values) ->
                        values.forEach((kind, value) -> enter(project, kind, sku, value, takenAt, by)));
    }

    private void keep(
            ProjectCode project, Figure.Kind kind, String sku, long value, Instant takenAt, boolean byHand, String by) {
        jdbc.sql("""
                        insert into launch_figure (project_code, kind, sku, value, taken_at, by_hand, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        project.value(),
                        kind.name(),
                        sku,
                        value,
                        takenAt.atOffset(ZoneOffset.UTC),
                        byHand,
                        by,
                        clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Every figure of every SKU that is launched, known or not. */
    public List<Figure> figures(ProjectCode project) {
        Instant oldest = clock.now().minus(Duration.ofMinutes(terms.staleMinutes(clock.today(LaunchTerms.AMAZON))));
        List<Figure> figures = new ArrayList<>();
        for (LaunchSku sku : launches.skus(project)) {
            for (Figure.Kind kind : Figure.Kind.values()) {
                figures.add(last(project, kind, sku.sku())
                        .map(known -> new Figure(
                                kind,
                                sku.sku(),
                                known.value(),
                                known.takenAt(),
                                known.byHand(),
                                known.takenAt().isBefore(oldest) ? Figure.State.STALE : Figure.State.CURRENT))
                        .orElseGet(() -> new Figure(kind, sku.sku(), null, null, false, Figure.State.MISSING)));
            }
        }
        return figures;
    }

    /** Whether somebody has to look himself, because a figure is too old or not there. */
    public boolean needsHand(ProjectCode project) {
        return figures(project).stream().anyMatch(figure -> figure.state() != Figure.State.CURRENT);
    }

    /** How old the oldest figure is; as good as infinite where one is missing. */
    public long ageMinutes(ProjectCode project) {
        Instant now = clock.now();
        return figures(project).stream()
                .mapToLong(figure -> figure.takenAt() == null
                        ? NEVER_MINUTES
                        : Duration.between(figure.takenAt(), now).toMinutes())
                .max()
                .orElse(NEVER_MINUTES);
    }

    /**
     * What advertising of a SKU has cost by now: the last figure, and since then as fast as before. Empty if no figure
     * is known; never less than the last one.
     *
     * @param begun when the event began, and nothing was spent yet
     */
    public Optional<Money> estimatedSpend(ProjectCode project, String sku, Instant begun) {
        List<Known> known = history(project, Figure.Kind.AD_SPEND, sku);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Known last = known.get(0);
        Known before = known.stream()
                .filter(one -> one.takenAt().isBefore(last.takenAt()))
                .findFirst()
                .orElse(new Known(0, begun, false));
        long over = Duration.between(before.takenAt(), last.takenAt()).toSeconds();
        long since = Duration.between(last.takenAt(), clock.now()).toSeconds();
        long spent = Math.max(0, last.value() - before.value());
        long run = over <= 0 || since <= 0 ? 0 : Math.multiplyExact(spent, since) / over;
        return Optional.of(Money.ofMinor(last.value() + run, "USD"));
    }

    /**
     * SKUs that have lost more than their share of the loss that the charter allows; the shares are as their forecasts.
     * Nothing is said of a SKU of which spend or sales are not known.
     */
    public List<String> beyondLossLimit(ProjectCode project, Instant begun) {
        List<LaunchSku> skus = launches.skus(project);
        if (skus.isEmpty()) {
            return List.of();
        }
        List<Money> shares = launches.requireCharter(project)
                .maxLoss()
                .split(skus.stream().map(LaunchSku::forecastUnits).toList());
        List<String> beyond = new ArrayList<>();
        for (int index = 0; index < skus.size(); index++) {
            String sku = skus.get(index).sku();
            Money share = shares.get(index);
            loss(project, sku, begun).filter(loss -> loss.compareTo(share) > 0).ifPresent(loss -> beyond.add(sku));
        }
        return beyond;
    }

    /** What advertising has cost beyond what the pieces sold have left for it; negative where they earned more. */
    private Optional<Money> loss(ProjectCode project, String sku, Instant begun) {
        Optional<Money> spend = estimatedSpend(project, sku, begun);
        Optional<Known> sales = last(project, Figure.Kind.SALES, sku);
        Optional<Offer> offer = launches.offer(project, sku);
        if (spend.isEmpty() || sales.isEmpty() || offer.isEmpty()) {
            return Optional.empty();
        }
        long left = offer.get().contribution().plus(offer.get().advertising()).minor();
        long earned = Math.floorDiv(
                Math.multiplyExact(sales.get().value(), left),
                offer.get().dealPrice().minor());
        return Optional.of(spend.get().minus(Money.ofMinor(earned, "USD")));
    }

    private Set<String> skus(ProjectCode project) {
        return launches.skus(project).stream().map(LaunchSku::sku).collect(Collectors.toSet());
    }

    private Optional<Known> last(ProjectCode project, Figure.Kind kind, String sku) {
        return history(project, kind, sku).stream().findFirst();
    }

    /** The latest moment first; of one moment what was reported last. */
    private List<Known> history(ProjectCode project, Figure.Kind kind, String sku) {
        return jdbc.sql("""
                        select value, taken_at, by_hand from launch_figure where project_code = ? and kind = ? and sku = ?
                        order by taken_at desc, id desc limit 100""")
                .params(project.value(), kind.name(), sku)
                .query((row, number) -> new Known(
                        row.getLong("value"), row.getTimestamp("taken_at").toInstant(), row.getBoolean("by_hand")))
                .list();
    }
}
