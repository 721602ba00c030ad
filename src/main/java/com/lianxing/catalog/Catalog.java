package com.lianxing.catalog;

import com.lianxing.audit.AuditEntry;
import com.lianxing.audit.AuditRecorder;
import com.lianxing.calendar.Clock;
import com.lianxing.money.UnitPrice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pieces we sell. */
@Service
public class Catalog {

    private static final String SUBJECT = "sku";
    private static final String SELECT = """
            select code, name_zh, name_en, asin, fnsku, hts10, unit_cost, unit_cost_currency, weight_grams, volume_cm3,
              category, case when exists (select from sku_block where sku_block.sku = code and ended_at is null)
                then 'BLOCKED' else compliance_state end as compliance_state
            from sku""";

    private final JdbcClient jdbc;
    private final AuditRecorder audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Catalog(JdbcClient jdbc, AuditRecorder audit, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    public Optional<Sku> find(String code) {
        return jdbc.sql(SELECT + " where code = ?")
                .param(code)
                .query(Catalog::sku)
                .optional();
    }

    /** Those of the codes that there are, by code. */
    public List<Sku> findAll(Collection<String> codes) {
        return jdbc.sql(SELECT + " where code = any(?) order by code")
                .params((Object) codes.toArray(String[]::new))
                .query(Catalog::sku)
                .list();
    }

    /**
     * By code.
     *
     * @param after code of the last one already read; empty for the beginning
     */
    public List<Sku> list(String after, int limit) {
        return jdbc.sql(SELECT + " where code > ? order by code limit ?")
                .params(after, limit)
                .query(Catalog::sku)
                .list();
    }

    /** Those whose code begins so, upper or lower case, by code. */
    public List<Sku> search(String prefix, int limit) {
        String literal = prefix.toUpperCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        return jdbc.sql(SELECT + " where upper(code) like ? || '%' order by code limit ?")
                .params(literal, limit)
                .query(Catalog::sku)
                .list();
    }

    /** Adds the piece, or brings all but its compliance state up to date; a new one gets the state it comes with. */
    @Transactional
    public void put(Sku sku, String by) {
        jdbc.sql("""
                        insert into sku (code, name_zh, name_en, asin, fnsku, hts10, unit_cost, unit_cost_currency,
                          weight_grams, volume_cm3, category, compliance_state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,
                          asin = excluded.asin, fnsku = excluded.fnsku, hts10 = excluded.hts10,
                          unit_cost = excluded.unit_cost, unit_cost_currency = excluded.unit_cost_currency,
                          weight_grams = excluded.weight_grams, volume_cm3 = excluded.volume_cm3,
                          category = excluded.category""")
                .param(sku.code())
                .param(sku.nameZh())
                .param(sku.nameEn())
                .param(sku.asin())
                .param(sku.fnsku())
                .param(sku.hts10())
                .param(sku.unitCost().value())
                .param(sku.unitCost().currency().getCurrencyCode())
                .param(sku.weightGrams())
                .param(sku.volumeCm3())
                .param(sku.category().name())
                .param(sku.state().name())
                .update();
        Map<String, @Nullable Object> entered = new HashMap<>();
        entered.put("nameZh", sku.nameZh());
        entered.put("nameEn", sku.nameEn());
        entered.put("asin", sku.asin());
        entered.put("fnsku", sku.fnsku());
        entered.put("hts10", sku.hts10());
        entered.put("unitCost", sku.unitCost().toString());
        entered.put("weightGrams", sku.weightGrams());
        entered.put("volumeCm3", sku.volumeCm3());
        entered.put("category", sku.category());
        audit.record(by, SUBJECT, sku.code(), "catalog.skuPut", entered);
    }

    /**
     * Says whether it is cleared, and tells whoever listens if that changed anything. What is blocked stays so, whoever
     * clears it: see {@link #block}.
     *
     * @param by id of the person, or {@link AuditEntry#SYSTEM}
     * @throws IllegalArgumentException if there is no such piece, or it is to be blocked without a cause
     */
    @Transactional
    public void setState(String code, ComplianceState state, String by) {
        if (state == ComplianceState.BLOCKED) {
            throw new IllegalArgumentException("a SKU is blocked by a cause: " + code);
        }
        change(
                code,
                by,
                () -> jdbc.sql("update sku set compliance_state = ? where code = ? and compliance_state <> ?")
                        .params(state.name(), code, state.name())
                        .update());
    }

    /**
     * May not be imported or sold until this cause and every other has ended. The same cause again changes nothing.
     *
     * @param cause names what blocks it, for example a lapsed registration
     * @throws IllegalArgumentException if there is no such piece
     */
    @Transactional
    public void block(String code, String cause, String by) {
        change(
                code,
                by,
                () -> jdbc.sql("""
                        insert into sku_block (sku, cause, blocked_by, blocked_at) values (?, ?, ?, ?)
                        on conflict do nothing""")
                        .params(code, cause, by, clock.now().atOffset(ZoneOffset.UTC))
                        .update());
    }

    /** This cause has ended; what it was before the first cause counts again once none is left. */
    @Transactional
    public void unblock(String code, String cause, String by) {
        change(
                code,
                by,
                () -> jdbc.sql(
                                "update sku_block set ended_by = ?, ended_at = ? where sku = ? and cause = ? and ended_at is null")
                        .params(by, clock.now().atOffset(ZoneOffset.UTC), code, cause)
                        .update());
    }

    private void change(String code, String by, Runnable change) {
        ComplianceState before = lock(code);
        change.run();
        ComplianceState now = lock(code);
        if (before != now) {
            audit.record(by, SUBJECT, code, "catalog.stateChanged", Map.of("before", before, "now", now));
            events.publishEvent(new SkuStateChanged(code, before, now));
        }
    }

    private ComplianceState lock(String code) {
        return jdbc.sql(SELECT + " where code = ? for update")
                .param(code)
                .query(Catalog::sku)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("no SKU " + code))
                .state();
    }

    /**
     * Notes what compliance found of its dangers.
     *
     * @throws IllegalArgumentException if there is no such piece
     */
    @Transactional
    public void setDangers(String code, Dangers dangers, String by) {
        int changed = jdbc.sql("update sku set battery = ?, hazmat = ? where code = ?")
                .params(dangers.battery().name(), dangers.hazmat().name(), code)
                .update();
        if (changed == 0) {
            throw new IllegalArgumentException("no SKU " + code);
        }
        audit.record(
                by,
                SUBJECT,
                code,
                "catalog.dangersFound",
                Map.of("battery", dangers.battery(), "hazmat", dangers.hazmat()));
    }

    /** Whether every one of the pieces may fly. */
    public boolean mayAllFly(Collection<String> codes) {
        return jdbc
                .sql("select battery, hazmat from sku where code = any(?)")
                .params((Object) codes.toArray(String[]::new))
                .query((row, number) -> new Dangers(
                        Dangers.Battery.valueOf(row.getString("battery")),
                        Dangers.Hazmat.valueOf(row.getString("hazmat"))))
                .list()
                .stream()
                .allMatch(Dangers::mayFly);
    }

    private static Sku sku(ResultSet row, int number) throws SQLException {
        return new Sku(
                row.getString("code"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("asin"),
                row.getString("fnsku"),
                row.getString("hts10"),
                new UnitPrice(
                        row.getBigDecimal("unit_cost"), Currency.getInstance(row.getString("unit_cost_currency"))),
                row.getLong("weight_grams"),
                row.getLong("volume_cm3"),
                Category.valueOf(row.getString("category")),
                ComplianceState.valueOf(row.getString("compliance_state")));
    }
}
