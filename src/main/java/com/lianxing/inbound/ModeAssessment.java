package com.lianxing.inbound;

import com.lianxing.calendar.Clock;
import com.lianxing.catalog.Catalog;
import com.lianxing.catalog.Sku;
import com.lianxing.money.Money;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import com.lianxing.reference.ReferenceValue;
import com.lianxing.reference.ReferenceValues;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
    private static final BigDecimal CM3_PER_VOLUMETRIC_KG = BigDecimal.valueOf(6_000);

    /** Days; later than this is a mode whose lead time nobody entered. */
    private static final long LONGEST_BRIDGE = 5_000;

    private static final List<String> MODES = List.of("OCEAN_FCL", "OCEAN_FAST", "OCEAN_LCL", "AIR");

    private final Projects projects;
    private final Inbound inbound;
    private final Catalog catalog;
    private final ReferenceValues references;
    private final Clock clock;

    ModeAssessment(Projects projects, Inbound inbound, Catalog catalog, ReferenceValues references, Clock clock) {
        this.projects = projects;
        this.inbound = inbound;
        this.catalog = catalog;
        this.references = references;
        this.clock = clock;
    }

    /**
     * Inputs of the decision; slack in days.
     *
     * @param airForbidden whether one of the SKUs may not fly
     * @param airGainUsdMinor what flying a part saves in lost sales less what it costs more than sea freight, over the SKUs
     *     for which it pays; 0 if there is none, or while what they earn is not known
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
        List<Inbound.Demand> demands = inbound.demands(code);
        long slackOcean = days - daysOrNever("OCEAN_FCL", today);
        return new Modes(
                !catalog.mayAllFly(
                        demands.stream().map(demand -> demand.sku().code()).toList()),
                slackOcean,
                days - daysOrNever("OCEAN_FAST", today),
                days - daysOrNever("OCEAN_LCL", today),
                days - daysOrNever("AIR", today),
                litres,
                airGain(demands, Math.max(0, -slackOcean), today));
    }

    /** In US cents. Only what would be sold in the days that the sea is late need fly. */
    private long airGain(List<Inbound.Demand> demands, long daysLate, LocalDate today) {
        Optional<BigDecimal> airPerKg = rate("freight.airPerKg", today);
        Optional<BigDecimal> oceanPerCbm = rate("freight.oceanPerCbm", today);
        if (daysLate > LONGEST_BRIDGE || airPerKg.isEmpty() || oceanPerCbm.isEmpty()) {
            return 0;
        }
        BigDecimal gain = BigDecimal.ZERO;
        for (Inbound.Demand demand : demands) {
            BigDecimal margin = demand.margin();
            if (margin != null) {
                BigDecimal bridge = demand.daily()
                        .multiply(BigDecimal.valueOf(daysLate))
                        .min(BigDecimal.valueOf(demand.quantity()));
                BigDecimal dearer = dearer(demand.sku(), airPerKg.get(), oceanPerCbm.get());
                gain = gain.add(margin.subtract(dearer).max(BigDecimal.ZERO).multiply(bridge));
            }
        }
        return gain.movePointRight(2).setScale(0, RoundingMode.DOWN).longValueExact();
    }

    /** Airlines bill the weight, or the volume as if six thousand cubic centimetres weighed a kilogram. */
    private static BigDecimal chargeableKg(Sku sku) {
        BigDecimal weight = BigDecimal.valueOf(sku.weightGrams()).movePointLeft(3);
        BigDecimal volumetric =
                BigDecimal.valueOf(sku.volumeCm3()).divide(CM3_PER_VOLUMETRIC_KG, 6, RoundingMode.HALF_UP);
        return weight.max(volumetric);
    }

    private static BigDecimal cubicMetres(Sku sku) {
        return BigDecimal.valueOf(sku.volumeCm3()).movePointLeft(6);
    }

    /**
     * What flying all goods of the project costs more than sea freight, at the planned rates; empty while nobody entered
     * those.
     */
    public Optional<Money> dearerByAir(ProjectCode code) {
        LocalDate today = clock.today(projects.require(code).target().zone());
        return rate("freight.airPerKg", today)
                .flatMap(air -> rate("freight.oceanPerCbm", today)
                        .map(ocean -> inbound.items(code).stream()
                                .map(item ->
                                        dearer(item.sku(), air, ocean).multiply(BigDecimal.valueOf(item.quantity())))
                                .reduce(BigDecimal.ZERO, BigDecimal::add)))
                .map(dollars -> Money.ofMinor(
                        dollars.max(BigDecimal.ZERO)
                                .movePointRight(2)
                                .setScale(0, RoundingMode.UP)
                                .longValueExact(),
                        "USD"));
    }

    private Optional<BigDecimal> rate(String key, LocalDate today) {
        return references.find(key, LANE, today).map(ReferenceValue::number);
    }

    private static BigDecimal dearer(Sku sku, BigDecimal airPerKg, BigDecimal oceanPerCbm) {
        return airPerKg.multiply(chargeableKg(sku)).subtract(oceanPerCbm.multiply(cubicMetres(sku)));
    }

    /** Days that a mode takes in eight of ten cases; empty while nobody entered it. */
    public OptionalInt leadTime(String mode, LocalDate today) {
        return rate("leadTime." + mode, today)
                .map(days -> OptionalInt.of(days.intValueExact()))
                .orElse(OptionalInt.empty());
    }

    /** Days that the fastest mode takes; empty while nobody entered any lead time. */
    public OptionalLong shortestLeadTime(LocalDate today) {
        return MODES.stream()
                .flatMap(mode -> references.find("leadTime." + mode, LANE, today).stream())
                .mapToLong(value -> value.number().longValueExact())
                .min();
    }

    /** A mode whose lead time nobody entered is never in time. */
    private long daysOrNever(String mode, LocalDate today) {
        return leadTime(mode, today).orElse(10_000);
    }
}
