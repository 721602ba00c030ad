package com.lianxing.inbound;

import com.lianxing.calendar.Clock;
import com.lianxing.inbound.AmazonOffers.Placement;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import com.lianxing.project.Sheet;
import com.lianxing.reference.ReferenceValue;
import com.lianxing.reference.ReferenceValues;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/**
 * What is known of Amazon's kinds of placement before one is chosen: whether each arrives in time, and the fewest
 * identical cartons of an item, on which the offer depends.
 */
@Service
public class PlacementAssessment {

    private final Projects projects;
    private final Sheet boxes;
    private final ReferenceValues references;
    private final AmazonOffers offers;
    private final Clock clock;

    PlacementAssessment(
            Projects projects,
            @Qualifier("boxesSheet") Sheet boxes,
            ReferenceValues references,
            AmazonOffers offers,
            Clock clock) {
        this.projects = projects;
        this.boxes = boxes;
        this.references = references;
        this.offers = offers;
        this.clock = clock;
    }

    /**
     * Inputs of the decision. Of what Amazon offers, the fewest shipments are minimal, the most are optimized, and what
     * lies between is partial. A saving is null while Amazon's fees are not known to us: unknown is not "as cheap".
     */
    public record Placements(
            boolean minimalInTime,
            boolean optimizedInTime,
            boolean splitsWithinWindow,
            boolean partialOffered,
            long fewestIdenticalCartons,
            @Nullable Long optimizedSavingUsdMinor,
            @Nullable Long partialSavingUsdMinor) {}

    public Placements of(ProjectCode code) {
        Project project = projects.require(code);
        LocalDate today = clock.today(project.target().zone());
        long days = ChronoUnit.DAYS.between(today, project.target().local().toLocalDate());
        List<Placement> offered = offers.placements(code);
        Optional<Placement> minimal = offered.stream()
                .min(Comparator.comparingInt(Placement::shipments).thenComparing(Placement::net));
        Optional<Placement> optimized = minimal.flatMap(fewest -> cheapest(offered.stream()
                .filter(offer -> offer.shipments() == mostShipments(offered))
                .filter(offer -> offer.shipments() > fewest.shipments())));
        Optional<Placement> partial = minimal.flatMap(fewest -> cheapest(offered.stream()
                .filter(offer -> offer.shipments() > fewest.shipments())
                .filter(offer -> offer.shipments() < mostShipments(offered))));
        return new Placements(
                days >= receiveDays("MINIMAL", today),
                days >= receiveDays("OPTIMIZED", today),
                true,
                partial.isPresent(),
                fewestIdenticalCartons(code),
                saved(minimal, optimized),
                saved(cheapest(Stream.concat(minimal.stream(), optimized.stream())), partial));
    }

    private static int mostShipments(List<Placement> offered) {
        return offered.stream().mapToInt(Placement::shipments).max().orElse(0);
    }

    private static Optional<Placement> cheapest(Stream<Placement> offered) {
        return offered.min(Comparator.comparing(Placement::net));
    }

    /** Of Amazon's fee, by taking the other instead; null unless both are offered. */
    private static @Nullable Long saved(Optional<Placement> one, Optional<Placement> other) {
        return one.flatMap(first ->
                        other.map(second -> first.net().minus(second.net()).minor()))
                .orElse(null);
    }

    /** Days from shipping to shelf with that placement: reference value {@code placement.receiveDays}. */
    private long receiveDays(String placement, LocalDate today) {
        return references
                .find("placement.receiveDays", placement, today)
                .map(ReferenceValue::number)
                .map(BigDecimal::longValueExact)
                .orElse(0L);
    }

    private long fewestIdenticalCartons(ProjectCode code) {
        List<Map<String, String>> rows = boxes.read(Sheet.Subject.of(code)).rows();
        Map<String, Long> most = new HashMap<>();
        rows.forEach(row ->
                most.merge(String.valueOf(row.get("sku")), Long.valueOf(String.valueOf(row.get("boxes"))), Math::max));
        return most.values().stream().mapToLong(Long::longValue).min().orElse(0);
    }
}
