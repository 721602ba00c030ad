package com.lianxing.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.audit.AuditTrail;
import com.lianxing.audit.StoredEntry;
import com.lianxing.money.UnitPrice;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@LianxingTest
@RecordApplicationEvents
class CatalogTest {

    @Autowired
    private Catalog catalog;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private ApplicationEvents events;

    private String prefix = "";

    @BeforeEach
    void codesOfItsOwn() {
        prefix = "T" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void aPieceReadsBackAsItWasEntered() {
        Sku sku = sku(prefix + "-1", ComplianceState.NOT_CLEARED);
        catalog.put(sku, "ann");
        assertThat(catalog.find(sku.code())).contains(sku);
        assertThat(catalog.findAll(List.of(sku.code(), "none"))).containsExactly(sku);
        assertThat(catalog.findAll(List.of())).isEmpty();
    }

    @Test
    void enteredAgainItKeepsItsComplianceState() {
        catalog.put(sku(prefix + "-1", ComplianceState.NOT_CLEARED), "ann");
        catalog.setState(prefix + "-1", ComplianceState.CLEARED, "ann");
        catalog.put(sku(prefix + "-1", ComplianceState.NOT_CLEARED), "ann");
        assertThat(catalog.find(prefix + "-1")).map(Sku::state).contains(ComplianceState.CLEARED);
    }

    @Test
    void aChangeOfStateIsRecordedAndToldOnce() {
        catalog.put(sku(prefix + "-1", ComplianceState.CLEARED), "ann");
        catalog.block(prefix + "-1", "recall", "ann");
        catalog.block(prefix + "-1", "recall", "ann");
        assertThat(events.stream(SkuStateChanged.class))
                .containsExactly(new SkuStateChanged(prefix + "-1", ComplianceState.CLEARED, ComplianceState.BLOCKED));
        assertThat(audit.entries("sku", prefix + "-1", 0, 10))
                .extracting(StoredEntry::action)
                .containsExactly("catalog.skuPut", "catalog.stateChanged");
        assertThatThrownBy(() -> catalog.block(prefix + "-2", "recall", "ann"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> catalog.setState(prefix + "-1", ComplianceState.BLOCKED, "ann"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsBlockedStaysSoUntilItsLastCauseHasEndedWhoeverClearsIt() {
        String code = prefix + "-1";
        catalog.put(sku(code, ComplianceState.NOT_CLEARED), "ann");
        catalog.block(code, "recall", "ann");
        catalog.block(code, "lapsed", "ann");
        catalog.setState(code, ComplianceState.CLEARED, "ann");
        assertThat(catalog.find(code)).map(Sku::state).contains(ComplianceState.BLOCKED);

        catalog.unblock(code, "recall", "ann");
        assertThat(catalog.find(code)).map(Sku::state).contains(ComplianceState.BLOCKED);
        catalog.unblock(code, "lapsed", "ann");

        assertThat(catalog.find(code)).map(Sku::state).contains(ComplianceState.CLEARED);
        assertThat(events.stream(SkuStateChanged.class).map(SkuStateChanged::now))
                .containsExactly(ComplianceState.BLOCKED, ComplianceState.CLEARED);
        catalog.block(code, "recall", "ann");
        assertThat(catalog.find(code)).map(Sku::state).contains(ComplianceState.BLOCKED);
    }

    @Test
    void aSearchFindsWhatBeginsSoAndTakesNoSignForAPattern() {
        catalog.put(sku(prefix + "-1", ComplianceState.CLEARED), "ann");
        catalog.put(sku(prefix + "_2", ComplianceState.CLEARED), "ann");
        assertThat(catalog.search(prefix.toLowerCase(Locale.ROOT), 10))
                .extracting(Sku::code)
                .containsExactlyInAnyOrder(prefix + "-1", prefix + "_2");
        assertThat(catalog.search(prefix + "_", 10)).extracting(Sku::code).containsExactly(prefix + "_2");
        assertThat(catalog.search(prefix + "%", 10)).isEmpty();
        assertThat(catalog.search(prefix, 1)).hasSize(1);
    }

    @Test
    void numbersOfOthersHaveTheirShape() {
        assertThatThrownBy(() -> withHts("6109.10.00")).isInstanceOf(IllegalArgumentException.class);
        assertThat(withHts("6109100012").hts10()).isEqualTo("6109100012");
        assertThat(withHts(null).hts10()).isNull();
    }

    private Sku withHts(@Nullable String hts10) {
        return sku(prefix, hts10, ComplianceState.CLEARED);
    }

    private static Sku sku(String code, ComplianceState state) {
        return sku(code, "8423100030", state);
    }

    private static Sku sku(String code, @Nullable String hts10, ComplianceState state) {
        return new Sku(
                code,
                "厨房秤",
                "Kitchen scale",
                "B0ABCDEFGH",
                null,
                hts10,
                new UnitPrice(new BigDecimal("32.505"), Currency.getInstance("CNY")),
                420,
                1_800,
                Category.HOME,
                state);
    }
}
