package com.lianxing.demo;

import com.lianxing.inbound.AmazonOffers;
import com.lianxing.inbound.Inbound;
import com.lianxing.process.OutsideCalls;
import com.lianxing.process.WorkItem;
import com.lianxing.project.ProjectSteps;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What of a story is up to Amazon, where it is connected: its work, and what people enter because of its answers. */
@Component
class AmazonSide {

    private final OutsideCalls calls;
    private final AmazonOffers offers;
    private final Inbound inbound;
    private final ProjectSteps submitted;

    AmazonSide(OutsideCalls calls, AmazonOffers offers, Inbound inbound, ProjectSteps submitted) {
        this.calls = calls;
        this.offers = offers;
        this.inbound = inbound;
        this.submitted = submitted;
    }

    /** Does what Amazon is asked, until nothing is. */
    void work() {
        calls.makeAll();
    }

    /** Entered in place of the story's own: of Amazon's offers the one with two shipments, or what comes next to it. */
    Map<String, Object> values(WorkItem item) {
        List<AmazonOffers.Placement> offered =
                item.step().equals("userTask_choosePlacement") ? offers.placements(item.project()) : List.of();
        if (offered.isEmpty()) {
            return Map.of();
        }
        AmazonOffers.Placement chosen = offered.get(Math.min(1, offered.size() - 1));
        Map<String, Object> values = new HashMap<>();
        values.put("optionId", chosen.optionId());
        values.put("placement", offered.size() > 2 ? "PARTIAL" : "OPTIMIZED");
        values.put("splits", chosen.shipments());
        values.put("feeUsd", chosen.fee().amount().toPlainString());
        values.put("discountUsd", chosen.discount().amount().toPlainString());
        values.put("expiresAt", null);
        return values;
    }

    /** Everything that was sent arrived; and Amazon's bill says what its placement cost. */
    List<Map<String, String>> rows(String sheet, WorkItem item, List<Map<String, String>> rows) {
        return switch (sheet) {
            case "receipts" ->
                Optional.ofNullable(item.shipmentId()).flatMap(id -> inbound.shipment(item.project(), id)).stream()
                        .flatMap(shipment -> inbound.reconcile(shipment).stream())
                        .map(line -> Map.of("sku", line.sku(), "received", String.valueOf(line.shipped())))
                        .toList();
            case "invoices" -> rows.stream().map(row -> billed(item, row)).toList();
            default -> rows;
        };
    }

    private Map<String, String> billed(WorkItem item, Map<String, String> row) {
        Map<String, String> billed = new HashMap<>(row);
        if ("PLACEMENT".equals(row.get("line"))) {
            submitted
                    .latest(item.project(), "choose-placement")
                    .map(step -> dollars(step.values().get("feeUsd"))
                            .subtract(dollars(step.values().get("discountUsd"))))
                    .filter(fee -> fee.signum() > 0)
                    .ifPresent(fee -> billed.put("amount", fee.toPlainString()));
        }
        return billed;
    }

    private static BigDecimal dollars(@Nullable Object entered) {
        return entered == null ? BigDecimal.ZERO : new BigDecimal(entered.toString());
    }
}
