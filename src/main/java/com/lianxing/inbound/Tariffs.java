package com.lianxing.inbound;

import com.lianxing.calendar.Clock;
import com.lianxing.catalog.Sku;
import com.lianxing.costing.Payments;
import com.lianxing.money.Money;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.ProjectSteps;
import com.lianxing.reference.ReferenceValue;
import com.lianxing.reference.ReferenceValues;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What duty a project's shipments that are not entered yet would cost at the tariffs of a day: units times unit cost
 * times the rates of the SKU's tariff number. A rate is the reference value {@code tariff.<programme>} of that number,
 * else of {@code CN} for everything from China; a programme without a rate adds nothing.
 */
@Service
public class Tariffs {

    private static final Currency USD = Currency.getInstance("USD");
    private static final List<String> PROGRAMMES = List.of("MFN", "S301", "S232", "OTHER");
    private static final String ORIGIN = "CN";

    private final Inbound inbound;
    private final Payments payments;
    private final ReferenceValues references;
    private final ProjectSteps steps;
    private final JdbcClient jdbc;
    private final Clock clock;

    Tariffs(
            Inbound inbound,
            Payments payments,
            ReferenceValues references,
            ProjectSteps steps,
            JdbcClient jdbc,
            Clock clock) {
        this.inbound = inbound;
        this.payments = payments;
        this.references = references;
        this.steps = steps;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Prices the shipments that are not entered yet at the rates of that day, and remembers it. One that was never
     * priced before, or is entered by now, is no change: only the same goods are compared.
     *
     * @return whether their duty as a whole is other than the last time
     */
    @Transactional
    public boolean price(ProjectCode project, LocalDate on) {
        Map<String, Money> before = lastPrices(project);
        Money now = Money.zero(USD);
        Money was = Money.zero(USD);
        for (Map.Entry<String, Money> duty : openDuties(project, on).entrySet()) {
            Money last = before.get(duty.getKey());
            if (!duty.getValue().equals(last)) {
                insert(project, duty.getKey(), duty.getValue(), null);
            }
            now = now.plus(duty.getValue());
            was = was.plus(last == null ? duty.getValue() : last);
        }
        if (now.equals(was)) {
            return false;
        }
        insert(project, null, now, was);
        return true;
    }

    /** By shipment; nothing for a SKU without a tariff number. */
    private Map<String, Money> openDuties(ProjectCode project, LocalDate on) {
        Map<String, Sku> skus = inbound.items(project).stream()
                .collect(Collectors.toMap(item -> item.sku().code(), Inbound.Item::sku));
        return inbound.shipments(project).stream()
                .filter(shipment ->
                        steps.latest(project, shipment.id(), "file-entry").isEmpty())
                .collect(Collectors.toMap(
                        Inbound.Shipment::id,
                        shipment -> inbound.reconcile(shipment).stream()
                                .map(line -> duty(skus.get(line.sku()), line.shipped(), on))
                                .reduce(Money.zero(USD), Money::plus)));
    }

    private Money duty(@Nullable Sku sku, long units, LocalDate on) {
        if (sku == null || sku.hts10() == null) {
            return Money.zero(USD);
        }
        BigDecimal rate = PROGRAMMES.stream()
                .map(programme -> rate(programme, sku.hts10(), on))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal price = sku.unitCost().value().multiply(BigDecimal.valueOf(units));
        Money value =
                Money.of(price.setScale(2, RoundingMode.HALF_UP), sku.unitCost().currency());
        return payments.charge(value)
                .map(charge -> charge.usd().amount().multiply(rate).setScale(2, RoundingMode.HALF_UP))
                .map(duty -> Money.of(duty, USD))
                .orElse(Money.zero(USD));
    }

    private BigDecimal rate(String programme, String hts10, LocalDate on) {
        return references
                .find("tariff." + programme, hts10, on)
                .or(() -> references.find("tariff." + programme, ORIGIN, on))
                .map(ReferenceValue::number)
                .orElse(BigDecimal.ZERO);
    }

    private Map<String, Money> lastPrices(ProjectCode project) {
        Map<String, Money> prices = new HashMap<>();
        jdbc.sql("""
                        select distinct on (shipment_id) shipment_id, usd_minor from duty_estimate
                        where project_code = ? and shipment_id is not null order by shipment_id, id desc""")
                .param(project.value())
                .query((row, number) -> prices.put(row.getString("shipment_id"), dollars(row.getLong("usd_minor"))))
                .list();
        return prices;
    }

    private void insert(ProjectCode project, @Nullable String shipment, Money duty, @Nullable Money was) {
        jdbc.sql("insert into duty_estimate (project_code, shipment_id, usd_minor, was_minor, priced_at) "
                        + "values (?, ?, ?, ?, ?)")
                .params(
                        project.value(),
                        shipment,
                        duty.minor(),
                        was == null ? null : was.minor(),
                        clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * How the duty of shipments that are not entered yet last changed.
     *
     * @param was what the same shipments were priced at before
     */
    public record Repricing(Money was, Money now) {

        public Money change() {
            return now.minus(was);
        }
    }

    /** The last change; empty before the first. */
    public Optional<Repricing> lastChange(ProjectCode project) {
        return jdbc.sql("select was_minor, usd_minor from duty_estimate "
                        + "where project_code = ? and was_minor is not null order by id desc limit 1")
                .param(project.value())
                .query((row, number) ->
                        new Repricing(dollars(row.getLong("was_minor")), dollars(row.getLong("usd_minor"))))
                .optional();
    }

    private static Money dollars(long minor) {
        return Money.ofMinor(minor, USD);
    }
}
