package com.lianxing.launch;

import com.lianxing.calendar.Clock;
import com.lianxing.catalog.Channel;
import com.lianxing.money.Money;
import com.lianxing.project.KnownSkus;
import com.lianxing.project.Sheet;
import com.lianxing.project.Sheet.CellError;
import com.lianxing.project.Sheet.Column;
import com.lianxing.project.SheetRules;
import com.lianxing.project.TableSheet;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The grids of a launch. */
@Configuration(proxyBeanMethods = false)
class LaunchSheets {

    static final String SKUS = "launch_sku";
    static final String CALENDAR = "launch_calendar";
    static final String OFFERS = "launch_offer";
    static final String DEALS = "launch_deal";
    static final String ASSETS = "launch_asset";
    static final String CAMPAIGNS = "launch_campaign";
    static final String READINESS = "launch_readiness";
    static final String ROSTER = "launch_roster";
    static final String FIGURES = "launch_figures";

    private static final String MOST_MONEY = "9999999.99";
    private static final String MOMENT = "\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}";
    private static final List<String> ZONES =
            List.of("America/Los_Angeles", "America/Chicago", "America/New_York", "UTC");
    private static final List<String> PRICES = List.of(
            "refPrice",
            "lowestPrice",
            "dealPrice",
            "landedCost",
            "referralFee",
            "fulfilmentFee",
            "dealFee",
            "advertising");

    private final TableSheet.Store store;
    private final KnownSkus known;
    private final Launches launches;
    private final LaunchTerms terms;
    private final Clock clock;

    LaunchSheets(TableSheet.Store store, KnownSkus known, Launches launches, LaunchTerms terms, Clock clock) {
        this.store = store;
        this.known = known;
        this.launches = launches;
        this.terms = terms;
        this.clock = clock;
    }

    @Bean
    Sheet launchSkusSheet() {
        return sheet(
                "launchSkus",
                SKUS,
                List.of(
                        Column.text("sku", 40).mandatory(),
                        Column.integer("forecastUnits", 1, 10_000_000).mandatory(),
                        Column.select("strategic", List.of("YES", "NO"), "sheet.launchSkus.strategic.")
                                .mandatory()),
                List.of(known, SheetRules.noneTwice("sku")));
    }

    @Bean
    Sheet launchCalendarSheet() {
        return sheet(
                "launchCalendar",
                CALENDAR,
                List.of(
                        Column.select("channel", names(Channel.values()), "catalog.channel.")
                                .mandatory(),
                        Column.select("zone", ZONES).mandatory(),
                        Column.text("eventStart", 16)
                                .matching(MOMENT, "2026-11-27 00:00")
                                .mandatory(),
                        Column.text("eventEnd", 16)
                                .matching(MOMENT, "2026-11-27 00:00")
                                .mandatory(),
                        Column.text("submissionOpen", 16).matching(MOMENT, "2026-11-27 00:00"),
                        Column.text("submissionClose", 16).matching(MOMENT, "2026-11-27 00:00"),
                        Column.date("arriveByMinimal"),
                        Column.date("arriveByOptimized"),
                        Column.date("arriveByAwd"),
                        Column.select("status", List.of("PROVISIONAL", "CONFIRMED"), "sheet.launchCalendar.status.")
                                .mandatory(),
                        Column.text("source", 300).mandatory()),
                List.of(SheetRules.noneTwice("channel"), LaunchSheets::datesInOrder));
    }

