package com.lianxing.sourcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lianxing.LianxingTest;
import com.lianxing.demo.InboundProjects;
import com.lianxing.obligation.Obligation;
import com.lianxing.obligation.ObligationKind;
import com.lianxing.obligation.Obligations;
import com.lianxing.obligation.Terms;
import com.lianxing.project.ProjectCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LianxingTest
class ContractsTest {

    private static final Clauses WHOLE = new Clauses(
            "cosmetic listing of two products",
            "first draft within 10 working days",
            InvoiceType.VAT_SPECIAL,
            "all of it, if the listing is refused");

    @Autowired
    private Contracts contracts;

    @Autowired
    private Suppliers suppliers;

    @Autowired
    private Obligations obligations;

    @Autowired
    private InboundProjects company;

    @Autowired
    private JdbcClient jdbc;

    private ProjectCode project;
    private UUID agency;

    @BeforeEach
    void anAgency() {
        company.enrolTheCompany();
        project = company.startedAt("userTask_planBudget");
        SupplierDetails details = new SupplierDetails(
                "Agency " + UUID.randomUUID(), Supplier.Kind.AGENCY, "CN", Supplier.RiskRating.MEDIUM);
        agency = ((SupplierResult.Saved) suppliers.add(details, "purchasing"))
                .supplier()
                .id();
    }

    @AfterEach
    void releaseTheClock() {
        company.releaseTheClock();
    }

    @Test
    void aContractWithoutItsClausesIsNotActivated() {
        Contract draft = draft(new Clauses("listing", "", null, " "));

        assertThat(contracts.activate(draft.id(), "compliance"))
                .isEqualTo(new ContractResult.ClausesMissing(
                        draft,
                        List.of(Clauses.Clause.SERVICE_LEVEL, Clauses.Clause.INVOICE_TYPE, Clauses.Clause.REFUND)));
        assertThat(contracts.active(agency)).isEmpty();
        assertThatThrownBy(() -> jdbc.sql(
                                "update supplier_contract set activated_by = 'compliance', activated_at = now() where id = ?")
                        .param(draft.id())
                        .update())
                .hasMessageContaining("supplier_contract_needs_its_clauses");
    }

    @Test
    void whoeverWroteItDoesNotActivateIt() {
        Contract draft = draft(WHOLE);

        assertThat(contracts.activate(draft.id(), "purchasing")).isEqualTo(new ContractResult.SamePerson(draft));
        assertThat(contracts.active(agency)).isEmpty();
    }

    @Test
    void itsNoticeIsRememberedFromTheDayItCounts() {
        Contract draft = draft(new Clauses("listing", "", null, ""));
        contracts.amend(draft.id(), WHOLE, "purchasing");

        contracts.activate(draft.id(), "compliance");
        contracts.activate(draft.id(), "compliance");

        assertThat(contracts.active(agency)).extracting(Contract::clauses).containsExactly(WHOLE);
        Obligation notice = obligations.require(draft.id());
        assertThat(obligations.of(project)).containsExactly(notice);
        assertThat(notice.terms()).isEqualTo(new Terms(ObligationKind.CONTRACT, draft.starts(), 12, 30));
        assertThat(List.of(notice.owner(), notice.deputy())).containsExactly("purchasing", "compliance");
    }

    @Test
    void whatCountsIsNotWrittenAnewAndEndsOnce() {
        Contract draft = draft(WHOLE);
        contracts.activate(draft.id(), "compliance");

        assertThat(contracts.amend(draft.id(), new Clauses("", "", null, ""), "purchasing"))
                .isInstanceOf(ContractResult.Fixed.class);
        assertThatThrownBy(() -> jdbc.sql("update supplier_contract set refund = 'nothing' where id = ?")
                        .param(draft.id())
                        .update())
                .hasMessageContaining("is fixed");
        assertThat(contracts.end(draft.id(), "too many rounds", "pm")).isInstanceOf(ContractResult.Saved.class);
        assertThat(contracts.active(agency)).isEmpty();
        assertThat(contracts.end(draft.id(), "again", "pm")).isInstanceOf(ContractResult.Fixed.class);
        assertThat(obligations.require(draft.id()).goesOn()).isFalse();
        assertThat(contracts.of(agency)).extracting(Contract::endReason).containsExactly("too many rounds");
    }

    private Contract draft(Clauses clauses) {
        return contracts.enter(
                UUID.randomUUID(),
                agency,
                project,
                "C-2026-7",
                LocalDate.parse("2026-03-01"),
                12,
                30,
                clauses,
                "purchasing");
    }
}
