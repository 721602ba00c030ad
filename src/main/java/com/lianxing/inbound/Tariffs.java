package com.lianxing.inbound;

import com.lianxing.calendar.Clock;
import com.lianxing.catalog.Sku;
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

    /** The duty at the rates of that day; nothing for a SKU without a tariff number. */
    public Money openDuty(ProjectCode project, LocalDate on) {
        Map<String, Sku> skus = inbound.items(project).stream()
                .collect(Collectors.toMap(item -> item.sku().code(), Inbound.Item::sku));
        return inbound.shipments(project).stream()
                .filter(shipment ->
                        steps.latest(project, shipment.id(), "file-entry").isEmpty())
                .flatMap(shipment -> inbound.reconcile(shipment).stream())
                .map(line -> duty(skus.get(line.sku()), line.shipped(), on))
                .reduce(Money.zero(USD), Money::plus);
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

    /** What was last priced; empty before the first time. */
    public Optional<Money> lastPriced(ProjectCode project) {
        return priced(project).stream().findFirst();
    }

    /** By how much the last price differs from the one before. */
    public Money lastChange(ProjectCode project) {
        List<Money> prices = priced(project);
        return prices.size() < 2 ? Money.zero(USD) : prices.get(0).minus(prices.get(1));
    }

    private List<Money> priced(ProjectCode project) {
        return jdbc.sql("select usd_minor from duty_estimate where project_code = ? order by id desc limit 2")
                .param(project.value())
                .query((row, number) -> Money.ofMinor(row.getLong("usd_minor"), USD))
                .list();
    }

    /** Remembers a price. */
    @Transactional
    public void price(ProjectCode project, Money duty) {
        jdbc.sql("insert into duty_estimate (project_code, usd_minor, priced_at) values (?, ?, ?)")
                .params(project.value(), duty.minor(), clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }
}
