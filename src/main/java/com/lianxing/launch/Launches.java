package com.lianxing.launch;

import com.lianxing.audit.AuditRecorder;
import com.lianxing.calendar.Clock;
import com.lianxing.catalog.Channel;
import com.lianxing.money.Money;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.Projects;
import com.lianxing.project.SheetRows;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is planned and known of a launch. A SKU that was dropped is gone from all that is read here. */
@Service
public class Launches {

    private static final String USD = "USD";

    private final JdbcClient jdbc;
    private final SheetRows rows;
    private final AuditRecorder audit;
    private final Clock clock;

    Launches(JdbcClient jdbc, SheetRows rows, AuditRecorder audit, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps the goals; a second time they take the place of the first. */
    @Transactional
    public void agree(ProjectCode project, Charter charter, String by) {
        jdbc.sql("""
                        insert into launch_charter (project_code, revenue_minor, units, contribution_percent, max_loss_minor,
                          tacos_percent, agreed_by, agreed_at) values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        project.value(),
                        charter.revenue().minor(),
                        charter.units(),
                        charter.contributionPercent(),
                        charter.maxLoss().minor(),
                        charter.tacosPercent(),
                        by,
                        clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @throws IllegalStateException if nobody has agreed on one */
    public Charter requireCharter(ProjectCode project) {
        return jdbc.sql("select * from launch_charter where project_code = ? order by id desc limit 1")
                .param(project.value())
                .query((row, number) -> new Charter(
                        Money.ofMinor(row.getLong("revenue_minor"), USD),
                        row.getLong("units"),
                        row.getInt("contribution_percent"),
                        Money.ofMinor(row.getLong("max_loss_minor"), USD),
                        row.getInt("tacos_percent")))
                .optional()
                .orElseThrow(() -> new IllegalStateException("no charter of " + project));
    }

    /** In the order they stand in the sheet. */
    public List<LaunchSku> skus(ProjectCode project) {
        List<LaunchSku> all = rows.current(
                LaunchSheets.SKUS,
                project,
                (row, number) -> new LaunchSku(
                        row.getString("sku"),
                        row.getLong("forecast_units"),
                        row.getString("strategic").equals("YES")));
        return kept(project, all, LaunchSku::sku);
    }

    /** @throws IllegalArgumentException if it is none of the launch, or was dropped */
    public LaunchSku requireSku(ProjectCode project, String sku) {
        return skus(project).stream()
                .filter(one -> one.sku().equals(sku))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no SKU %s in %s".formatted(sku, project)));
    }

    /** The launch goes on without it. Dropping it again changes nothing. */
    @Transactional
    public void drop(ProjectCode project, String sku, String reason, String by) {
        int dropped = jdbc.sql("""
                        insert into launch_dropped (project_code, sku, reason, dropped_by, dropped_at) values (?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(project.value(), sku, reason, by, clock.now().atOffset(ZoneOffset.UTC))
                .update();
        if (dropped == 1) {
            audit.record(
                    by, Projects.SUBJECT, project.value(), "launch.skuDropped", Map.of("sku", sku, "reason", reason));
        }
    }

    public Set<String> dropped(ProjectCode project) {
        return new HashSet<>(jdbc.sql("select sku from launch_dropped where project_code = ?")
                .param(project.value())
                .query(String.class)
                .list());
    }

    /** What each channel announced, in the order of the sheet. */
    public List<ChannelDates> calendar(ProjectCode project) {
        return rows.current(LaunchSheets.CALENDAR, project, Launches::dates);
    }

    /** Whether a date is still what it was the year before. */
    public boolean isProvisional(ProjectCode project) {
        return calendar(project).stream().anyMatch(dates -> !dates.isConfirmed());
    }

    public Optional<ChannelDates> dates(ProjectCode project, Channel channel) {
        return calendar(project).stream()
                .filter(dates -> dates.channel() == channel)
                .findFirst();
    }

    public List<Offer> offers(ProjectCode project) {
        return kept(project, rows.current(LaunchSheets.OFFERS, project, Launches::offer), Offer::sku);
    }

    public Optional<Offer> offer(ProjectCode project, String sku) {
        return offers(project).stream().filter(offer -> offer.sku().equals(sku)).findFirst();
    }

    /** Also those of dropped SKUs, whose numbers would else move. */
    public List<Deal> deals(ProjectCode project) {
        return rows.current(
                LaunchSheets.DEALS,
                project,
                (row, number) -> new Deal(
                        "%s-D%02d".formatted(project, number + 1),
                        DealType.valueOf(row.getString("deal_type")),
                        row.getString("sku"),
                        dollars(row, "deal_price"),
                        row.getLong("quantity"),
                        dollars(row, "fee_usd")));
    }

    /** @throws IllegalArgumentException if the project has no such deal */
    public Deal requireDeal(ProjectCode project, String id) {
        return deals(project).stream()
                .filter(deal -> deal.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no deal " + id));
    }

    public List<Campaign> campaigns(ProjectCode project) {
        List<Campaign> all = rows.current(
                LaunchSheets.CAMPAIGNS,
                project,
                (row, number) -> new Campaign(
                        row.getString("campaign"),
                        row.getString("sku"),
                        dollars(row, "daily_cap_usd"),
                        dollars(row, "total_cap_usd")));
        return kept(project, all, Campaign::sku);
    }

    /** Kinds of what is to be designed, one for each row. */
    public List<String> assets(ProjectCode project) {
        return rows.current(LaunchSheets.ASSETS, project, (row, number) -> row.getString("asset_type"));
    }

    public Optional<Readiness> readiness(ProjectCode project, String sku) {
        return rows
                .current(
                        LaunchSheets.READINESS,
                        project,
                        (row, number) -> new Readiness(
                                row.getString("sku"),
                                row.getLong("sellable_units"),
                                row.getLong("inbound_units"),
                                row.getInt("fix_days"),
                                row.getBigDecimal("rating")))
                .stream()
                .filter(ready -> ready.sku().equals(sku))
                .findFirst();
    }

    /** Whether somebody may decide in place of the first, and has tried that the systems let him in. */
    public boolean hasSpareApprover(ProjectCode project) {
        return rows.current(
                        LaunchSheets.ROSTER,
                        project,
                        (row, number) -> row.getString("duty").equals("SPARE_APPROVER")
                                && row.getDate("access_tested_on") != null)
                .contains(true);
    }

    /**
     * Keeps what a gate said; the last counts.
     *
     * @param sku empty where the gate is asked once for all
     */
    @Transactional
    public void keep(ProjectCode project, Gate gate, String sku, Gate.Result result, String by) {
        String[] found = result.found().entrySet().stream()
                .map(one -> one.getKey() + ":" + one.getValue())
                .toArray(String[]::new);
        jdbc.sql("""
                        insert into launch_verdict (project_code, gate, sku, verdict, found, found_by, found_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(project.value(), gate.name(), sku, result.verdict().name())
                .param(found)
                .params(by, clock.now().atOffset(ZoneOffset.UTC))
                .update();
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("gate", gate);
        kept.put("sku", sku);
        kept.put("found", List.of(found));
        audit.record(by, Projects.SUBJECT, project.value(), "launch.gateAsked", kept);
    }

    /** What the gate said last of each SKU that is not dropped, by SKU; under empty text what it said of all. */
    public Map<String, Gate.Result> found(ProjectCode project, Gate gate) {
        Set<String> dropped = dropped(project);
        Map<String, Gate.Result> found = new LinkedHashMap<>();
        jdbc.sql("""
                        select distinct on (sku) sku, found from launch_verdict where project_code = ? and gate = ?
                        order by sku, id desc""")
                .params(project.value(), gate.name())
                .query((row, number) -> Map.entry(row.getString("sku"), gate.judge(List.of((String[])
                        row.getArray("found").getArray()))))
                .list()
                .forEach(one -> {
                    if (!dropped.contains(one.getKey())) {
                        found.put(one.getKey(), one.getValue());
                    }
                });
        return found;
    }

    /** The worst that the gate said of what is not dropped; {@link Verdict#NO_GO} where it said nothing. */
    public Verdict verdict(ProjectCode project, Gate gate) {
        return Verdict.worst(
                found(project, gate).values().stream().map(Gate.Result::verdict).toList());
    }

    /** What a person entered of the running event, by SKU: only the cells that are filled. */
    Map<String, Map<Figure.Kind, Long>> enteredFigures(ProjectCode project) {
        Map<String, Map<Figure.Kind, Long>> entered = new LinkedHashMap<>();
        rows.current(LaunchSheets.FIGURES, project, (row, number) -> {
            Map<Figure.Kind, Long> values = new EnumMap<>(Figure.Kind.class);
            if (row.getBigDecimal("ad_spend_usd") != null) {
                values.put(Figure.Kind.AD_SPEND, dollars(row, "ad_spend_usd").minor());
            }
            if (row.getBigDecimal("sales_usd") != null) {
                values.put(Figure.Kind.SALES, dollars(row, "sales_usd").minor());
            }
            if (row.getBigDecimal("stock_units") != null) {
                values.put(Figure.Kind.STOCK, row.getLong("stock_units"));
            }
            return entered.put(row.getString("sku"), values);
        });
        return entered;
    }

    /** Under which request the fee of a deal is held; the same deal keeps its first. */
    @Transactional
    public void keepFeeRequest(String deal, String request) {
        jdbc.sql("insert into launch_deal_fee (deal_id, request_id) values (?, ?) on conflict do nothing")
                .params(deal, request)
                .update();
    }

    public Optional<String> feeRequest(String deal) {
        return jdbc.sql("select request_id from launch_deal_fee where deal_id = ?")
                .param(deal)
                .query(String.class)
                .optional();
    }

    /** Keeps the result; a second time it takes the place of the first. */
    @Transactional
    public void keep(ProjectCode project, Result result, String by) {
        jdbc.sql("""
                        insert into launch_result (project_code, net_revenue_minor, units, returned, refunds_minor,
                          goods_cost_minor, reserve_minor, recorded_by, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        project.value(),
                        result.netRevenue().minor(),
                        result.units(),
                        result.returned(),
                        result.refunds().minor(),
                        result.goodsCost().minor(),
                        result.reserve().minor(),
                        by,
                        clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<Result> result(ProjectCode project) {
        return jdbc.sql("select * from launch_result where project_code = ? order by id desc limit 1")
                .param(project.value())
                .query((row, number) -> new Result(
                        Money.ofMinor(row.getLong("net_revenue_minor"), USD),
                        row.getLong("units"),
                        row.getLong("returned"),
                        Money.ofMinor(row.getLong("refunds_minor"), USD),
                        Money.ofMinor(row.getLong("goods_cost_minor"), USD),
                        Money.ofMinor(row.getLong("reserve_minor"), USD)))
                .optional();
    }

    /** Launches that have not ended and mean to sell the SKU, by code. */
    public List<ProjectCode> openProjectsWith(String sku) {
        return rows.openProjectsWith(LaunchSheets.SKUS, sku).stream()
                .filter(project -> !dropped(project).contains(sku))
                .toList();
    }

    static LocalDateTime moment(String entered) {
        return LocalDateTime.parse(entered.replace(' ', 'T'));
    }

    private <T> List<T> kept(ProjectCode project, List<T> all, Function<T, String> sku) {
        Set<String> dropped = dropped(project);
        List<T> kept = new ArrayList<>(all);
        kept.removeIf(one -> dropped.contains(sku.apply(one)));
        return kept;
    }

    private static ChannelDates dates(ResultSet row, int number) throws SQLException {
        Map<Placement, LocalDate> arriveBy = new EnumMap<>(Placement.class);
        for (Placement placement : Placement.values()) {
            Date day = row.getDate("arrive_by_" + placement.name().toLowerCase(Locale.ROOT));
            if (day != null) {
                arriveBy.put(placement, day.toLocalDate());
            }
        }
        return new ChannelDates(
                Channel.valueOf(row.getString("channel")),
                ZoneId.of(row.getString("zone")),
                moment(row.getString("event_start")),
                moment(row.getString("event_end")),
                optionalMoment(row.getString("submission_open")),
                optionalMoment(row.getString("submission_close")),
                arriveBy,
                row.getString("status").equals("CONFIRMED"));
    }

    private static @Nullable LocalDateTime optionalMoment(@Nullable String entered) {
        return entered == null ? null : moment(entered);
    }

    private static Offer offer(ResultSet row, int number) throws SQLException {
        return new Offer(
                row.getString("sku"),
                dollars(row, "ref_price"),
                dollars(row, "lowest_price"),
                dollars(row, "deal_price"),
                dollars(row, "landed_cost"),
                dollars(row, "referral_fee"),
                dollars(row, "fulfilment_fee"),
                dollars(row, "deal_fee"),
                dollars(row, "advertising"),
                Placement.valueOf(row.getString("placement")),
                row.getDate("sellable_on").toLocalDate(),
                Offer.Funding.valueOf(row.getString("funding")));
    }

    private static Money dollars(ResultSet row, String column) throws SQLException {
        return Money.parse(row.getBigDecimal(column).toPlainString(), USD);
    }
}
