package com.lianxing.inbound;

import com.lianxing.calendar.Clock;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import com.lianxing.reference.ReferenceValue;
import com.lianxing.reference.ReferenceValues;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;

/**
 * What each way of shipping leaves of the time until the goods are needed.
 *
 * <p>Slack is the target date less today less the mode's lead time that holds in eight of ten cases, in calendar days;
 * lead times are reference values {@code leadTime.<mode>} of the scope {@code CN-US}.
 */
@Service
public class ModeAssessment {

    private static final String LANE = "CN-US";
    private static final List<String> MODES = List.of("OCEAN_FCL", "OCEAN_FAST", "OCEAN_LCL", "AIR");

    private final Projects projects;
    private final Inbound inbound;
    private final ReferenceValues references;
    private final Clock clock;

    ModeAssessment(Projects projects, Inbound inbound, ReferenceValues references, Clock clock) {
        this.projects = projects;
        this.inbound = inbound;
        this.references = references;
        this.clock = clock;
    }

    /**
     * Inputs of the decision; slack in days.
     *
     * @param airGainUsdMinor what flying saves in lost sales less what it costs more; 0 while that is not known
     */
    public record Modes(
            boolean airForbidden,
            long slackOcean,
            long slackFastOcean,
            long slackLcl,
            long slackAir,
            long volumeLitres,
            long airGainUsdMinor) {

        /** Days that a mode of a freight plan leaves; below zero it arrives too late. */
        public long slackOf(String mode) {
            return switch (mode) {
                case "OCEAN_FCL" -> slackOcean;
                case "OCEAN_FAST" -> slackFastOcean;
                case "OCEAN_LCL" -> slackLcl;
                default -> slackAir;
            };
        }
    }

    public Modes of(ProjectCode code) {
        Project project = projects.require(code);
        LocalDate today = clock.today(project.target().zone());
        long days = ChronoUnit.DAYS.between(today, project.target().local().toLocalDate());
        long litres = inbound.items(code).stream()
                        .mapToLong(item -> Math.multiplyExact(item.sku().volumeCm3(), item.quantity()))
                        .sum()
                / 1_000;
        return new Modes(
                false,
                days - leadTime("OCEAN_FCL", today),
                days - leadTime("OCEAN_FAST", today),
                days - leadTime("OCEAN_LCL", today),
                days - leadTime("AIR", today),
                litres,
                0);
    }

    /** Days that the fastest mode takes; empty while nobody entered any lead time. */
    public OptionalLong shortestLeadTime(LocalDate today) {
        return MODES.stream()
                .flatMap(mode -> references.find("leadTime." + mode, LANE, today).stream())
                .mapToLong(value -> value.number().longValueExact())
                .min();
    }

    /** A mode whose lead time nobody entered is never in time. */
    private long leadTime(String mode, LocalDate today) {
        return references
                .find("leadTime." + mode, LANE, today)
                .map(ReferenceValue::number)
                .map(BigDecimal::longValueExact)
                .orElse(10_000L);
    }
}
