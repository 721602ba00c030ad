package com.lianxing.sourcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.audit.AuditTrail;
import com.lianxing.audit.StoredEntry;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LianxingTest
class SuppliersTest {

    @Autowired
    private Suppliers suppliers;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private JdbcClient jdbc;

    private String name = "";

    @BeforeEach
    void aNameOfItsOwn() {
        name = "宁波货代 " + UUID.randomUUID();
    }

    @Test
    void aSupplierCountsOnceASecondPersonVerifiedIt() {
        Supplier added = added(details(name));
        assertThat(added.verification()).isEqualTo(Supplier.Verification.UNVERIFIED);
        passEverything(added);
        assertThat(suppliers.verify(added.id(), "ann")).isEqualTo(new SupplierResult.SamePerson(added));

        Supplier verified = saved(suppliers.verify(added.id(), "ben"));
        assertThat(verified.verification()).isEqualTo(Supplier.Verification.VERIFIED);
        assertThat(suppliers.require(added.id())).isEqualTo(verified);
        assertThat(saved(suppliers.verify(added.id(), "ann")))
                .as("it is verified already")
                .isEqualTo(verified);
        assertThat(audit.entries("supplier", added.id().toString(), 0, 10))
                .extracting(StoredEntry::action)
                .filteredOn(action -> !action.equals("sourcing.supplierChecked"))
                .containsExactly("sourcing.supplierAdded", "sourcing.supplierVerified");
    }

    @Test
    void nobodyVerifiesWhatWasNotLookedAtOrDidNotPass() {
        Supplier added = added(details(name));
        passEverything(added);
        suppliers.check(added.id(), DueDiligence.REVIEWS, false, "only its own shop praises it", "cat");

        assertThat(suppliers.verify(added.id(), "ben"))
                .isEqualTo(new SupplierResult.ChecksOpen(added, List.of(DueDiligence.REVIEWS)));
        assertThat(suppliers.require(added.id()).verification()).isEqualTo(Supplier.Verification.UNVERIFIED);
        assertThat(suppliers.checks(added.id())).extracting(SupplierCheck::item).containsExactly(DueDiligence.values());
        suppliers.check(added.id(), DueDiligence.REVIEWS, true, "two buyers who were asked", "cat");
        assertThat(suppliers.verify(added.id(), "ben")).isInstanceOf(SupplierResult.Saved.class);
    }

    @Test
    void anEditMakesItUnverifiedAndItsEditorCannotVerifyIt() {
        Supplier added = added(details(name));
        passEverything(added);
        saved(suppliers.verify(added.id(), "ben"));
        Supplier edited = saved(suppliers.edit(added.id(), details(name + " 2"), "ben"));
        assertThat(edited.verification()).isEqualTo(Supplier.Verification.UNVERIFIED);
        assertThat(edited.editedBy()).isEqualTo("ben");
        assertThat(suppliers.checks(added.id())).isEmpty();
        passEverything(edited);
        assertThat(suppliers.verify(added.id(), "ben")).isInstanceOf(SupplierResult.SamePerson.class);
        assertThat(suppliers.verify(added.id(), "ann")).isInstanceOf(SupplierResult.SamePerson.class);
        assertThat(suppliers.verify(added.id(), "eve")).isInstanceOf(SupplierResult.Saved.class);
    }

    @Test
    void aNameIsGivenOnce() {
        Supplier first = added(details(name));
        Supplier second = added(details(name + " b"));
        assertThat(suppliers.add(details(" " + name.toUpperCase(Locale.ROOT)), "ann"))
                .isEqualTo(new SupplierResult.DuplicateName(first));
        assertThat(suppliers.edit(second.id(), details(name), "ann"))
                .isEqualTo(new SupplierResult.DuplicateName(first));
        assertThat(suppliers.edit(first.id(), details(name), "ann")).isInstanceOf(SupplierResult.Saved.class);
    }

    @Test
    void suppliersAreListedByNamePageByPage() {
        Supplier first = added(details(name + " a"));
        Supplier second = added(details(name + " b"));
        assertThat(suppliers.list(name, 2)).containsExactly(first, second);
        assertThat(suppliers.list(first.name(), 1)).containsExactly(second);
    }

    @Test
    void theDatabaseLetsNobodyVerifyTheirOwnEntry() {
        Supplier added = added(details(name));
        assertThatThrownBy(() -> jdbc.sql("update supplier set verified_by = 'ann', verified_at = now() where id = ?")
                        .param(added.id())
                        .update())
                .hasMessageContaining("supplier_verified_by_a_second_person");
    }

    private void passEverything(Supplier supplier) {
        for (DueDiligence item : DueDiligence.values()) {
            suppliers.check(supplier.id(), item, true, "as on paper", "cat");
        }
    }

    private Supplier added(SupplierDetails details) {
        return saved(suppliers.add(details, "ann"));
    }

    private static Supplier saved(SupplierResult result) {
        return ((SupplierResult.Saved) result).supplier();
    }

    private static SupplierDetails details(String name) {
        return new SupplierDetails(name, Supplier.Kind.FORWARDER, "CN", Supplier.RiskRating.LOW);
    }
}
