package com.lianxing.sourcing;

import com.lianxing.money.Money;
import com.lianxing.money.UnitPrice;
import com.lianxing.project.ProjectCode;
import com.lianxing.project.SheetRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The quotes of a project: those that stand now, and every version there was. */
@Service
public class Quotes {

    private final JdbcClient jdbc;
    private final SheetRows rows;

    Quotes(JdbcClient jdbc, SheetRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * A version and who entered it.
     *
     * @param current whether it stands now; neither what was replaced nor what was taken back does
     */
    public record Entered(Quote quote, String by, Instant at, boolean current) {}

    /** Those for one kind of purchase that stand now, as they came. */
    public List<Quote> current(ProjectCode project, Purchase purchase) {
        return versions(project).stream()
                .filter(Entered::current)
                .map(Entered::quote)
                .filter(quote -> quote.purchase() == purchase)
                .toList();
    }

    /** All versions of all quotes, the oldest first. */
    public List<Entered> versions(ProjectCode project) {
        return jdbc.sql("""
                        select quote.*, exists (
                          select 1 from sheet_version sheet join quote_line line on line.project_code = sheet.project_code
                            and line.shipment_id = sheet.shipment_id and line.version = sheet.version
                          where sheet.project_code = quote.project_code and sheet.sheet = 'quote_line'
                            and lower(line.supplier) = lower(quote.supplier)
                            and lower(line.quote_no) = lower(quote.quote_no)
                        ) and version = max(version) over (partition by lower(supplier), lower(quote_no)) as current
                        from quote_version quote where project_code = ? order by sheet_version, position""")
                .param(project.value())
                .query((row, number) -> new Entered(
                        quote(row),
                        row.getString("saved_by"),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("current")))
                .list();
    }

    /** What each leg costs by itself, as far as somebody said. */
    public Map<Leg, Money> legs(ProjectCode project) {
        Map<Leg, Money> legs = new EnumMap<>(Leg.class);
        rows.current(
                QuoteSheets.LEG_TABLE,
                project,
                (row, number) -> legs.put(
                        Leg.valueOf(row.getString("leg")),
                        Money.of(row.getBigDecimal("amount"), Currency.getInstance(row.getString("currency")))));
        return legs;
    }

    private static Quote quote(ResultSet row) throws SQLException {
        String unit = row.getString("unit");
        String incoterm = row.getString("incoterm");
        return new Quote(
                row.getString("supplier"),
                row.getString("quote_no"),
                row.getInt("version"),
                row.getString("mode"),
                incoterm == null ? null : Incoterm.valueOf(incoterm),
                new UnitPrice(row.getBigDecimal("amount"), Currency.getInstance(row.getString("currency"))),
                unit == null ? null : Unit.valueOf(unit),
                row.getInt("transit_days"),
                row.getObject("valid_until", LocalDate.class));
    }
}
