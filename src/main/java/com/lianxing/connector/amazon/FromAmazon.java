package com.lianxing.connector.amazon;

import com.lianxing.inbound.AmazonFailure;
import com.lianxing.inbound.InboundShipments.Choice;
import com.lianxing.inbound.InboundShipments.Plan;
import com.lianxing.inbound.InboundShipments.TransportOption;
import com.lianxing.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Amazon's words in ours. What we cannot do without and is missing makes the answer one that is not understood. */
final class FromAmazon {

    private static final Currency USD = Currency.getInstance("USD");

    private FromAmazon() {}

    static Plan plan(Wire.Plan plan) {
        return new Plan(
                needed(plan.inboundPlanId(), "inboundPlanId"),
                text(plan.name()),
                text(plan.status()),
                LenientTimes.instant(plan.createdAt()),
                list(plan.packingOptions()).stream()
                        .map(option -> new Choice(text(option.packingOptionId()), text(option.status())))
                        .toList(),
                list(plan.placementOptions()).stream()
                        .map(option -> new Choice(text(option.placementOptionId()), text(option.status())))
                        .toList(),
                list(plan.shipments()).stream()
                        .map(shipment -> text(shipment.shipmentId()))
                        .toList());
    }

    static TransportOption transport(Wire.TransportOption option) {
        Wire.Quote quote = option.quote();
        return new TransportOption(
                needed(option.transportationOptionId(), "transportationOptionId"),
                needed(option.shipmentId(), "shipmentId"),
                text(option.shippingMode()),
                text(option.shippingSolution()),
                option.carrier() == null ? "" : text(option.carrier().name()),
                list(option.preconditions()).contains("CONFIRMED_DELIVERY_WINDOW"),
                quote == null || quote.cost() == null ? null : money(quote.cost()),
                quote == null ? null : LenientTimes.instantOrNull(quote.expiration()),
                quote == null ? null : LenientTimes.instantOrNull(quote.voidableUntil()));
    }

    static <T> Pages.Page<T> page(@Nullable List<T> rows, Wire.@Nullable Pagination pagination) {
        return new Pages.Page<>(list(rows), pagination == null ? null : pagination.nextToken());
    }

    static Money sum(@Nullable List<Wire.Incentive> incentives) {
        return list(incentives).stream()
                .map(Wire.Incentive::value)
                .filter(Objects::nonNull)
                .map(FromAmazon::money)
                .reduce(Money::plus)
                .orElse(Money.zero(USD));
    }

    /** To the cent, as it will be billed. */
    private static Money money(Wire.Money money) {
        Currency currency = Currency.getInstance(needed(money.code(), "code"));
        BigDecimal amount = money.amount() == null ? BigDecimal.ZERO : money.amount();
        return Money.of(amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP), currency);
    }

    static Wire.Payload payload(Wire.Old answer) {
        if (answer.payload() == null) {
            throw new AmazonFailure(AmazonFailure.Kind.NOT_UNDERSTOOD, "Amazon's answer lacks its payload");
        }
        return answer.payload();
    }

    static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    static String needed(@Nullable String text, String name) {
        if (text == null || text.isBlank()) {
            throw new AmazonFailure(AmazonFailure.Kind.NOT_UNDERSTOOD, "Amazon's answer lacks " + name);
        }
        return text;
    }
}
