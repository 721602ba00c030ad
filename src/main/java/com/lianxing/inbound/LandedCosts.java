package com.lianxing.inbound;

import com.lianxing.ledger.BudgetLedger;
import com.lianxing.ledger.BudgetLine;
import com.lianxing.ledger.LinePosition;
import com.lianxing.money.Money;
import com.lianxing.project.ProjectCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What each SKU cost until it lay in Amazon's shelf: everything the project spent less what came back, split by cause
 * (domain.md 1.4). Goods by their price, duty and customs fees by customs value, what moves goods by volume, losses and
 * what was paid for them by the units that are missing, the rest by units. The parts of a line add up to the line to the
 * cent.
 */
@Service
public class LandedCosts {

    private static final Currency USD = Currency.getInstance("USD");

    private final Inbound inbound;
    private final BudgetLedger ledger;
    private final JdbcClient jdbc;

    LandedCosts(Inbound inbound, BudgetLedger ledger, JdbcClient jdbc) {
        this.inbound = inbound;
        this.ledger = ledger;
        this.jdbc = jdbc;
    }

    /**
     * One SKU's part of one line.
     *
     * @param units received; the cost per unit is shared by what can be sold
     */
    public record Share(String sku, BudgetLine line, Money cost, long units) {}

    /** Splits what was spent and keeps the result; a second call changes nothing. */
    public List<Share> settle(ProjectCode project) {
        List<Inbound.Item> items = inbound.items(project);
        Map<String, Long> received = inbound.received(project);
        List<Share> shares = new ArrayList<>();
        Map<BudgetLine, Money> credits = ledger.credits(project);
        for (LinePosition position : ledger.positions(project)) {
            Money cost = position.spent().minus(credits.getOrDefault(position.line(), Money.zero(USD)));
            if (cost.isZero()) {
                continue;
            }
            List<Long> weights = weights(basis(position.line()), items, received);
            List<Money> parts = cost.split(weights);
            for (int i = 0; i < items.size(); i++) {
                String sku = items.get(i).sku().code();
                if (!parts.get(i).isZero()) {
                    shares.add(new Share(sku, position.line(), parts.get(i), received.getOrDefault(sku, 0L)));
                }
            }
        }
        for (Share share : shares) {
            jdbc.sql("insert into landed_cost (project_code, sku, line, usd_minor, units) values (?, ?, ?, ?, ?) "
                            + "on conflict do nothing")
                    .params(
                            project.value(),
                            share.sku(),
                            share.line().name(),
                            share.cost().minor(),
                            share.units())
                    .update();
        }
        return of(project);
    }

    /** Empty until the project is settled. */
    public List<Share> of(ProjectCode project) {
        return jdbc.sql("select sku, line, usd_minor, units from landed_cost where project_code = ? order by sku, line")
                .param(project.value())
                .query((row, number) -> new Share(
                        row.getString("sku"),
                        BudgetLine.valueOf(row.getString("line")),
                        Money.ofMinor(row.getLong("usd_minor"), USD),
                        row.getLong("units")))
                .list();
    }

    private enum Basis {
        VALUE,
        VOLUME,
        UNITS,
        MISSING
    }

    private static Basis basis(BudgetLine line) {
        return switch (line) {
            case PRODUCT, DUTY, CUSTOMS_FEES, BROKER -> Basis.VALUE;
            case FREIGHT, ORIGIN, DRAYAGE, STORAGE -> Basis.VOLUME;
            case LOSS -> Basis.MISSING;
            default -> Basis.UNITS;
        };
    }

    /** Where nothing is missing, a loss is everybody's. */
    private static List<Long> weights(Basis basis, List<Inbound.Item> items, Map<String, Long> received) {
        List<Long> weights = items.stream()
                .map(item ->
                        weight(basis, item, received.getOrDefault(item.sku().code(), 0L)))
                .toList();
        return basis == Basis.MISSING && weights.stream().allMatch(weight -> weight == 0)
                ? weights(Basis.UNITS, items, received)
                : weights;
    }

    private static long weight(Basis basis, Inbound.Item item, long received) {
        return switch (basis) {
            case VALUE ->
                item.sku()
                        .unitCost()
                        .value()
                        .multiply(BigDecimal.valueOf(item.quantity()))
                        .movePointRight(4)
                        .longValue();
            case VOLUME -> Math.multiplyExact(item.sku().volumeCm3(), item.quantity());
            case UNITS -> item.quantity();
            case MISSING -> Math.max(0, item.quantity() - received);
        };
    }
}
