package com.lianxing.inbound;

import com.lianxing.calendar.Clock;
import com.lianxing.inbound.AmazonOperations.Attempt;
import com.lianxing.inbound.InboundShipments.DeliveryWindow;
import com.lianxing.inbound.InboundShipments.PlacementOption;
import com.lianxing.money.Money;
import com.lianxing.project.ProjectCode;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What Amazon offers a project, kept as it was offered. Only what was offered last counts, and only until it expires. */
@Service
public class AmazonOffers {

    /** Where Amazon's US warehouses keep their calendar, and Seller Central shows a window's days. */
    public static final ZoneId AMAZON_US = ZoneId.of("America/Los_Angeles");

    private static final String LAST = """
            select max(id) from amazon_operation where project_code = ? and step = '%s' group by coalesce(shipment, 0)""";

    private final JdbcClient jdbc;
    private final Clock clock;

    AmazonOffers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A way to spread the goods over warehouses.
     *
     * @param expiresAt null if Amazon names no end
     */
    public record Placement(
            String optionId,
            int shipments,
            Money fee,
            Money discount,
            @Nullable Instant expiresAt) {

        public Money net() {
            return fee.minus(discount);
        }
    }

    /** @param availability see {@link DeliveryWindow#availability} */
    public record Window(
            String confirmationId, String windowId, Instant from, Instant to, String availability, Instant validUntil) {

        public LocalDate firstDay() {
            return LocalDate.ofInstant(from, AMAZON_US);
        }

        public LocalDate lastDay() {
            return LocalDate.ofInstant(to, AMAZON_US);
        }

        /** Whether it can be had, and lies within these days. */
        public boolean suits(LocalDate first, LocalDate last) {
            return !availability.equals("BLOCKED")
                    && !firstDay().isBefore(first)
                    && !lastDay().isAfter(last);
        }
    }

    /** A second time it changes nothing. */
    public void keepPlacements(Attempt attempt, List<PlacementOption> options) {
        for (PlacementOption option : options) {
            jdbc.sql("""
                            insert into amazon_placement_offer (operation_id, option_id, shipments, fee_minor, discount_minor,
                              currency, expires_at)
                            values (?, ?, ?, ?, ?, ?, ?) on conflict (operation_id, option_id) do nothing""")
                    .params(
                            attempt.id(),
                            option.id(),
                            option.shipmentIds().size(),
                            option.fees().minor(),
                            option.discounts().minor(),
                            option.fees().currency().getCurrencyCode(),
                            option.expiresAt() == null ? null : Timestamp.from(option.expiresAt()))
                    .update();
        }
    }

    /** The same of the windows in which a shipment can be delivered. */
    public void keepWindows(Attempt attempt, String confirmationId, List<DeliveryWindow> windows) {
        for (DeliveryWindow window : windows) {
            jdbc.sql("""
                            insert into amazon_window_offer (operation_id, confirmation_id, window_id, from_at, to_at,
                              availability, valid_until)
                            values (?, ?, ?, ?, ?, ?, ?) on conflict (operation_id, window_id) do nothing""")
                    .params(
                            attempt.id(),
                            confirmationId,
                            window.id(),
                            Timestamp.from(window.from()),
                            Timestamp.from(window.to()),
                            window.availability(),
                            Timestamp.from(window.validUntil()))
                    .update();
        }
    }

    /** Those that can still be chosen, the fewest shipments first; none if Amazon was not asked or has nothing. */
    public List<Placement> placements(ProjectCode project) {
        Instant now = clock.now();
        return jdbc
                .sql("select * from amazon_placement_offer where operation_id in (" + LAST.formatted("OFFER_PLACEMENTS")
                        + ")")
                .param(project.value())
                .query((row, number) -> {
                    Timestamp end = row.getTimestamp("expires_at");
                    String currency = row.getString("currency");
                    return new Placement(
                            row.getString("option_id"),
                            row.getInt("shipments"),
                            Money.ofMinor(row.getLong("fee_minor"), currency),
                            Money.ofMinor(row.getLong("discount_minor"), currency),
                            end == null ? null : end.toInstant());
                })
                .list()
                .stream()
                .filter(offer -> offer.expiresAt() == null || offer.expiresAt().isAfter(now))
                .sorted(Comparator.comparingInt(Placement::shipments).thenComparing(Placement::optionId))
                .toList();
    }

    /** The offer of that id, if it can still be chosen. */
    public Optional<Placement> placement(ProjectCode project, String optionId) {
        return placements(project).stream()
                .filter(offer -> offer.optionId().equals(optionId))
                .findFirst();
    }

    /** Those that can still be chosen, of all shipments, the earliest first. */
    public List<Window> windows(ProjectCode project) {
        Instant now = clock.now();
        return jdbc
                .sql("select * from amazon_window_offer where operation_id in (" + LAST.formatted("OFFER_WINDOWS") + ")"
                        + " order by confirmation_id, from_at, window_id")
                .param(project.value())
                .query((row, number) -> new Window(
                        row.getString("confirmation_id"),
                        row.getString("window_id"),
                        row.getTimestamp("from_at").toInstant(),
                        row.getTimestamp("to_at").toInstant(),
                        row.getString("availability"),
                        row.getTimestamp("valid_until").toInstant()))
                .list()
                .stream()
                .filter(window -> window.validUntil().isAfter(now))
                .toList();
    }
}
