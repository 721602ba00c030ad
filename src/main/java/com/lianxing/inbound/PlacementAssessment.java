package com.lianxing.inbound;

import com.lianxing.calendar.Clock;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import com.lianxing.project.Sheet;
import com.lianxing.reference.ReferenceValue;
import com.lianxing.reference.ReferenceValues;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Clock clock;

    PlacementAssessment(
            Projects projects, @Qualifier("boxesSheet") Sheet boxes, ReferenceValues references, Clock clock) {
        this.projects = projects;
        this.boxes = boxes;
        this.references = references;
        this.clock = clock;
    }

    /** Inputs of the decision; a saving is null while Amazon's fees are not known to us: unknown is not "as cheap". */
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
        return new Placements(
                days >= receiveDays("MINIMAL", today),
                days >= receiveDays("OPTIMIZED", today),
                true,
                false,
                fewestIdenticalCartons(code),
                null,
                null);
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
