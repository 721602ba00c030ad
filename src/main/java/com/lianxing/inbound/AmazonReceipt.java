package com.lianxing.inbound;

import java.math.BigDecimal;
import java.util.List;

/**
 * What Amazon has counted of one shipment. This, and never the status of a plan, decides the milestone FBA入仓完成: a plan
 * stays ACTIVE or becomes SHIPPED whether or not anything has arrived.
 *
 * @param shipmentId Amazon's confirmation id, such as {@code FBA15DJ9SVVD}
 * @param lines one for each SKU
 */
public record AmazonReceipt(String shipmentId, ShipmentState state, List<Line> lines) {

    public AmazonReceipt {
        lines = List.copyOf(lines);
    }

    /** Units of a SKU as they were sent, and as Amazon has counted them so far. */
    public record Line(String sku, long shipped, long received) {
        public Line {
            if (shipped < 0 || received < 0) {
                throw new IllegalArgumentException("%s: %d shipped, %d received".formatted(sku, shipped, received));
            }
        }
    }

    public enum Completion {
        /** Amazon is not done, or has said nothing that could be counted. */
        OPEN,
        COMPLETE,
        /** Amazon will count no more and something is missing: a claim is due. */
        SHORT
    }

    /**
     * Closed, or receiving with enough of it counted. A surplus of one SKU makes good for another while Amazon is still
     * receiving, but not once it has closed.
     *
     * @param tolerance share of the shipped units that is enough, above 0 and at most 1
     */
    public Completion completion(BigDecimal tolerance) {
        if (tolerance.signum() <= 0 || tolerance.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a tolerance is above 0 and at most 1, not " + tolerance);
        }
        long shipped = lines.stream().mapToLong(Line::shipped).reduce(0, Math::addExact);
        long received = lines.stream().mapToLong(Line::received).reduce(0, Math::addExact);
        if (shipped == 0) {
            return Completion.OPEN;
        }
        if (state == ShipmentState.CLOSED) {
            boolean missing = lines.stream().anyMatch(line -> line.received() < line.shipped());
            return missing ? Completion.SHORT : Completion.COMPLETE;
        }
        boolean enough = BigDecimal.valueOf(received).compareTo(tolerance.multiply(BigDecimal.valueOf(shipped))) >= 0;
        return state == ShipmentState.RECEIVING && enough ? Completion.COMPLETE : Completion.OPEN;
    }
}
