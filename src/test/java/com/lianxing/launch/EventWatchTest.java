package com.lianxing.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.lianxing.LianxingTest;
import com.lianxing.calendar.Clock;
import com.lianxing.demo.InboundProjects;
import com.lianxing.demo.LaunchProjects;
import com.lianxing.money.Money;
import com.lianxing.project.ProjectCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures that are missing, old, partial or restated: none of them is ever taken for zero. */
@LianxingTest
class EventWatchTest {

    private static final String PILLOW = LaunchProjects.PILLOW;
    private static final String LAMP = LaunchProjects.LAMP;

    @Autowired
    private InboundProjects company;

    @Autowired
    private LaunchProjects launchProjects;

    @Autowired
    private Launches launches;

    @Autowired
    private LaunchTerms terms;

    @Autowired
    private EventWatch watch;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private ProjectCode project;
    private Instant begun;

    @BeforeEach
    void beginAnEvent() {
        company.enrolTheCompany();
        project = launchProjects.startedAt("userTask_runEvent");
        begun = clock.now().minus(Duration.ofHours(10));
    }

    @AfterEach
    void releaseTheClock() {
        company.releaseTheClock();
    }

    @Test
    void whatIsMissingIsNotZero() {
        assertThat(watch.figures(project))
                .hasSize(6)
                .allSatisfy(figure -> assertThat(figure.state()).isEqualTo(Figure.State.MISSING))
                .allSatisfy(figure -> assertThat(figure.value()).isNull());
        assertThat(watch.needsHand(project)).isTrue();
        assertThat(watch.ageMinutes(project)).isGreaterThan(Duration.ofDays(365).toMinutes());
        assertThat(watch.estimatedSpend(project, PILLOW, begun)).isEmpty();

        watch.enter(project, Figure.Kind.AD_SPEND, PILLOW, 900_000, clock.now(), "ads");
        assertThat(watch.beyondLossLimit(project, begun))
                .as("its sales are not known")
                .isEmpty();
        watch.enter(project, Figure.Kind.SALES, PILLOW, 0, clock.now(), "ads");
        assertThat(watch.beyondLossLimit(project, begun))
                .as("a zero that was seen")
                .containsExactly(PILLOW);
    }

    @Test
    void whatIsOldIsStaleAndSpendGoesOnAsBefore() {
        knowAll(begun.plus(Duration.ofHours(10)));
        assertThat(watch.needsHand(project)).isFalse();
        assertThat(watch.ageMinutes(project)).isZero();

        company.letPass(Duration.ofMinutes(179));
        assertThat(watch.needsHand(project)).isFalse();
        company.letPass(Duration.ofMinutes(2));

        assertThat(watch.needsHand(project)).isTrue();
        assertThat(watch.ageMinutes(project)).isEqualTo(181);
        assertThat(watch.estimatedSpend(project, PILLOW, begun).orElseThrow())
                .as("100.00 in ten hours, and three hours more")
                .isGreaterThan(dollars("129.99"))
                .isLessThan(dollars("130.50"));
    }

    @Test
    void aReadingThatLeavesASkuOutSaysNothingOfIt() {
        knowAll(clock.now().minus(Duration.ofHours(4)));
        EventWatch read = reading(
                feed(Figure.Kind.AD_SPEND, Map.of(PILLOW, 12_000L, "SOMEBODY-ELSES", 1L)),
                feed(Figure.Kind.SALES, Map.of(PILLOW, 60_000L)),
                feed(Figure.Kind.STOCK, Map.of(PILLOW, 300L)));

        read.readFeeds(project, "system");

        assertThat(watch.figures(project))
                .filteredOn(figure -> figure.state() == Figure.State.STALE)
                .extracting(Figure::sku)
                .containsOnly(LAMP)
                .hasSize(3);
        assertThat(watch.figures(project))
                .filteredOn(figure -> figure.sku().equals(LAMP) && figure.kind() == Figure.Kind.AD_SPEND)
                .extracting(Figure::value)
                .as("what was known last")
                .containsExactly(10_000L);
        assertThat(watch.needsHand(project)).isTrue();
    }

    @Test
    void aFeedThatDoesNotAnswerChangesNothing() {
        knowAll(clock.now().minus(Duration.ofHours(1)));
        EventFeed silent = new AdSpendFeed() {
            @Override
            public Optional<Reading> read(ProjectCode asked, Set<String> skus) {
                return Optional.empty();
            }
        };

        reading(silent).readFeeds(project, "system");

        assertThat(watch.ageMinutes(project)).isEqualTo(60);
        assertThat(watch.figures(project)).extracting(Figure::value).doesNotContainNull();
    }