    @Bean
    Sheet offersSheet() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("sku", 40).mandatory());
        PRICES.forEach(
                price -> columns.add(Column.decimal(price, "0", MOST_MONEY).mandatory()));
        columns.add(Column.select("placement", names(Placement.values()), "sheet.offers.placement.")
                .mandatory());
        columns.add(Column.date("sellableOn").mandatory());
        columns.add(Column.select("funding", names(Offer.Funding.values()), "sheet.offers.funding.")
                .mandatory());
        return sheet(
                "offers",
                OFFERS,
                columns,
                List.of(
                        SheetRules.noneTwice("sku"),
                        this::ofTheLaunch,
                        cents(PRICES),
                        SheetRules.noRow(
                                "dealPrice",
                                "launch.error.dealPrice",
                                row -> amount(row, "dealPrice").compareTo(amount(row, "refPrice")) >= 0)));
    }

    @Bean
    Sheet dealsSheet() {
        return sheet(
                "deals",
                DEALS,
                List.of(
                        Column.select("dealType", names(DealType.values()), "launch.deal.")
                                .mandatory(),
                        Column.text("sku", 40).mandatory(),
                        Column.decimal("dealPrice", "0.01", MOST_MONEY).mandatory(),
                        Column.integer("quantity", 1, 10_000_000).mandatory(),
                        Column.decimal("feeUsd", "0", MOST_MONEY).mandatory()),
                List.of(
                        SheetRules.noneTwice("sku", "dealType"),
                        this::ofTheLaunch,
                        cents(List.of("dealPrice", "feeUsd")),
                        this::cheapEnough));
    }

    @Bean
    Sheet assetsSheet() {
        return sheet(
                "assets",
                ASSETS,
                List.of(
                        Column.select(
                                        "assetType",
                                        List.of("IMAGE", "VIDEO", "A_PLUS", "STOREFRONT", "AD_CREATIVE"),
                                        "sheet.assets.assetType.")
                                .mandatory(),
                        Column.text("sku", 40).mandatory(),
                        Column.text("spec", 200).mandatory()),
                List.of(this::ofTheLaunch, SheetRules.noneTwice("assetType", "sku")));
    }

    @Bean
    Sheet campaignsSheet() {
        return sheet(
                "campaigns",
                CAMPAIGNS,
                List.of(
                        Column.text("campaign", 80).mandatory(),
                        Column.select("type", List.of("SP", "SB", "SD", "DSP", "TIKTOK", "META", "GOOGLE"))
                                .mandatory(),
                        Column.text("sku", 40).mandatory(),
                        Column.decimal("dailyCapUsd", "0.01", MOST_MONEY).mandatory(),
                        Column.decimal("totalCapUsd", "0.01", MOST_MONEY).mandatory()),
                List.of(
                        SheetRules.noneTwice("campaign"),
                        this::ofTheLaunch,
                        cents(List.of("dailyCapUsd", "totalCapUsd")),
                        SheetRules.noRow(
                                "dailyCapUsd",
                                "launch.error.dailyCap",
                                row -> amount(row, "dailyCapUsd").compareTo(amount(row, "totalCapUsd")) > 0)));
    }

    @Bean
    Sheet readinessSheet() {
        return sheet(
                "readiness",
                READINESS,
                List.of(
                        Column.text("sku", 40).mandatory(),
                        Column.integer("sellableUnits", 0, 10_000_000).mandatory(),
                        Column.integer("inboundUnits", 0, 10_000_000).mandatory(),
                        Column.integer("fixDays", 0, 99).mandatory(),
                        Column.decimal("rating", "0", "5").mandatory()),
                List.of(SheetRules.noneTwice("sku"), this::ofTheLaunch));
    }

    @Bean
    Sheet rosterSheet() {
        return sheet(
                "roster",
                ROSTER,
                List.of(
                        Column.select(
                                        "duty",
                                        List.of("LEAD", "OPERATIONS", "ADVERTISING", "FINANCE", "SPARE_APPROVER"),
                                        "sheet.roster.duty.")
                                .mandatory(),
                        Column.text("person", 80).mandatory(),
                        Column.text("phone", 30)
                                .matching("[+()0-9 -]{7,30}", "+1 415 555 0100")
                                .mandatory(),
                        Column.date("accessTestedOn")),
                List.of(SheetRules.noneTwice("duty", "person")));
    }

    @Bean
    Sheet figuresSheet() {
        return sheet(
                "figures",
                FIGURES,
                List.of(
                        Column.text("sku", 40).mandatory(),
                        Column.decimal("adSpendUsd", "0", MOST_MONEY),
                        Column.decimal("salesUsd", "0", MOST_MONEY),
                        Column.integer("stockUnits", 0, 10_000_000)),
                List.of(SheetRules.noneTwice("sku"), this::ofTheLaunch, cents(List.of("adSpendUsd", "salesUsd"))));
    }

    private Sheet sheet(String name, String table, List<Column> columns, List<Sheet.Rule> rules) {
        return new TableSheet(name, table, false, columns, rules, store);
    }

    private static BigDecimal amount(Map<String, String> row, String column) {
        return new BigDecimal(SheetRules.text(row, column));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static Sheet.Rule cents(List<String> columns) {
        return (subject, rows) -> columns.stream()
                .flatMap(column -> SheetRules.faults(
                        rows,
                        column,
                        "sheet.error.cents",
                        row -> !SheetRules.text(row, column).isEmpty()
                                && amount(row, column).stripTrailingZeros().scale() > 2)
                        .stream())
                .toList();
    }

    private List<CellError> ofTheLaunch(Sheet.Subject subject, List<Map<String, String>> rows) {
        List<String> skus =
                launches.skus(subject.project()).stream().map(LaunchSku::sku).toList();
        return SheetRules.faults(
                rows, "sku", "launch.error.otherSku", row -> !skus.contains(SheetRules.text(row, "sku")));
    }

    private List<CellError> cheapEnough(Sheet.Subject subject, List<Map<String, String>> rows) {
        Map<String, Offer> offers =
                launches.offers(subject.project()).stream().collect(Collectors.toMap(Offer::sku, Function.identity()));
        List<CellError> errors = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            DealType type = DealType.valueOf(SheetRules.text(rows.get(row), "dealType"));
            int least = terms.leastDiscount(type, clock.today(LaunchTerms.AMAZON));
            Offer offer = offers.get(SheetRules.text(rows.get(row), "sku"));
            Money price = Money.parse(SheetRules.text(rows.get(row), "dealPrice"), "USD");
            if (offer == null || !offer.isDeal(price, least)) {
                errors.add(CellError.at(row, "dealPrice", "launch.error.discount", least));
            }
        }
        return errors;
    }

    private static List<CellError> datesInOrder(Sheet.Subject subject, List<Map<String, String>> rows) {
        List<CellError> errors = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            List<LocalDateTime> order = new ArrayList<>();
            for (String column : List.of("submissionOpen", "submissionClose", "eventStart", "eventEnd")) {
                String value = SheetRules.text(rows.get(row), column);
                if (value.isEmpty()) {
                    continue;
                }
                try {
                    order.add(Launches.moment(value));
                } catch (DateTimeException e) {
                    errors.add(CellError.at(row, column, "sheet.error.date"));
                }
            }
            for (int next = 1; next < order.size(); next++) {
                if (!order.get(next).isAfter(order.get(next - 1))) {
                    errors.add(CellError.at(row, "eventEnd", "launch.error.order"));
                    break;
                }
            }
        }
        return errors;
    }
}
