package com.lianxing.inbound;

import com.lianxing.catalog.Catalog;
import com.lianxing.catalog.Sku;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Sheet;
import com.lianxing.project.SheetRows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads what the sheets of an inbound project hold now, and makes its shipments. */
@Service
public class Inbound {

    private static final BigDecimal CM3_PER_CUBIC_FOOT = new BigDecimal("28316.846592");

    private final JdbcClient jdbc;
    private final SheetRows rows;
    private final Catalog catalog;

    Inbound(JdbcClient jdbc, SheetRows rows, Catalog catalog) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.catalog = catalog;
    }

    /** A SKU of the project and how many units of it are planned. */
    public record Item(Sku sku, long quantity) {}

    /**
     * How a SKU of the project sells.
     *
     * @param daily units, as forecast
     * @param margin US dollars that a unit earns when it is sold; null while nobody said
     */
    public record Demand(
            Sku sku,
            long quantity,
            BigDecimal daily,
            @Nullable BigDecimal margin) {}

    public record Shipment(
            String id,
            ProjectCode project,
            int position,
            String amazonShipmentId,
            String fulfilmentCenter,
            long units) {}

    /** Units of a SKU on their way and received. */
    public record Reconciliation(String sku, long shipped, long received) {
        public long missing() {
            return Math.max(0, shipped - received);
        }

        /** Whether no more is missing than so many of a hundred. */
        public boolean isWithin(int tolerancePercent) {
            return missing() * 100 <= shipped * tolerancePercent;
        }
    }

    public List<Item> items(ProjectCode project) {
        return rows
                .current(
                        InboundSheets.ITEM_TABLE,
                        project,
                        (row, number) -> Map.entry(row.getString("sku"), row.getLong("quantity")))
                .stream()
                .map(item -> new Item(catalog.find(item.getKey()).orElseThrow(), item.getValue()))
                .toList();
    }

    /** Projects that have not ended and move the SKU, by code. */
    public List<ProjectCode> openProjectsWith(String sku) {
        return rows.openProjectsWith(InboundSheets.ITEM_TABLE, sku);
    }

    public List<Demand> demands(ProjectCode project) {
        return rows.current(
                InboundSheets.ITEM_TABLE,
                project,
                (row, number) -> new Demand(
                        catalog.find(row.getString("sku")).orElseThrow(),
                        row.getLong("quantity"),
                        row.getBigDecimal("forecast_daily"),
                        row.getBigDecimal("margin_usd")));
    }

    /** What all planned units take, packed for sale, in cubic feet: the measure of Amazon's capacity limits. */
    public BigDecimal cubicFeet(ProjectCode project) {
        long cm3 = items(project).stream()
                .mapToLong(item -> Math.multiplyExact(item.sku().volumeCm3(), item.quantity()))
                .sum();
        return BigDecimal.valueOf(cm3).divide(CM3_PER_CUBIC_FOOT, 2, RoundingMode.HALF_UP);
    }

    /** The project's boxes as Amazon wants them told. */
    public List<InboundShipments.Box> boxes(ProjectCode project) {
        return rows.current(
                "inbound_box",
                project,
                (row, number) -> new InboundShipments.Box(
                        row.getString("sku"),
                        row.getLong("units_per_box"),
                        row.getLong("boxes"),
                        row.getBigDecimal("length"),
                        row.getBigDecimal("width"),
                        row.getBigDecimal("height"),
                        row.getString("length_unit"),
                        row.getBigDecimal("weight"),
                        row.getString("weight_unit")));
    }

    /**
     * Makes a shipment of each Amazon shipment id in the project's split, once; a second call changes nothing.
     *
     * @return all shipments of the project, by position from 0
     */
    public List<Shipment> openShipments(ProjectCode project) {
        Map<String, Shipment> split = new LinkedHashMap<>();
        rows.current(
                "inbound_split",
                project,
                (row, number) -> split.merge(
                        row.getString("amazon_shipment_id"),
                        new Shipment(
                                "",
                                project,
                                0,
                                row.getString("amazon_shipment_id"),
                                row.getString("fulfilment_center"),
                                row.getLong("units")),
                        (one, other) -> new Shipment(
                                "",
                                project,
                                0,
                                one.amazonShipmentId(),
                                one.fulfilmentCenter(),
                                one.units() + other.units())));
        int position = 0;
        for (Shipment shipment : split.values()) {
            jdbc.sql("""
                            insert into shipment (id, project_code, position, amazon_shipment_id, fulfilment_center, units)
                            values (?, ?, ?, ?, ?, ?) on conflict (project_code, position) do nothing""")
                    .params(
                            project.value() + "-S" + (position + 1),
                            project.value(),
                            position,
                            shipment.amazonShipmentId(),
                            shipment.fulfilmentCenter(),
                            shipment.units())
                    .update();
            position++;
        }
        return shipments(project);
    }

    public List<Shipment> shipments(ProjectCode project) {
        return jdbc.sql("select * from shipment where project_code = ? order by position")
                .param(project.value())
                .query(Inbound::shipment)
                .list();
    }

    /** The shipment that Amazon calls so. */
    public Optional<Shipment> findByAmazonId(String amazonShipmentId) {
        return jdbc.sql("select * from shipment where amazon_shipment_id = ?")
                .param(amazonShipmentId)
                .query(Inbound::shipment)
                .optional();
    }

    public Optional<Shipment> shipment(ProjectCode project, String shipmentId) {
        return shipments(project).stream()
                .filter(shipment -> shipment.id().equals(shipmentId))
                .findFirst();
    }

    /** Shipped against received, per SKU of the shipment; a SKU that nobody counted was not received. */
    public List<Reconciliation> reconcile(Shipment shipment) {
        Map<String, Long> received = new LinkedHashMap<>();
        rows.current(
                "inbound_receipt",
                new Sheet.Subject(shipment.project(), shipment.id()),
                (row, number) -> received.put(row.getString("sku"), row.getLong("received")));
        Map<String, Long> shipped = new LinkedHashMap<>();
        rows.current(
                "inbound_split",
                shipment.project(),
                (row, number) -> row.getString("amazon_shipment_id").equals(shipment.amazonShipmentId())
                        ? shipped.merge(row.getString("sku"), row.getLong("units"), Long::sum)
                        : 0L);
        return shipped.entrySet().stream()
                .map(sku -> new Reconciliation(sku.getKey(), sku.getValue(), received.getOrDefault(sku.getKey(), 0L)))
                .sorted(Comparator.comparing(Reconciliation::sku))
                .toList();
    }

    /** Units received of each SKU over all shipments of the project. */
    public Map<String, Long> received(ProjectCode project) {
        Map<String, Long> units = new LinkedHashMap<>();
        for (Shipment shipment : shipments(project)) {
            reconcile(shipment).forEach(line -> units.merge(line.sku(), line.received(), Long::sum));
        }
        return units;
    }

    private static Shipment shipment(ResultSet row, int number) throws SQLException {
        return new Shipment(
                row.getString("id"),
                new ProjectCode(row.getString("project_code")),
                row.getInt("position"),
                row.getString("amazon_shipment_id"),
                row.getString("fulfilment_center"),
                row.getLong("units"));
    }
}