    @Test
    void aRestatedFigureTakesThePlaceOfTheFirstAlsoWhereItIsSmaller() {
        Instant seen = clock.now().minus(Duration.ofMinutes(30));
        watch.enter(project, Figure.Kind.AD_SPEND, PILLOW, 20_000, seen, "ads");
        watch.enter(project, Figure.Kind.AD_SPEND, PILLOW, 15_000, seen, "ads");
        assertThat(spend(PILLOW)).isEqualTo(15_000L);

        watch.enter(project, Figure.Kind.AD_SPEND, PILLOW, 4_000, seen.minus(Duration.ofHours(2)), "ads");
        assertThat(spend(PILLOW)).as("an earlier moment that comes later").isEqualTo(15_000L);
        watch.enter(project, Figure.Kind.AD_SPEND, PILLOW, 14_000, seen.plus(Duration.ofMinutes(20)), "ads");
        assertThat(spend(PILLOW)).isEqualTo(14_000L);
        assertThat(watch.estimatedSpend(project, PILLOW, begun).orElseThrow())
                .as("spend does not run backwards")
                .isEqualTo(dollars("140.00"));
    }

    @Test
    void whatAPersonLeavesEmptyStaysUnknown() {
        company.save(
                project,
                "figures",
                List.of(Map.of("sku", PILLOW, "adSpendUsd", "12.50", "salesUsd", "", "stockUnits", "7")));

        watch.enterSheet(project, clock.now(), "ads");

        assertThat(watch.figures(project))
                .filteredOn(figure -> figure.state() == Figure.State.CURRENT)
                .allSatisfy(figure -> assertThat(figure.byHand()).isTrue())
                .extracting(Figure::kind)
                .containsExactly(Figure.Kind.AD_SPEND, Figure.Kind.STOCK);
        assertThat(spend(PILLOW)).isEqualTo(1_250L);
    }

    @Test
    void theLossThatIsAllowedIsSharedByWhatIsExpectedToBeSold() {
        // 5,000.00 over 900 and 700 pieces: 2,812.50 and 2,187.50. A piece leaves 8.69 of 31.99 for advertising.
        knowAll(clock.now());
        watch.enter(project, Figure.Kind.AD_SPEND, PILLOW, 281_250, clock.now(), "ads");
        watch.enter(project, Figure.Kind.SALES, PILLOW, 0, clock.now(), "ads");
        watch.enter(project, Figure.Kind.AD_SPEND, LAMP, 305_651, clock.now(), "ads");
        watch.enter(project, Figure.Kind.SALES, LAMP, 319_900, clock.now(), "ads");

        assertThat(watch.beyondLossLimit(project, begun))
                .as("869.00 earned: 2,187.51 lost")
                .containsExactly(LAMP);
        watch.enter(project, Figure.Kind.AD_SPEND, LAMP, 305_650, clock.now(), "ads");
        assertThat(watch.beyondLossLimit(project, begun)).as("just its share").isEmpty();
        watch.enter(project, Figure.Kind.AD_SPEND, PILLOW, 281_251, clock.now(), "ads");
        assertThat(watch.beyondLossLimit(project, begun)).containsExactly(PILLOW);
    }

    private void knowAll(Instant seen) {
        for (String sku : List.of(PILLOW, LAMP)) {
            watch.enter(project, Figure.Kind.AD_SPEND, sku, 10_000, seen, "ads");
            watch.enter(project, Figure.Kind.SALES, sku, 80_000, seen, "ads");
            watch.enter(project, Figure.Kind.STOCK, sku, 400, seen, "ads");
        }
    }

    private Long spend(String sku) {
        return watch.figures(project).stream()
                .filter(figure ->
                        figure.kind() == Figure.Kind.AD_SPEND && figure.sku().equals(sku))
                .map(Figure::value)
                .findFirst()
                .orElseThrow();
    }

    private EventWatch reading(EventFeed... feeds) {
        return new EventWatch(jdbc, List.of(feeds), launches, terms, clock);
    }

    private EventFeed feed(Figure.Kind kind, Map<String, Long> values) {
        return new EventFeed() {
            @Override
            public Figure.Kind kind() {
                return kind;
            }

            @Override
            public Optional<Reading> read(ProjectCode asked, Set<String> skus) {
                return Optional.of(new Reading(clock.now(), values));
            }
        };
    }

    private static Money dollars(String amount) {
        return Money.parse(amount, "USD");
    }
}
