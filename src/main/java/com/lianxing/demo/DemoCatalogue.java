package com.lianxing.demo;

import com.lianxing.catalog.Catalog;
import com.lianxing.catalog.Category;
import com.lianxing.catalog.ComplianceState;
import com.lianxing.catalog.Sku;
import com.lianxing.money.UnitPrice;
import com.lianxing.project.ProjectCode;
import com.lianxing.reference.EntryResult;
import com.lianxing.reference.ExchangeRates;
import com.lianxing.reference.NewReferenceValue;
import com.lianxing.reference.ReferenceValue;
import com.lianxing.reference.ReferenceValues;
import com.lianxing.sourcing.Clauses;
import com.lianxing.sourcing.Contracts;
import com.lianxing.sourcing.DueDiligence;
import com.lianxing.sourcing.Supplier;
import com.lianxing.sourcing.SupplierDetails;
import com.lianxing.sourcing.SupplierResult;
import com.lianxing.sourcing.Suppliers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the demo company sells, whom it buys from, and the rates and limits it goes by. Nothing calls it outside the demo. */
@Component
class DemoCatalogue {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final LocalDate SINCE = LocalDate.of(2026, 1, 1);

    private final Catalog catalog;
    private final Suppliers suppliers;
    private final Contracts contracts;
    private final ReferenceValues references;

    DemoCatalogue(Catalog catalog, Suppliers suppliers, Contracts contracts, ReferenceValues references) {
        this.catalog = catalog;
        this.suppliers = suppliers;
        this.contracts = contracts;
        this.references = references;
    }

    /** Products and reference values. */
    void fill() {
        products();
        values();
    }

    private void products() {
        product("HOME-PILLOW-01", "记忆棉枕头", "Memory foam pillow", "9404909000", "62.50", 900, 9_000);
        product("HOME-LAMP-02", "床头台灯", "Bedside lamp", "9405219010", "78.00", 1_100, 7_500);
        product("HOME-RACK-03", "浴室置物架", "Bathroom rack", "7324900000", "85.20", 2_100, 14_000);
        product(
                CertificationValues.SKU,
                "防晒霜 SPF50",
                "Sun cream SPF 50",
                "3304995000",
                "21.40",
                95,
                260,
                Category.BEAUTY);
    }

    private void product(String code, String zh, String en, String hts, String cny, long grams, long cm3) {
        product(code, zh, en, hts, cny, grams, cm3, Category.HOME);
    }

    private void product(
            String code, String zh, String en, String hts, String cny, long grams, long cm3, Category category) {
        catalog.put(
                new Sku(
                        code,
                        zh,
                        en,
                        null,
                        null,
                        hts,
                        new UnitPrice(new BigDecimal(cny), CNY),
                        grams,
                        cm3,
                        category,
                        ComplianceState.NOT_CLEARED),
                "ops");
    }

    private void values() {
        confirmed(ExchangeRates.BUDGET, "CNY/USD", "0.1400", "USD per CNY", "demo budget rate 演示预算汇率");
        confirmed("leadTime.OCEAN_FCL", "CN-US", "45", "day", "demo planning value");
        confirmed("leadTime.OCEAN_LCL", "CN-US", "52", "day", "demo planning value");
        confirmed("leadTime.OCEAN_FAST", "CN-US", "30", "day", "demo planning value");
        confirmed("leadTime.AIR", "CN-US", "12", "day", "demo planning value");
        provisional("amazon.box.longestSide", "US", "25", "in", "Seller Central: shipping and routing requirements");
        provisional("amazon.box.weight", "US", "50", "lb", "Seller Central: shipping and routing requirements");
        provisional("placement.receiveDays", "MINIMAL", "21", "day", "demo planning value");
        provisional("placement.receiveDays", "OPTIMIZED", "14", "day", "demo planning value");
        provisional("customs.mpf.rate", "US", "0.003464", "1", "19 CFR 24.23");
        provisional("customs.hmf.rate", "US", "0.00125", "1", "19 CFR 24.24");
    }

    private long provisional(String key, String scope, String value, String unit, String source) {
        Optional<ReferenceValue> known = references.find(key, scope, SINCE);
        if (known.isPresent()) {
            return known.get().id();
        }
        NewReferenceValue entered = NewReferenceValue.number(key, scope, new BigDecimal(value), unit, SINCE, source);
        if (references.enter(entered, "finance") instanceof EntryResult.Entered result) {
            return result.value().id();
        }
        throw new IllegalStateException(key + " was entered before");
    }

    private void confirmed(String key, String scope, String value, String unit, String source) {
        references.confirm(provisional(key, scope, value, unit, source), "cfo");
    }

    /** An agency of high risk that nobody vouches for yet, and a contract that says nothing of service or refund. */
    void enterAnAgency(ProjectCode project) {
        SupplierDetails details =
                new SupplierDetails("迅捷认证代理 QuickCert Agency", Supplier.Kind.AGENCY, "CN", Supplier.RiskRating.HIGH);
        if (suppliers.add(details, "purchasing") instanceof SupplierResult.Saved saved) {
            UUID agency = saved.supplier().id();
            suppliers.check(agency, DueDiligence.LICENCE, true, "营业执照已核对 licence in the register", "purchasing");
            suppliers.check(agency, DueDiligence.REVIEWS, false, "仅自有网站好评 praised on its own site only", "purchasing");
            contracts.enter(
                    UUID.randomUUID(),
                    agency,
                    project,
                    "QC-2026-11",
                    LocalDate.of(2026, 12, 1),
                    12,
                    60,
                    new Clauses("FDA注册与产品列名 FDA registration and listing", "", null, ""),
                    "purchasing");
        }
    }

    /** The id of a supplier that two people vouch for. */
    String supplier(String name, Supplier.Kind kind) {
        SupplierResult added =
                suppliers.add(new SupplierDetails(name, kind, "CN", Supplier.RiskRating.LOW), "purchasing");
        if (!(added instanceof SupplierResult.Saved saved)) {
            throw new IllegalStateException(name + " is refused: " + added);
        }
        for (DueDiligence item : DueDiligence.values()) {
            suppliers.check(
                    saved.supplier().id(), item, true, "demo: compared with the papers 演示：已与文件核对", "purchasing");
        }
        suppliers.verify(saved.supplier().id(), "compliance");
        return saved.supplier().id().toString();
    }
}
