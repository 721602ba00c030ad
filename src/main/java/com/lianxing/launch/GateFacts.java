package com.lianxing.launch;

import com.lianxing.catalog.Catalog;
import com.lianxing.catalog.Channel;
import com.lianxing.catalog.ComplianceState;
import com.lianxing.catalog.Sku;
import com.lianxing.project.ProjectCode;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the tables of the gates are asked with. What is not known stays empty, and no gate is passed with it. */
@Service
public class GateFacts {

    private final Launches launches;
    private final Deals deals;
    private final Catalog catalog;

    GateFacts(Launches launches, Deals deals, Catalog catalog) {
        this.launches = launches;
        this.deals = deals;
        this.catalog = catalog;
    }

    /**
     * Before deposits are paid.
     *
     * @param bufferDays between the day on which the stock can be sold and the channel's last day for it to arrive;
     *     null where the channel has announced none
     */
    public record Stock(
            @Nullable Long contributionCents,
            @Nullable Long targetCents,
            boolean strategic,
            @Nullable Long bufferDays,
            @Nullable String funding) {}

    /**
     * Two weeks before.
     *
     * @param ratingTenths of the reviews: 40 is 4.0
     */
    public record Ready(
            @Nullable Long coverPercent,
            String dealStanding,
            @Nullable Boolean profitableWithoutDeal,
            @Nullable Long fixDays,
            @Nullable Long ratingTenths,
            boolean complianceClear) {}

    public Stock stock(ProjectCode project, LaunchSku sku) {
        Optional<Offer> offer = launches.offer(project, sku.sku());
        Charter charter = launches.requireCharter(project);
        return new Stock(
                offer.map(made -> made.contribution().minor()).orElse(null),
                offer.map(made -> made.target(charter).minor()).orElse(null),
                sku.isStrategic(),
                offer.flatMap(made -> bufferDays(project, made)).orElse(null),
                offer.map(made -> made.funding().name()).orElse(null));
    }

    private Optional<Long> bufferDays(ProjectCode project, Offer offer) {
        return launches.dates(project, Channel.AMAZON_US)
                .flatMap(dates -> dates.arriveBy(offer.placement()))
                .map(until -> {
                    LocalDate lastDay = until.local().toLocalDate();
                    return ChronoUnit.DAYS.between(offer.sellableOn(), lastDay);
                });
    }

    public Ready ready(ProjectCode project, LaunchSku sku) {
        Optional<Readiness> readiness = launches.readiness(project, sku.sku());
        return new Ready(
                readiness.map(seen -> seen.coverPercent(sku.forecastUnits())).orElse(null),
                deals.standing(project, sku.sku()).name(),
                launches.offer(project, sku.sku())
                        .map(offer -> !offer.contributionWithoutDeal().isNegative())
                        .orElse(null),
                readiness.map(seen -> (long) seen.fixDays()).orElse(null),
                readiness
                        .map(seen -> seen.rating()
                                .movePointRight(1)
                                .setScale(0, RoundingMode.FLOOR)
                                .longValueExact())
                        .orElse(null),
                catalog.find(sku.sku())
                        .map(Sku::state)
                        .filter(ComplianceState.CLEARED::equals)
                        .isPresent());
    }
}
